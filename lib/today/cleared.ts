import type { BusinessCalendar } from '#lib/calendar/business.ts'
import { previousBusinessDay } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { addDays } from '#lib/calendar/date.ts'
import { weekdayName } from '#lib/calendar/format.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'

/** Commands that take something off somebody's list, and what the foot of Today says of them. */
const words: Readonly<Record<string, string>> = {
  'log-subpoena': 'logged',
  'record-preservation-done': 'kept',
  'accept-subpoena': 'accepted',
  'accept-in-part': 'accepted in part',
  'find-deficient': 'found deficient',
  'reject-subpoena': 'rejected',
  'refer-subpoena': 'referred',
  'withdraw-subpoena': 'withdrawn',
  'close-subpoena': 'closed',
  'send-terms': 'terms sent',
  'record-terms-agreed': 'terms agreed',
  'waive-terms': 'terms waived',
  'find-subscriber': 'subscriber found',
  'none-found': 'searched, none found',
  'send-notice': 'notice sent',
  'post-notice': 'letter made',
  'record-notice-posted': 'notice posted',
  'record-notice-delivered': 'notice delivered',
  'settle-unsure-mail': 'notice settled',
  'send-again': 'mail sent again',
  'set-mail-aside': 'mail set aside',
  'look-at-objection-inbox': 'inbox looked at',
  'record-objection-outcome': 'objection settled',
  'object-ourselves': 'we objected',
  'decide-not-to-object': 'we do not object',
  'approve-early-release': 'early release approved',
  'refuse-early-release': 'early release refused',
  'prepare-production': 'prepared',
  'prepare-no-records': 'prepared, no records',
  'release-production': 'released',
  'ship-production': 'sent on its way',
  'issue-invoice': 'issued',
  'send-invoice': 'sent',
  'record-invoice-receipt': 'receipt recorded',
  'record-payment': 'paid on',
  'issue-credit-memo': 'credited',
  'approve-write-off': 'written off',
  'refuse-write-off': 'write-off refused',
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
