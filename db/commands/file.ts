import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { contentTypeOf } from '#lib/file/paper_type.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { storedEdge } from '../files/stored.ts'
import { refuse } from '../refusals.ts'
import { files } from '../schema.ts'

/**
 * Writes the row of a file that is on the disk. What it is and how large is asked of the bytes, never of the caller.
 * The history names the file by its hash alone: a name may say who somebody is.
 */
export const storeFile = command({
  name: 'store-file',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({
    sha256: fields.fileHash,
    name: fields.neededLine(200),
    pages: fields.wholeNumber(1, 1_000_000).nullable(),
  }),
  async run({ tx, actor, now }, { sha256, name, pages }) {
    const stored = storedEdge(sha256)
    if (!stored) return refuse('no-such-file')
    const [before] = await tx.select().from(files).where(eq(files.sha256, sha256))
    const { size, contentType } = before ?? { size: stored.size, contentType: contentTypeOf(stored.head) }
    if (before) return accept({ sha256, name, size, contentType, pages: before.pages, isNew: false })
    await tx
      .insert(files)
      .values({ sha256, name, size, contentType, pages, storedAt: now, storedById: actor.id })
    return accept({ sha256, name, size, contentType, pages, isNew: true })
  },
  tells: ({ sha256 }, { size, isNew }) =>
    isNew ? { sentence: `Stored a file of ${size.toLocaleString('en-US')} bytes`, facts: { sha256 } } : null,
})
