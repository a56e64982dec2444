import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import { releaseOpens } from '#lib/hold/hold.ts'
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
  const ends = targets.map((target) => holdOf(withNotice(target, effectiveOn), facts, calendar).holdEndsOn)
  const last = ends.reduce<Derived<CalendarDate> | null>(
    (later, { value, derivation }) =>
      value && (!later || value > later.value) ? { value, derivation } : later,
    null,
  )
  if (!last) throw new RangeError('A notice names at least one target.')
  return { lastDayOn: last, opensOn: releaseOpens(last.value, calendar) }
}

/** The target as it will be once the notice has taken effect. */
function withNotice(target: TargetFacts, effectiveOn: CalendarDate): TargetFacts {
  const notice = { number: 0, channel: 'e-mail' as const, effectiveOn, failed: false, lastDayOn: effectiveOn }
  return { ...target, notices: [...target.notices, notice] }
}
