import { z } from 'zod'
import { mayImport } from '#lib/import/access.ts'
import { refuse } from '#lib/import/refusals.ts'
import { requesterRow } from '#lib/import/requesters.ts'
import { mostRows } from '#lib/import/sheet.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { planRequesters } from '../../import/requesters_plan.ts'
import { beginImport, insertRequesters } from '../../import/write.ts'

/** Adds the requesters of an old spreadsheet, all of them or none. Those that are on file are not added twice. */
export const importRequesters = command({
  name: 'import-requesters',
  may: mayImport.requesters,
  input: z.strictObject({
    /** The spreadsheet as it came. */
    file: fields.fileHash,
    rows: z.array(requesterRow).min(1).max(mostRows),
  }),
  seenBy: 'all',
  async run(context, { file, rows }) {
    const { faults, added, known } = await planRequesters(context.tx, rows)
    if (faults.length > 0) return refuse('rows-at-fault', { faults: faults.slice(0, 100) })
    const begun = await beginImport(context, { kind: 'requesters', file, rowCount: added.length })
    if (!begun.ok) return begun
    await insertRequesters(context, begun.value.id, added)
    return accept({ number: begun.value.number, added: added.length, known: known.length })
  },
  tells: ({ file }, { number, added }) => ({
    sentence: `Imported ${added.toLocaleString('en-US')} requesters, as ${number}`,
    facts: { import: number, file },
  }),
})
