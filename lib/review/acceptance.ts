import { kindsOf } from '#lib/kinds.ts'
import type { Refused } from '#lib/result.ts'
import type { SubpoenaFacts } from '#lib/subpoena/facts.ts'
import type { CheckItem, CheckResult } from './checklist.ts'
import { refuse } from './refusals.ts'

export type Judged = Readonly<Partial<Record<CheckItem, CheckResult>>>
export type HowMuch = 'wholly' | 'in-part'

type Paper = Pick<SubpoenaFacts, 'governmental' | 'judgement' | 'closed' | 'terms'> & {
  readonly targets: readonly unknown[]
}

/** Why the paper may not be judged now; null when it may. */
export function againstJudging({
  closed,
  judgement,
  governmental,
}: Omit<Paper, 'terms' | 'targets'>): Refused | null {
  if (closed) return refuse('judged-already', { judgement: 'closed' })
  if (judgement !== null) return refuse('judged-already', { judgement })
  return governmental ? refuse('governmental') : null
}

/**
 * Everything that stands against accepting the paper, as sentences. Empty is leave to accept it.
 *
 * Rule:   every item is judged and none failed; in part, exactly the item about contents failed; the terms of
 *         compensation were sent, or need not be. That they are agreed is asked only before a release.
 * Source: the civil subpoena policy (a valid paper and agreement to the terms); 18 U.S.C. § 2702(a) for contents.
 */
export function againstAcceptance(facts: Paper, judged: Judged, howMuch: HowMuch): Refused[] {
  const first = againstJudging(facts)
  if (first) return [first]
  const items = kindsOf('checkItems')
  const open = items.filter((item) => judged[item] === undefined)
  const failed = items.filter((item) => judged[item] === 'failed')
  const others = failed.filter((item) => item !== 'no-content')
  const found: Refused[] = []
  if (facts.targets.length === 0) found.push(refuse('no-targets'))
  if (open.length > 0) found.push(refuse('not-judged', { list: open }))
  if (others.length > 0) found.push(refuse('checks-failed', { list: others }))
  const asksContent = judged['no-content'] === 'failed'
  if (howMuch === 'wholly' && asksContent) found.push(refuse('content-failed'))
  if (howMuch === 'in-part' && !asksContent) found.push(refuse('nothing-to-refuse'))
  if (facts.terms === null) found.push(refuse('terms-not-asked'))
  if (facts.terms === 'refused') found.push(refuse('terms-refused'))
  return found
}

/** Why it may not be reopened; null when it may. A closed one keeps its judgement; else it is judged anew. */
export function againstReopening(
  { closed, judgement }: Pick<SubpoenaFacts, 'closed' | 'judgement'>,
  isCounsel: boolean,
): Refused | null {
  if (closed || judgement === 'rejected' || judgement === 'referred') {
    return isCounsel ? null : refuse('counsel-reopens')
  }
  if (judgement === 'deficient') return null
  return judgement === 'withdrawn' ? refuse('withdrawn-stays') : refuse('nothing-to-reopen')
}

const ended: readonly string[] = ['answered', 'rejected', 'withdrawn', 'referred']

/**
 * Everything that stands against closing: it is still open, an answer that was released has not left, or money is open.
 *
 * @param notLeft The numbers of the productions that were released and have not left, and still may.
 */
export function againstClosing(
  stage: { key: string; label: string },
  billing: string,
  notLeft: readonly number[],
): Refused[] {
  if (stage.key === 'closed') return [refuse('closed-already')]
  const found: Refused[] = []
  if (!ended.includes(stage.key)) found.push(refuse('still-open', { stage: stage.label }))
  for (const production of notLeft) found.push(refuse('production-not-left', { production }))
  if (billing === 'unbilled') found.push(refuse('charges-unbilled'))
  else if (billing !== 'none' && billing !== 'paid' && billing !== 'written-off') {
    found.push(refuse('invoice-unpaid'))
  }
  return found
}
