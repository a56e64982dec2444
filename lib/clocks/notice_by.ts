import { type BusinessCalendar, rolledBefore, rolledForward } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, latest } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived } from '#lib/calendar/derivation.ts'
import type { SubpoenaFacts } from '#lib/subpoena/facts.ts'

type Counted = Pick<SubpoenaFacts, 'deemedReceivedOn' | 'holdDays' | 'noticeDays'>

/**
 * The last business day on which a subscriber can be told without lengthening the hold: from the next day on, each
 * day that the notice waits is a day that everybody waits.
 *
 * Units:  calendar days; the answer is a business day, and never before the paper was received.
 * Rule:   the end of the hold counted from receipt, less the days that a notice must leave.
 * Source: the civil subpoena policy (about two weeks after receipt), and the office's least time from notice.
 */
export function noticeBy(facts: Counted, calendar: BusinessCalendar): Derived<CalendarDate> {
  const { deemedReceivedOn, holdDays, noticeDays } = facts
  const end = rolledForward(addDays(deemedReceivedOn, holdDays), calendar).on
  const raw = addDays(end, -noticeDays)
  const { on, skipped } = rolledBefore(addDays(raw, 1), calendar)
  const value = latest(on, deemedReceivedOn)
  return {
    value,
    derivation: {
      rule: 'notice-by',
      version: 1,
      source: 'The last business day on which a notice does not lengthen the hold',
      calendars: calendar.calendars,
      steps: [
        anchor(deemedReceivedOn, 'Deemed received'),
        counted(end, `The hold counted from receipt, ${holdDays} days, ends`),
        counted(raw, `${noticeDays} days before it`),
        ...skipped,
        answer(value, value === on ? 'Tell the subscriber by this day' : 'No sooner than receipt'),
      ],
    },
  }
}
