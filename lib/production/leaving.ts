import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { isAccepted, type SubpoenaFacts } from '#lib/subpoena/facts.ts'
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

/**
 * Whether a released production may ever leave: not once the paper was withdrawn, or a court quashed it for one of the
 * targets. All else that stands against it may pass.
 */
export function mayEverLeave(facts: SubpoenaFacts, numbers: readonly number[]): boolean {
  const quashed = facts.targets.some(
    ({ number, objections }) =>
      numbers.includes(number) && objections.some(({ outcome }) => outcome === 'quashed'),
  )
  return isAccepted(facts) && !quashed
}

/** The productions that were released, have not left, and still may: a subpoena is not closed over them. */
export function notLeft<One extends Released>(productions: readonly One[], facts: SubpoenaFacts): One[] {
  return productions.filter(
    ({ releasedOn, hasLeft, targets }) => releasedOn !== null && !hasLeft && mayEverLeave(facts, targets),
  )
}

type Released = {
  readonly releasedOn: CalendarDate | null
  readonly hasLeft: boolean
  readonly targets: readonly number[]
}

/** "A and C: The hold is not over: release opens on …", or the sentence alone when it stands against all. */
export function blockerSentence({ targets, sentence }: Blocker): string {
  return targets.length > 0 ? `${targetLetters(targets)}: ${sentence}` : sentence
}
