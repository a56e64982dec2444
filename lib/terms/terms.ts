import type { KindOf } from '#lib/kinds.ts'
import { type Refused, refusals } from '#lib/result.ts'
import type { SubpoenaFacts } from '#lib/subpoena/facts.ts'

export type TermsKind = KindOf<'termsKinds'>

export const refuse = refusals({
  'terms-over': () => 'The subpoena has ended: nothing more is agreed about compensation.',
  'terms-governmental': () =>
    'A demand of a government is not for this desk: it is referred, and not billed.',
  'terms-settled': ({ terms }: { terms: TermsKind }) =>
    ({
      agreed: 'The terms are agreed already.',
      waived: 'Counsel waived the terms already.',
      'not-applicable': 'It was recorded that no terms apply.',
      sent: '',
      refused: '',
    })[terms],
  'terms-refused-for-counsel': () => 'The requester refused the terms: what becomes of it is for counsel.',
  'in-the-future': () => 'That day has not come yet.',
  'before-receipt': () => 'That is before the paper was received.',
})

/** The states of the terms that let a release go. */
export const settledTerms: readonly (TermsKind | null)[] = ['agreed', 'waived', 'not-applicable']

/**
 * Why the terms may not be recorded as something now; null when they may. What is settled stays so,
 * unless the requester goes back on it.
 */
export function againstTerms(
  {
    closed,
    judgement,
    governmental,
    terms,
  }: Pick<SubpoenaFacts, 'closed' | 'judgement' | 'governmental' | 'terms'>,
  become: TermsKind,
): Refused | null {
  if (governmental) return refuse('terms-governmental')
  if (closed || judgement === 'withdrawn' || judgement === 'rejected' || judgement === 'referred') {
    return refuse('terms-over')
  }
  // What is settled can still be refused, when the requester goes back on it; sent again it would be unsettled.
  const isSettled = terms !== null && settledTerms.includes(terms)
  return isSettled && become !== 'refused' ? refuse('terms-settled', { terms }) : null
}
