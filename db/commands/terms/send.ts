import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { termsLetter } from '#lib/letters/terms_letter.ts'
import { accept } from '#lib/result.ts'
import { againstTerms } from '#lib/terms/terms.ts'
import { command } from '../../command.ts'
import { loadSubpoena } from '../../load.ts'
import { feeScheduleOf } from '../../queries/office.ts'
import { refuse } from '../../refusals.ts'
import { letterFields, toRequesterFacts, writeToRequester } from '../../requester_letter.ts'
import { insertTermsEvent } from '../../terms_events.ts'

/** Sends the terms of compensation to the requester, with the form to agree to them. They may be sent again. */
export const sendTerms = command({
  name: 'send-terms',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    ...letterFields,
    language: z.enum(['en', 'ko', 'sv'], 'English, Korean or Swedish.').optional(),
  }),
  seenBy: 'all',
  async run(context, { reference, language = 'en', ...way }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const { row, facts, policy } = loaded
    const against = againstTerms(facts, 'sent')
    if (against) return against
    const schedule = await feeScheduleOf(context.tx, policy.feeScheduleId)
    const letter = termsLetter({ ...(await toRequesterFacts(context, row)), schedule, policy }, language)
    const sent = await writeToRequester(context, row, { kind: 'terms-letter', letter, ...way })
    if (!sent.ok) return sent
    await insertTermsEvent(context, { subpoenaId: row.id, kind: 'sent' })
    return accept({ reference })
  },
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Sent the terms of compensation' }),
})
