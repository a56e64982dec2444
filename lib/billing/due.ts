import { type BusinessCalendar, rolledForward } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived } from '#lib/calendar/derivation.ts'

/**
 * The last day on which an invoice can be paid in time.
 *
 * Units:  calendar days from the day the invoice was received, which is not counted; the last day is included.
 * Rule:   receipt + dueDays, moved forward off closed days.
 * Source: the civil subpoena policy (within 15 days of receiving the invoice). Where its texts differ on whether the
 *         first day counts, the later day is taken.
 */
export function invoiceDue(
  receivedOn: CalendarDate,
  dueDays: number,
  calendar: BusinessCalendar,
): Derived<CalendarDate> {
  const raw = addDays(receivedOn, dueDays)
  const { on, skipped } = rolledForward(raw, calendar)
  return {
    value: on,
    derivation: {
      rule: 'due-from-receipt',
      version: 1,
      source: `The civil subpoena policy: within ${dueDays} days of receiving the invoice`,
      calendars: calendar.calendars,
      steps: [
        anchor(receivedOn, 'Invoice received'),
        counted(raw, `${dueDays} days after receipt`),
        ...skipped,
        answer(on, 'Due'),
      ],
    },
  }
}
