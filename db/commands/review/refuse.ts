import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { deficiencyLetter, rejectionLetter } from '#lib/letters/deficiency_letters.ts'
import { accept } from '#lib/result.ts'
import { againstJudging } from '#lib/review/acceptance.ts'
import { refuse as refuseReview } from '#lib/review/refusals.ts'
import { deficiencies, deficiencyCodes } from '#lib/subpoena/deficiencies.ts'
import { command } from '../../command.ts'
import { insertDecision } from '../../decisions.ts'
import { loadSubpoena } from '../../load.ts'
import { refuse } from '../../refusals.ts'
import { letterFields, toRequesterFacts, writeToRequester } from '../../requester_letter.ts'

const codes = z
  .array(z.enum(deficiencyCodes, 'Choose reasons of the list.'))
  .min(1, 'Choose at least one reason.')
  .max(40)

const listed = (list: readonly (keyof typeof deficiencies)[]) =>
  list.map((code) => deficiencies[code].title.toLowerCase()).join('; ')

/** Counsel finds that the paper is not valid as it stands; the letter says why and what would mend it. */
export const findDeficient = command({
  name: 'find-deficient',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    deficiencies: codes,
    /** Until when it may be mended, for the letter. */
    answerBy: fields.calendarDate.nullish(),
    reason: fields.text(2000).optional(),
    ...letterFields,
  }),
  async run(context, { reference, deficiencies: found, answerBy = null, reason = '', ...way }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const { row, facts } = loaded
    const against = againstJudging(facts)
    if (against) return against
    if (answerBy && answerBy < context.today) return refuseReview('answer-by-past', {}, 'answerBy')
    const reasons = [...new Set(found)].map((code) => ({ code }))
    const letter = deficiencyLetter({ ...(await toRequesterFacts(context, row)), reasons, answerBy })
    const sent = await writeToRequester(context, row, { kind: 'deficiency-letter', letter, ...way })
    if (!sent.ok) return sent
    await insertDecision(context, { subpoenaId: row.id, kind: 'deficient', reason, deficiencies: found })
    return accept({ reference })
  },
  tells: ({ reference, deficiencies: found }) => ({
    subpoena: reference,
    sentence: `Found the paper deficient: ${listed(found)}`,
    facts: { deficiencies: found },
  }),
})

/** Counsel rejects the paper: it is not answered, and the letter says why. */
export const rejectSubpoena = command({
  name: 'reject-subpoena',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    deficiencies: codes,
    reason: fields.text(2000).optional(),
    ...letterFields,
  }),
  async run(context, { reference, deficiencies: found, reason = '', ...way }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const { row, facts } = loaded
    // A deficient paper that nobody cured is rejected without being reopened.
    const against = againstJudging({
      ...facts,
      judgement: facts.judgement === 'deficient' ? null : facts.judgement,
    })
    if (against) return against
    const reasons = [...new Set(found)].map((code) => ({ code }))
    const letter = rejectionLetter({ ...(await toRequesterFacts(context, row)), reasons })
    const sent = await writeToRequester(context, row, { kind: 'rejection-letter', letter, ...way })
    if (!sent.ok) return sent
    await insertDecision(context, { subpoenaId: row.id, kind: 'rejected', reason, deficiencies: found })
    return accept({ reference })
  },
  tells: ({ reference, deficiencies: found }) => ({
    subpoena: reference,
    sentence: `Rejected the paper: ${listed(found)}`,
    facts: { deficiencies: found },
  }),
})

/** Counsel says that the paper is not for this desk, and whose it is. A government's demand ends here. */
export const referSubpoena = command({
  name: 'refer-subpoena',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    /** To whom it was handed, and why. */
    reason: fields.neededText(2000),
  }),
  async run(context, { reference, reason }) {
    const loaded = await loadSubpoena(context.tx, reference)
    if (!loaded) return refuse('no-such-subpoena')
    const against = againstJudging({ ...loaded.facts, governmental: false })
    if (against) return against
    await insertDecision(context, { subpoenaId: loaded.row.id, kind: 'referred', reason })
    return accept({ reference })
  },
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Referred the paper: not for this desk' }),
})
