import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import type { Attachment } from '#lib/mail/attachment.ts'
import { storedPath } from '../files/stored.ts'
import { papers } from '../schema.ts'
import type { On } from '../tx.ts'

export type AttachmentContent = {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

/**
 * The bytes of what goes along with a mail: our own papers from their rows, served papers from the file store.
 *
 * @throws Error when one of them is gone, so that no mail leaves without what it says is enclosed.
 */
export async function attachmentContents(on: On, list: readonly Attachment[]): Promise<AttachmentContent[]> {
  const found: AttachmentContent[] = []
  for (const { filename, contentType, paperId, sha256 } of list) {
    const content = sha256 ? await readFile(storedPath(sha256)) : await paperBytes(on, paperId ?? 0)
    found.push({ filename, contentType, content })
  }
  return found
}

async function paperBytes(on: On, id: number): Promise<Buffer> {
  const [row] = await on.select({ bytes: papers.bytes }).from(papers).where(eq(papers.id, id))
  if (!row) throw new Error('A paper that goes along with a mail is not there.')
  return row.bytes
}
