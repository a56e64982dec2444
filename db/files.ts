/**
 * The store of paper from outside: each file under its SHA-256 in <office>/files, kept bit for bit. The bytes are on
 * the disk, synced and under their name, before any row speaks of them.
 */
import { eq } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { type PaperType, spreadsheetType } from '#lib/file/paper_type.ts'
import type { Result } from '#lib/result.ts'
import { storeFile } from './commands/file.ts'
import { receiveFile } from './files/receive.ts'
import { storedPath } from './files/stored.ts'
import { refuse } from './refusals.ts'
import { files, productionItems, subpoenas } from './schema.ts'
import type { On } from './tx.ts'

export type FileRow = typeof files.$inferSelect

/** What an upload answers: the hash is what later forms name the file by. */
export type Stored = {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly contentType: string
  /** Null: they could not be counted. */
  readonly pages: number | null
}

export type Upload = { readonly name: string; readonly content: AsyncIterable<Uint8Array> }

/** Counts the pages of a stored file, in another process. */
export type CountPages = (path: string, type: PaperType) => Promise<number | null>

/**
 * Stores what somebody sends: streams it to the disk while hashing, refuses what is no whole PDF, TIFF, JPEG or PNG,
 * counts its pages, and writes its row. The same bytes twice are one file.
 */
export async function storeUpload(
  actor: Actor,
  upload: Upload,
  countPages: CountPages = async () => null,
): Promise<Result<Stored>> {
  if (!isPermitted(actor, storeFile.may)) return refuse('not-permitted')
  const received = await receiveFile(upload)
  if (!received.ok) return received
  const { sha256, name, type } = received.value
  const pages = await countPages(storedPath(sha256), type)
  return storeFile(actor, { sha256, name, pages })
}

/** The row of a stored file; null when there is none. */
export async function fileRow(on: On, sha256: string): Promise<FileRow | null> {
  const [row] = await on.select().from(files).where(eq(files.sha256, sha256))
  return row ?? null
}

/** Whether the served paper itself is on file; an imported subpoena has the old spreadsheet in its place. */
export async function isPaperFiled(on: On, row: { readonly paperSha256: string }): Promise<boolean> {
  const file = await fileRow(on, row.paperSha256)
  return file !== null && file.contentType !== spreadsheetType
}

/**
 * The row of a file that may come in as a paper: a command that takes one from a form asks this first. Null when it is
 * not stored, or is a record that we produce: whoever names a record's hash here would get to read it as the case's
 * paper. What was served stays what it is, also where a copy of it is produced.
 */
export async function incomingPaper(on: On, sha256: string): Promise<FileRow | null> {
  const [produced] = await on
    .select({ id: productionItems.id })
    .from(productionItems)
    .where(eq(productionItems.fileSha256, sha256))
    .limit(1)
  if (!produced) return fileRow(on, sha256)
  const [served] = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(eq(subpoenas.paperSha256, sha256))
    .limit(1)
  return served ? fileRow(on, sha256) : null
}
