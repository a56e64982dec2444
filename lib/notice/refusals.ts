import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { refusals } from '#lib/result.ts'
import { targetLetters } from '#lib/subpoena/target.ts'

export const refuse = refusals({
  'not-for-this-desk': () => 'A government’s demand gets no hold and no notice from this desk.',
  'not-accepted': () => 'A subscriber is told once the paper is accepted, and it is not.',
  'no-target-of-theirs': () => 'No target of this subpoena is this subscriber’s.',
  'notice-barred': ({ bar, endsOn }: { bar: number; endsOn: CalendarDate | null }) =>
    `Order ${bar} on file forbids the notice ${endsOn ? `until ${formatLong(endsOn)}` : 'until it is lifted'}.`,
  'noticed-already': ({ targets }: { targets: readonly number[] }) =>
    `A notice for ${targetLetters(targets)} is on its way or has arrived.`,
  'says-too-much': ({ targets }: { targets: readonly number[] }) =>
    `What this notice says of ${targetLetters(targets)} is no longer so. Record that it did not arrive and send a new one.`,
  'last-day-moved': ({ lastDayOn }: { lastDayOn: CalendarDate }) =>
    `Sent today, its last day to object would be ${formatLong(lastDayOn)}, and it prints an earlier one. Record that it did not arrive and send a new one.`,
  'answered-already': () => 'Their records have left: a notice would say that nothing has.',
  'preview-out-of-date': ({ lastDayOn }: { lastDayOn: CalendarDate }) =>
    `The last day to object would now be ${formatLong(lastDayOn)}. Read the letter again before it goes.`,
  'no-postal-address': () => 'There is no postal address on file for this subscriber.',
  'posted-before-written': () => 'It cannot be posted before the day on which it is written.',
  'posted-too-far-ahead': () => 'A letter is posted within a week of being written.',
  'not-a-letter': () => 'This notice went by e-mail: there is nothing to post.',
  'posted-in-the-future': () => 'It cannot have been posted after today.',
  'posted-too-late': ({ lastDayOn }: { lastDayOn: CalendarDate }) =>
    `Posted then, it arrives after ${formatLong(lastDayOn)}, the last day that it prints. Record that it did not arrive in time and make another.`,
  'no-such-notice': () => 'There is no such notice on this subpoena.',
  'failed-before': () => 'It is on file that this notice did not arrive.',
  'delivered-before': () => 'This notice has taken effect; how it was delivered is on file.',
  'still-on-its-way': () => 'This notice waits to be sent. Its delivery is recorded once the server took it.',
  'delivered-in-the-future': () => 'It cannot have been delivered after today.',
  'delivered-too-late': ({ lastDayOn }: { lastDayOn: CalendarDate }) =>
    `The last day to object that it prints is ${formatLong(lastDayOn)}. Record that it did not arrive in time and send a new one.`,
  'delivered-before-written': () => 'It cannot have been delivered before it was written.',
  'no-such-bar': () => 'There is no such order on this subpoena.',
  'lifted-before': () => 'This order was lifted before.',
  'bar-ends-in-the-past': () => 'The order’s last day has passed: it forbids nothing any more.',
  'noticed-before-the-bar': ({ targets }: { targets: readonly number[] }) =>
    `The subscriber of ${targetLetters(targets)} was told before. An order cannot take that back.`,
})
