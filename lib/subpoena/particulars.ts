import { type Refused, refusals } from '#lib/result.ts'
import { isAccepted, type SubpoenaFacts, type TargetFacts } from './facts.ts'

export const refuse = refusals({
  'frozen-by-judgement': ({ fields }: { fields: readonly string[] }) =>
    `The paper is judged, and ${fields.length === 1 ? 'this was' : 'these were'} judged with it: ` +
    `${fields.join(', ')}. Only who serves and pays, and an agreed compliance day, may still change.`,
  'requester-of-a-release': () =>
    'An answer was released to this requester: who serves can no longer change. Who pays still can.',
  ended: () => 'The subpoena has ended: its particulars stay as they are.',
  'target-resolved': ({ letter }: { letter: string }) =>
    `Somebody has looked for target ${letter} already, as it stands.`,
})

/** What an agreement with the requester may still change after the paper was judged. */
const changeable: readonly string[] = [
  'requester',
  'billTo',
  'obligor',
  'complianceOn',
  'complianceTime',
  'compliancePlace',
  'captionPrinted',
]

const labels: Record<string, string> = {
  processType: 'process type',
  court: 'court',
  county: 'county or district',
  issuingState: 'state',
  caption: 'caption',
  caseNumber: 'case number',
  issuingParty: 'issuing party',
  issuingAttorney: 'issuing attorney',
  issuedOn: 'day of issue',
  recordsRequested: 'records requested',
  serviceMethod: 'how it came',
  servedAt: 'served at',
  targets: 'targets',
}

/** Why these fields may not change now; null when they may. */
export function againstChanging(
  facts: Pick<SubpoenaFacts, 'closed' | 'judgement'> & {
    readonly targets: readonly Pick<TargetFacts, 'answered'>[]
  },
  changed: readonly string[],
): Refused | null {
  const { closed, judgement } = facts
  if (closed || judgement === 'withdrawn' || judgement === 'rejected' || judgement === 'referred') {
    return refuse('ended')
  }
  if (!isAccepted(facts)) return null
  if (changed.includes('requester') && facts.targets.some(({ answered }) => answered !== null)) {
    return refuse('requester-of-a-release', {}, 'requester')
  }
  const frozen = changed.filter((field) => !changeable.includes(field))
  const fields = frozen.map((field) => labels[field] ?? field)
  return frozen.length > 0 ? refuse('frozen-by-judgement', { fields }, frozen[0]) : null
}
