import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { refusals } from '#lib/result.ts'

export const refuse = refusals({
  'nothing-to-invoice': () => 'There is no unbilled work or cost to invoice.',
  'testimony-needs-a-rate': () =>
    'Testimony has no rate yet. Set an hourly rate in the fee schedule before it is billed.',
  'total-not-positive': ({ total }: { total: Cents }) =>
    `The lines come to ${formatMoney(total)}. An invoice needs something to pay.`,
  'amount-not-positive': () => 'The amount must be more than $0.00.',
  'credit-above-invoice': ({ most }: { most: Cents }) =>
    `At most ${formatMoney(most)} of this invoice can still be credited.`,
  'write-off-above-balance': ({ most }: { most: Cents }) =>
    `At most ${formatMoney(most)}, the balance of this invoice, can be written off.`,

  'in-the-future': () => 'That day is still to come: record it when it has been.',
  'amount-needed': () => 'A free line needs an amount.',
  'minutes-needed': () => 'Testimony needs its minutes.',
  'no-such-charge': ({ charge }: { charge: number }) =>
    `Charge ${charge} is not there, or is billed already.`,
  'charge-dropped': () => 'This charge was dropped before.',
  'charge-invoiced': ({ invoice }: { invoice: string }) =>
    `This charge stands on ${invoice} and never changes. A credit memo corrects it.`,

  'before-issued': ({ issuedOn }: { issuedOn: CalendarDate }) =>
    `The invoice was issued on ${formatLong(issuedOn)}; this cannot have been earlier.`,
  'tracking-needed': () => 'A parcel needs its tracking number.',
  'address-needed': () => 'An e-mail needs an address: none is on file.',
  'receipt-recorded': ({ receivedOn }: { receivedOn: CalendarDate }) =>
    `${formatLong(receivedOn)} is on file as the day of receipt. Say why it was another day.`,

  'not-printable': ({ what, characters }: { what: string; characters: string }) =>
    `${what} holds characters that no paper of ours can print: ${characters}. Add the printed form first.`,
  'no-such-payment': () => 'There is no such payment.',
  'check-recorded-before': ({ check, payment }: { check: string; payment: string }) =>
    `Check ${check} of this requester was recorded before, as ${payment}. Say that this is another check, or leave it.`,
  'not-open': ({ invoice }: { invoice: string }) =>
    `${invoice} is not an open invoice of this requester: it is paid, or billed to another.`,
  'above-balance': ({ invoice, balance }: { invoice: string; balance: Cents }) =>
    `${formatMoney(balance)} is left to pay of ${invoice}; no more can be put on it.`,
  'above-payment': ({ payment }: { payment: Cents }) =>
    `The check is for ${formatMoney(payment)}, and more than that was put on invoices.`,
  'named-twice': ({ invoice }: { invoice: string }) => `${invoice} is named twice.`,
  'nothing-left': ({ left }: { left: Cents }) =>
    `${formatMoney(left)} of this payment is not on an invoice yet.`,
  'payment-reversed': () => 'This payment was reversed before: nothing of it is left.',
  'nothing-owed': ({ invoice }: { invoice: string }) => `Nothing is left to pay of ${invoice}.`,

  'write-off-asked': () => 'A write-off of this invoice waits for counsel already.',
  'no-write-off-asked': () => 'Nobody asked to write anything off this invoice.',
  'asked-by-you': () => 'You asked for this write-off. Another person must decide on it.',
})
