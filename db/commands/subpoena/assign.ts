import { eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { subpoenaRow } from '../../load.ts'
import { assignablePeople } from '../../queries/people_to_assign.ts'
import { refuse } from '../../refusals.ts'
import { subpoenas } from '../../schema.ts'

/** Gives a subpoena to somebody to look after, or to nobody. It grants no right and takes none away. */
export const assignSubpoena = command({
  name: 'assign-subpoena',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    /** By name, as people are called in this office; empty: nobody. */
    assignee: fields.line(120),
  }),
  async run({ tx }, { reference, assignee }) {
    const row = await subpoenaRow(tx, reference)
    if (!row) return refuse('no-such-subpoena')
    const wanted = assignee.trim().toLowerCase()
    const person = (await assignablePeople(tx)).find(({ name }) => name.toLowerCase() === wanted)
    if (wanted !== '' && !person) return refuse('no-such-person', {}, 'assignee')
    await tx
      .update(subpoenas)
      .set({ assigneeId: person?.id ?? null })
      .where(eq(subpoenas.id, row.id))
    return accept({ reference, assignee: person?.name ?? null })
  },
  tells: ({ reference }, { assignee }) => ({
    subpoena: reference,
    sentence: assignee ? `Assigned to ${assignee}` : 'Assigned to nobody',
  }),
})
