import { type BusinessCalendar, nextBusinessDay } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import type { KindOf } from '#lib/kinds.ts'
import { invoiceDue } from './due.ts'

/** When an invoice is likely to arrive and the due day that follows; `how` reads after "If". */
export type Expected = {
  readonly how: string
  readonly on: CalendarDate
  readonly due: Derived<CalendarDate>
}

const words: Record<KindOf<'shipmentMethods'>, string> = {
  fedex: 'Federal Express delivers it',
  courier: 'the courier delivers it',
  post: 'the mail brings it',
  fax: 'the fax arrives',
  'e-mail': 'the e-mail arrives',
  'by-hand': 'it is handed over',
}

/**
 * What an invoice may say about its due day before anybody has received it. Only an expectation: the due day is
 * counted from the receipt that is recorded.
 *
 * Units: calendar days; a courier takes one business day, the mail the policy's `mailDays`, all else no day.
 */
export function expectedReceipt(
  method: KindOf<'shipmentMethods'>,
  issuedOn: CalendarDate,
  { mailDays, dueDays }: { readonly mailDays: number; readonly dueDays: number },
  calendar: BusinessCalendar,
): Expected {
  const on =
    method === 'fedex' || method === 'courier'
      ? nextBusinessDay(issuedOn, calendar)
      : method === 'post'
        ? addDays(issuedOn, mailDays)
        : issuedOn
  return { how: words[method], on, due: invoiceDue(on, dueDays, calendar) }
}
