import { type BusinessCalendar, rolledForward, rolledPast } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { anchor, answer, type Derived, type Step } from '#lib/calendar/derivation.ts'
import { formatTime } from '#lib/calendar/format.ts'
import { type Instant, instantOf, wallClockOf } from '#lib/calendar/instant.ts'

/** The office's zone, and the time ("HH:MM") after which a paper counts from the next business day; null: midnight. */
export type DeskHours = { readonly zone: string; readonly cutoff: string | null }

/**
 * The business day from which a paper's hold counts.
 *
 * Rule:   the office's day of receipt; the next business day when it came on a closed day or after the cutoff.
 *         Exactly at the cutoff is still in time.
 * Source: the office's reading of "receipt". Late for the desk is never early for the subscriber.
 */
export function deemedReceived(
  receivedAt: Instant,
  { zone, cutoff }: DeskHours,
  calendar: BusinessCalendar,
): Derived<CalendarDate> {
  const { date, time } = wallClockOf(receivedAt, zone)
  const closed = !calendar.isBusinessDay(date)
  const afterHours = !closed && cutoff !== null && receivedAt > instantOf(date, cutoff, zone)
  const late: Step[] = afterHours ? [{ kind: 'skipped', on: date, note: `After ${formatTime(cutoff)}` }] : []
  const { on, skipped } = afterHours ? rolledPast(date, calendar) : rolledForward(date, calendar)
  return {
    value: on,
    derivation: {
      rule: 'deemed-received',
      version: 1,
      source: 'The next business day for a paper that comes after hours or on a closed day',
      calendars: calendar.calendars,
      steps: [
        anchor(date, `Received, ${formatTime(time)}`),
        ...late,
        ...skipped,
        answer(on, 'Deemed received'),
      ],
    },
  }
}
