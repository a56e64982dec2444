import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { accept, type Result } from '#lib/result.ts'
import type { SubpoenaFacts, TargetFacts } from '#lib/subpoena/facts.ts'
import { noticeDays } from './last_day.ts'
import { refuse } from './refusals.ts'
import { type NotToNotify, targetsToNotify } from './standing.ts'

/** A notice that was made and that no server is known to have. */
export type MadeNotice = {
  readonly number: number
  readonly subscriberId: number
  /** The numbers of those that it names. */
  readonly targets: readonly number[]
  /** The last day to object that it prints. */
  readonly lastDayOn: CalendarDate
}

/**
 * Whether a notice that was made before could be made today: the same rules as for a new one, as if it were not there.
 *
 * @returns The targets that it names, or why it is not to go any more.
 */
export function mayStillGo(
  notice: MadeNotice,
  facts: SubpoenaFacts,
  today: CalendarDate,
): Result<readonly TargetFacts[], NotToNotify | 'says-too-much'> {
  const allowed = targetsToNotify(without(notice, facts), notice.subscriberId, today)
  if (!allowed.ok) return allowed
  const named = allowed.value.filter(({ number }) => notice.targets.includes(number))
  const missing = notice.targets.filter((number) => !named.some((target) => target.number === number))
  return missing.length > 0 ? refuse('says-too-much', { targets: missing }) : accept(named)
}

/** The same for a notice that would go only now: the last day that it prints must not come before the one it would print. */
export function mayGoNow(
  notice: MadeNotice,
  facts: SubpoenaFacts,
  { calendar, today }: { readonly calendar: BusinessCalendar; readonly today: CalendarDate },
): Result<null, NotToNotify | 'says-too-much' | 'last-day-moved'> {
  const named = mayStillGo(notice, facts, today)
  if (!named.ok) return named
  const lastDayOn = noticeDays(named.value, without(notice, facts), today, calendar).lastDayOn.value
  return lastDayOn > notice.lastDayOn ? refuse('last-day-moved', { lastDayOn }) : accept(null)
}

function without({ number }: MadeNotice, facts: SubpoenaFacts): SubpoenaFacts {
  const targets = facts.targets.map((target) => ({
    ...target,
    notices: target.notices.filter((one) => one.number !== number),
  }))
  return { ...facts, targets }
}
