import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import type { SubpoenaFacts, TargetFacts } from '#lib/subpoena/facts.ts'
import { holdOf } from '#lib/subpoena/lane.ts'

export type NoticeDays = {
  /** The last day to object, as the notice will print it. */
  readonly lastDayOn: Derived<CalendarDate>
  readonly opensOn: Derived<CalendarDate>
}

/**
 * The two days that stand in a notice: when the hold of its targets would end, the latest of them, if it took effect
 * on the day given. It is printed, and so becomes a fact which no later rule may shorten.
 *
 * @throws RangeError without a target.
 */
export function noticeDays(
  targets: readonly TargetFacts[],
  facts: SubpoenaFacts,
  effectiveOn: CalendarDate,
  calendar: BusinessCalendar,
): NoticeDays {
  const holds = targets.map((target) => holdOf(withNotice(target, effectiveOn), facts, calendar))
  const lastDayOn = latest(holds.map(({ holdEndsOn }) => holdEndsOn))
  const opensOn = latest(holds.map((hold) => hold.opensOn))
  if (!lastDayOn || !opensOn) throw new RangeError('A notice names at least one target.')
  return { lastDayOn, opensOn }
}

function latest(days: readonly (Derived<CalendarDate | null> | null)[]): Derived<CalendarDate> | null {
  return days.reduce<Derived<CalendarDate> | null>((later, day) => {
    if (!day?.value || (later && day.value <= later.value)) return later
    return { value: day.value, derivation: day.derivation }
  }, null)
}

/** The target as it will be once the notice has taken effect. */
function withNotice(target: TargetFacts, effectiveOn: CalendarDate): TargetFacts {
  const printed = { lastDayOn: null, opensOn: null }
  const notice = { number: 0, channel: 'e-mail' as const, effectiveOn, failed: false, ...printed }
  return { ...target, notices: [...target.notices, notice] }
}
