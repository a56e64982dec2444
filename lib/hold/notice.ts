import { type BusinessCalendar, rolledPast } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { anchor, answer, type Derived } from '#lib/calendar/derivation.ts'

/**
 * The day a posted notice takes effect: `mailDays` calendar days after posting, on whatever day that is.
 * Source: the office's policy, as Cal. Code Civ. Proc. 1013 has it for mail within California.
 */
export function postedNoticeEffectiveOn(postedOn: CalendarDate, mailDays: number): Derived<CalendarDate> {
  const on = addDays(postedOn, mailDays)
  return {
    value: on,
    derivation: {
      rule: 'posted-notice',
      version: 1,
      source: `The office's policy: ${mailDays} days for mail`,
      calendars: [],
      steps: [anchor(postedOn, 'Posted'), answer(on, `Notice takes effect, ${mailDays} days after posting`)],
    },
  }
}

/**
 * The day to send a notice that an order forbade: the next business day after the order's last day.
 * Source: the civil subpoena policy; a subscriber is told as soon as it is lawful.
 */
export function deferredNoticeOn(
  orderExpiresOn: CalendarDate,
  calendar: BusinessCalendar,
): Derived<CalendarDate> {
  const { on, skipped } = rolledPast(orderExpiresOn, calendar)
  return {
    value: on,
    derivation: {
      rule: 'deferred-notice',
      version: 1,
      source: 'The next business day after a nondisclosure order expires',
      calendars: calendar.calendars,
      steps: [
        anchor(orderExpiresOn, 'Nondisclosure order expires'),
        ...skipped,
        answer(on, 'Send the notice'),
      ],
    },
  }
}
