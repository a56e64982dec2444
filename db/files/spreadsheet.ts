import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { type Decoded, decoded } from '#lib/csv/decode.ts'
import { cleanFileName } from '#lib/file/name.ts'
import { refuse as refuseSheet } from '#lib/import/refusals.ts'
import type { Result } from '#lib/result.ts'
import { storeSpreadsheet } from '../commands/import/store.ts'
import { refuse } from '../refusals.ts'
import { moveInto } from './receive.ts'
import { filesFolder, storedPath } from './stored.ts'
import { incoming } from './sweep.ts'

/** 10 MB, as binary megabytes. */
export const mostSheetBytes = 10 * 1024 * 1024

/** Keeps a spreadsheet as it came, under its hash, before any row speaks of it. */
export async function keepSpreadsheet(
  actor: Actor,
  sheet: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ sha256: string }>> {
  if (!isPermitted(actor, storeSpreadsheet.may)) return refuse('not-permitted')
  if (sheet.bytes.length === 0) return refuseSheet('sheet-empty')
  if (sheet.bytes.length > mostSheetBytes) return refuseSheet('sheet-too-large')
  const read = decoded(sheet.bytes)
  if (!read.ok) return read
  const sha256 = createHash('sha256').update(sheet.bytes).digest('hex')
  const folder = filesFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${incoming}${randomBytes(12).toString('hex')}`)
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(sheet.bytes)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await moveInto(path, storedPath(sha256))
  return storeSpreadsheet(actor, { sha256, name: cleanFileName(sheet.name) })
}

/** The text of a spreadsheet that was kept. */
export async function readSpreadsheet(sha256: string): Promise<Decoded> {
  const read = decoded(await readFile(storedPath(sha256)))
  if (!read.ok) throw new Error(`The stored file ${sha256} is no spreadsheet.`)
  return read.value
}
