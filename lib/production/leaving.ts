import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { SubpoenaFacts } from '#lib/subpoena/facts.ts'
import { type Blocker, blockers, type Moment } from '#lib/subpoena/release.ts'
import { targetLetters } from '#lib/subpoena/target.ts'

/**
 * Everything that stands against a released production leaving the house at this moment: the questions of the release
 * asked again, since an objection or a withdrawal may have come between the release and the parcel.
 */
export function againstLeaving(
  facts: SubpoenaFacts,
  numbers: readonly number[],
  calendar: BusinessCalendar,
  moment: Moment,
): Blocker[] {
  const targets = facts.targets.map((target) =>
    numbers.includes(target.number) ? { ...target, answered: null } : target,
  )
  return blockers({ ...facts, targets }, numbers, calendar, moment)
}

/** "A and C: The hold is not over: release opens on …", or the sentence alone when it stands against all. */
export function blockerSentence({ targets, sentence }: Blocker): string {
  return targets.length > 0 ? `${targetLetters(targets)}: ${sentence}` : sentence
}
