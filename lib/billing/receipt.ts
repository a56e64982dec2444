import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { type KindOf, kindsOf } from '#lib/kinds.ts'

/** How we know on which day an invoice was received. */
export type ReceiptBasis = KindOf<'receiptBases'>

export const receiptBases = kindsOf('receiptBases')

/**
 * The day on which an invoice counts as received, from the day it was sent; null where only a record can tell
 * (the courier's delivery day, or what the requester said).
 *
 * Units:  calendar days, not moved off closed days; `mailDays` is the policy's.
 * Source: the office's reading of "receipt of the invoice".
 */
export function presumedReceiptOn(
  basis: ReceiptBasis,
  sentOn: CalendarDate,
  mailDays = 5,
): CalendarDate | null {
  switch (basis) {
    case 'mail-presumed':
      return addDays(sentOn, mailDays)
    case 'email-sent':
    case 'fax-confirmed':
    case 'by-hand':
      return sentOn
    case 'fedex-delivered':
    case 'stated-by-requester':
    case 'imported':
      return null
  }
}
