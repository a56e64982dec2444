import { type CalendarDate, daysBetween } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { opensAfterCompliance } from '#lib/hold/compliance.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { noRecordsOpenOn, opensWhenTold } from '#lib/subpoena/release.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { type CaseToday, owedLanes } from '#lib/today/case_file.ts'
import { isInFortnight } from './two_weeks.ts'

/** Two clocks that cannot both be kept: the hold runs past the day on which the paper wants its answer. */
export type Collision = {
  readonly complianceOn: CalendarDate
  readonly opensOn: CalendarDate
  /** The targets that open first among those that open too late. */
  readonly targets: readonly number[]
  /** Calendar days from compliance to the opening. */
  readonly days: number
  /** No notice has taken effect yet: it opens on that day at the earliest. */
  readonly atTheEarliest: boolean
}

/**
 * Whether the answer can only leave after its compliance day. Then we write to the requester, and never release early.
 * What has opened, is stayed or is answered does not collide.
 */
export function collisionOf(given: CaseToday): Collision | null {
  const { complianceOn } = given.facts
  if (complianceOn === null) return null
  const silenceEnds = noRecordsOpenOn(given.facts, given.calendar)
  const whenToldNow = opensWhenTold(given.facts, given.calendar, given.today)
  const late = owedLanes(given)
    .filter(({ state }) => state.lane !== 'ready')
    .map(({ target, state }) => ({
      number: target.number,
      opensOn: state.opensOn?.value ?? (state.lane === 'no-records' ? silenceEnds : whenToldNow),
      isKnown: state.opensOn !== null,
      isHeld: state.lane !== 'no-records',
    }))
    .filter(({ opensOn }) => opensAfterCompliance(opensOn, complianceOn))
    .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))
  // Where a hold collides it is named first: that nothing was found can be said with the rest.
  const [first] = late.filter(({ isHeld }) => isHeld).concat(late)
  if (!first) return null
  const together = late.filter(({ opensOn, isHeld }) => opensOn === first.opensOn && isHeld === first.isHeld)
  return {
    complianceOn,
    opensOn: first.opensOn,
    targets: together.map(({ number }) => number).sort((a, b) => a - b),
    days: daysBetween(complianceOn, first.opensOn),
    atTheEarliest: !first.isKnown,
  }
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "four days", "one day", "12 days". */
export function daysInWords(days: number): string {
  return `${numbers[days] ?? days} ${days === 1 ? 'day' : 'days'}`
}

/** "release opens Tue 17 Feb, four days after its compliance day, Fri 13 Feb". */
export function collisionInWords(
  { complianceOn, opensOn, days, atTheEarliest }: Collision,
  today: CalendarDate,
) {
  const opens = `${formatShort(opensOn, today)}${atTheEarliest ? ' at the earliest' : ''}`
  return `release opens ${opens}, ${daysInWords(days)} after its compliance day, ${formatShort(complianceOn, today)}`
}

/** Two days of one subpoena that cannot both be kept, for the line under Today's strip. */
export type CollisionLine = {
  readonly reference: string
  readonly words: string
  readonly complianceOn: CalendarDate
}

/**
 * What Today says of a collision: none of a paper that is not accepted, since it may never be answered, and none once
 * we objected for ourselves.
 */
export function collisionLine(given: CaseToday): CollisionLine | null {
  const collision = collisionOf(given)
  if (!collision || !isAccepted(given.facts) || !isInFortnight(collision.complianceOn, given.today))
    return null
  if (given.file.objections.some(({ kind }) => kind === 'provider')) return null
  const { complianceOn } = collision
  return { reference: given.file.reference, words: collisionInWords(collision, given.today), complianceOn }
}

/** "A and B", or "12 targets" where letters would be a list. */
export function lettersOrCount(targets: readonly number[]): string {
  return targets.length > 5 ? `${targets.length} targets` : targetLetters(targets)
}
