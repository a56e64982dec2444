import type { Actor } from '#lib/access/actor.ts'
import { storeUpload } from '../files.ts'
import { done } from './answers.ts'

/** The least that passes for a PDF. */
const pdf = (words: string) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n% ${words}\nxref\n0 1\ntrailer <<>>\nstartxref\n9\n%%EOF\n`,
  )

async function* once(bytes: Buffer) {
  yield bytes
}

/** Stores a small paper of these words and says its hash. */
export async function storedPaper(actor: Actor, words: string): Promise<string> {
  return (await done(storeUpload(actor, { name: 'paper.pdf', content: once(pdf(words)) }))).sha256
}
