import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { subpoenaRow } from '../load.ts'
import { refuse } from '../refusals.ts'
import { notes } from '../schema.ts'

/** Adds a note for those who see the case. Its words stay out of the history: a person may be named in them. */
export const addNote = command({
  name: 'add-note',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({ reference: fields.reference, text: fields.neededText(4000) }),
  async run({ tx, actor, now }, { reference, text }) {
    const row = await subpoenaRow(tx, reference)
    if (!row) return refuse('no-such-subpoena')
    await tx.insert(notes).values({ subpoenaId: row.id, text: text.trim(), at: now, byId: actor.id })
    return accept({ reference })
  },
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Added a note' }),
})
