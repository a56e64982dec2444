import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { subpoenaRow } from '../load.ts'
import { refuse } from '../refusals.ts'
import { inboxLooks } from '../schema.ts'

/**
 * A person attests that they looked where objections arrive (fax, e-mail, post) and that nothing about this subpoena
 * lies there unrecorded. It counts for 24 hours, and no release goes without it.
 */
export const lookAtObjectionInbox = command({
  name: 'look-at-objection-inbox',
  may: ['intake', 'custodian', 'counsel'],
  inPerson: true,
  input: z.strictObject({
    reference: fields.reference,
    nothingUnrecorded: z
      .boolean()
      .refine((yes) => yes, 'Say that nothing lies there unrecorded, or record it first.'),
  }),
  async run({ tx, actor, now }, { reference }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuse('no-such-subpoena')
    await tx.insert(inboxLooks).values({ subpoenaId: subpoena.id, at: now, byId: actor.id })
    return accept(null)
  },
  tells: ({ reference }) => ({
    subpoena: reference,
    sentence: 'Looked into the objection inbox: nothing lies there unrecorded.',
  }),
})
