import type { BusinessCalendar } from '#lib/calendar/business.ts'
import { previousBusinessDay } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { addDays } from '#lib/calendar/date.ts'
import { weekdayName } from '#lib/calendar/format.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'

/** Commands that take something off somebody's list, and what the foot of Today says of them. */
const words: Readonly<Record<string, string>> = {
  'log-subpoena': 'logged',
  'accept-subpoena': 'accepted',
  'find-deficient': 'found deficient',
  'reject-subpoena': 'rejected',
  'refer-subpoena': 'referred',
  'withdraw-subpoena': 'withdrawn',
  'close-subpoena': 'closed',
  'send-notice': 'notice sent',
  'post-notice': 'notice posted',
  'look-at-inbox': 'inbox looked at',
  'record-outcome': 'objection settled',
  'decide-early-release': 'early release decided',
  'decide-not-to-object': 'we do not object',
  'prepare-production': 'prepared',
  'release-production': 'released',
  'record-shipment': 'sent on its way',
  'issue-invoice': 'issued',
  'record-receipt': 'receipt recorded',
  'record-payment': 'payment recorded',
  'decide-write-off': 'write-off decided',
}

export const clearingCommands: readonly string[] = Object.keys(words)

/** What a command cleared, in words; null when it cleared nothing. */
export function clearedWords(command: string): string | null {
  return words[command] ?? null
}

/** From when on something counts as cleared lately: the evening of the business day before, and how that is said. */
export function clearedSince(
  today: CalendarDate,
  zone: string,
  calendar: BusinessCalendar,
): { readonly at: Instant; readonly words: string } {
  const day = previousBusinessDay(today, calendar)
  const evening = day === addDays(today, -1) ? 'yesterday evening' : `${weekdayName(day)} evening`
  return { at: instantOf(day, '17:00', zone), words: evening }
}
