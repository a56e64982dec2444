import { and, gte, isNull, max } from 'drizzle-orm'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { holdOf } from '#lib/subpoena/lane.ts'
import { calendarsOf } from './queries/cache.ts'
import { factsOfMany } from './queries/facts_many.ts'
import { noticeBars, notices, objections, policies } from './schema.ts'
import type { Tx } from './tx.ts'

/**
 * The last day that was told to a subscriber, or set by an objection or an order, and on which something may open; null
 * where there is none. Such days are counted in the office's time zone.
 */
export async function lastPromisedDay(tx: Tx, today: CalendarDate): Promise<CalendarDate | null> {
  const [told] = await tx
    .select({ opensOn: max(notices.opensOn), lastDayOn: max(notices.lastDayOn) })
    .from(notices)
    .where(isNull(notices.failedAt))
  const [extended] = await tx
    .select({ day: max(objections.extendsToOn) })
    .from(objections)
    .where(isNull(objections.outcome))
  const [barred] = await tx
    .select({ day: max(noticeBars.endsOn) })
    .from(noticeBars)
    .where(isNull(noticeBars.liftedAt))
  const running = await openingDays(tx, today)
  const days = [told?.opensOn, told?.lastDayOn, extended?.day, barred?.day, ...running]
  return (
    days
      .filter((day) => day != null)
      .sort()
      .at(-1) ?? null
  )
}

/** Holidays and weekends move a last day by no more. */
const mostMoved = 30

/** When the holds open that a notice of late has set: one that took effect after its day runs past what it printed. */
async function openingDays(tx: Tx, today: CalendarDate): Promise<CalendarDate[]> {
  const [longest] = await tx.select({ days: max(policies.noticeDays) }).from(policies)
  const since = addDays(today, -((longest?.days ?? 0) + mostMoved))
  const rows = await tx
    .selectDistinct({ id: notices.subpoenaId })
    .from(notices)
    .where(and(isNull(notices.failedAt), gte(notices.effectiveOn, since)))
  const ids = rows.map(({ id }) => id)
  const calendarOf = await calendarsOf(tx, ids)
  return [...(await factsOfMany(tx, ids))].flatMap(([id, facts]) =>
    facts.targets.flatMap((target) => holdOf(target, facts, calendarOf(id)).opensOn?.value ?? []),
  )
}
