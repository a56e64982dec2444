import { z } from 'zod'
import { spreadsheetType } from '#lib/file/paper_type.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { storedEdge } from '../../files/stored.ts'
import { fileRow } from '../../files.ts'
import { refuse } from '../../refusals.ts'
import { files } from '../../schema.ts'

/** Writes the row of a spreadsheet that is on the disk. The history names it by its hash alone. */
export const storeSpreadsheet = command({
  name: 'store-spreadsheet',
  may: ['intake', 'counsel', 'billing'],
  input: z.strictObject({ sha256: fields.fileHash, name: fields.neededLine(200) }),
  async run({ tx, actor, now }, { sha256, name }) {
    const stored = storedEdge(sha256)
    if (!stored) return refuse('no-such-file')
    if (await fileRow(tx, sha256)) return accept({ sha256, size: stored.size, isNew: false })
    await tx.insert(files).values({
      ...{ sha256, name, size: stored.size, contentType: spreadsheetType, pages: null },
      ...{ storedAt: now, storedById: actor.id },
    })
    return accept({ sha256, size: stored.size, isNew: true })
  },
  tells: ({ sha256 }, { size, isNew }) =>
    isNew
      ? { sentence: `Stored a spreadsheet of ${size.toLocaleString('en-US')} bytes`, facts: { sha256 } }
      : null,
})
