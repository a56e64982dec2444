import { addDays, type CalendarDate, weekdayOf } from '#lib/calendar/date.ts'

/** Two weeks from the Monday of this one. */
export function fortnightOf(today: CalendarDate): CalendarDate[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  return Array.from({ length: 14 }, (_, n) => addDays(monday, n))
}

/** Whether a day is on the strip. */
export function isInFortnight(on: CalendarDate, today: CalendarDate): boolean {
  const monday = addDays(today, 1 - weekdayOf(today))
  return on >= monday && on <= addDays(monday, 13)
}
