import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'
import { accept, type Result, refusals } from '#lib/result.ts'

export const refuse = refusals({
  'received-in-future': () => 'It cannot have been received later than now.',
  'served-in-future': () => 'It cannot have been served later than now.',
  'served-after-receipt': ({ receivedOn }: { receivedOn: CalendarDate }) =>
    `It was received on ${formatLong(receivedOn)}, so it was not served later. A paper served again is logged again.`,
  'too-many-targets': ({ count }: { count: number }) =>
    `There are ${count.toLocaleString('en-US')} targets; a subpoena holds at most 500. Log the rest as a second paper.`,
  'target-too-long': ({ line }: { line: number }) =>
    `Target ${line} is longer than 300 characters. Is it a line of another text?`,
})

/**
 * Whether the two times that we know ourselves can be. What is printed on the paper may be absurd; these may not.
 *
 * Rule: neither lies in the future; service is not later than the day after receipt, which leaves room for a courtesy
 *       copy sent ahead.
 */
export function receipt(
  { servedAt, receivedAt }: { readonly servedAt: Instant; readonly receivedAt: Instant },
  now: Instant,
  zone: string,
): Result<{ receivedOn: CalendarDate; servedOn: CalendarDate }> {
  if (receivedAt > now) return refuse('received-in-future', {}, 'receivedAt')
  if (servedAt > now) return refuse('served-in-future', {}, 'servedAt')
  const receivedOn = dayOf(receivedAt, zone)
  const servedOn = dayOf(servedAt, zone)
  return servedOn > addDays(receivedOn, 1)
    ? refuse('served-after-receipt', { receivedOn }, 'servedAt')
    : accept({ receivedOn, servedOn })
}
