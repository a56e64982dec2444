import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { refuse as refusePreservation } from '#lib/preservation/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { subpoenaRow } from '../load.ts'
import { refuse } from '../refusals.ts'
import { preservations } from '../schema.ts'
import type { On } from '../tx.ts'

/** Asks for the snapshot of what is sought, before anything is judged: logs are lost while papers are read. */
export const askPreservation = command({
  name: 'ask-preservation',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    /** Who is asked: a person, a team, an upstream carrier. */
    askedOf: fields.neededLine(200),
    /** The first day on which logs would be gone, where that is known. */
    logsLostOn: fields.calendarDate.nullish(),
  }),
  async run({ tx, actor, now }, { reference, askedOf, logsLostOn }) {
    const row = await subpoenaRow(tx, reference)
    if (!row) return refuse('no-such-subpoena')
    await tx.insert(preservations).values({
      subpoenaId: row.id,
      askedOf: askedOf.trim(),
      logsLostOn: logsLostOn ?? null,
      askedAt: now,
      askedById: actor.id,
    })
    return accept({ reference, number: (await preservationsOf(tx, row.id)).length })
  },
  tells: ({ reference, logsLostOn }) => ({
    subpoena: reference,
    sentence: 'Asked for preservation',
    facts: { logsLostOn: logsLostOn ?? null },
  }),
})

/** Records that the snapshot was made. */
export const recordPreservationDone = command({
  name: 'record-preservation-done',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    /** Which request of the subpoena: the first is 1. */
    number: fields.ordinal,
    note: fields.text(1000).optional(),
  }),
  async run({ tx, actor, now }, { reference, number, note = '' }) {
    const row = await subpoenaRow(tx, reference)
    if (!row) return refuse('no-such-subpoena')
    const asked = (await preservationsOf(tx, row.id))[number - 1]
    if (!asked) return refusePreservation('not-asked')
    if (asked.doneAt !== null) return refusePreservation('preserved-already')
    await tx
      .update(preservations)
      .set({ doneAt: now, doneById: actor.id, doneNote: note.trim() })
      .where(eq(preservations.id, asked.id))
    return accept({ reference })
  },
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Recorded that the snapshot was made' }),
})

/** In the order asked: the place in it is the number of a request. */
async function preservationsOf(on: On, subpoenaId: number) {
  return on
    .select({ id: preservations.id, doneAt: preservations.doneAt })
    .from(preservations)
    .where(eq(preservations.subpoenaId, subpoenaId))
    .orderBy(asc(preservations.id))
}
