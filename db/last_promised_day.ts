import { isNull, max } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { noticeBars, notices, objections } from './schema.ts'
import type { Tx } from './tx.ts'

/**
 * The last day that was told to a subscriber, or set by an objection or an order, and on which something may open; null
 * where there is none. Such days are counted in the office's time zone.
 */
export async function lastPromisedDay(tx: Tx): Promise<CalendarDate | null> {
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
  const days = [told?.opensOn, told?.lastDayOn, extended?.day, barred?.day].filter((day) => day != null)
  return days.sort().at(-1) ?? null
}
