import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { addCents, type Cents, cents, subtractCents } from '#lib/money.ts'

export type Movement = { readonly cents: Cents; readonly on: CalendarDate }

/** An issued invoice and the only things that change its balance. A reversed check stands as an allocation below zero. */
export type InvoiceFacts = {
  readonly total: Cents
  readonly issuedOn: CalendarDate
  readonly receipt: { readonly receivedOn: CalendarDate; readonly dueOn: CalendarDate } | null
  readonly allocations: readonly Movement[]
  readonly credits: readonly Movement[]
  /** Approved ones only. */
  readonly writeOffs: readonly Movement[]
}

export type InvoiceState = 'awaiting-receipt' | 'due' | 'overdue' | 'paid' | 'written-off'

/** What is still owed, in cents; below zero when more was paid or credited than the invoice asked for. */
export function balanceOf({ total, allocations, credits, writeOffs }: InvoiceFacts): Cents {
  return subtractCents(total, sumOf([...allocations, ...credits, ...writeOffs]))
}

/**
 * How an invoice stands on a day. Written off when a write-off is what cleared it; overdue from the day after the
 * due day; an invoice that nobody has received yet is not due.
 */
export function invoiceState(facts: InvoiceFacts, today: CalendarDate): InvoiceState {
  const balance = balanceOf(facts)
  if (balance <= 0) return balance + sumOf(facts.writeOffs) > 0 ? 'written-off' : 'paid'
  if (facts.receipt === null) return 'awaiting-receipt'
  return today > facts.receipt.dueOn ? 'overdue' : 'due'
}

/** The day on which the calendar alone will make an invoice overdue; null when it will not. */
export function overdueFrom(facts: InvoiceFacts, today: CalendarDate): CalendarDate | null {
  return facts.receipt !== null && invoiceState(facts, today) === 'due'
    ? addDays(facts.receipt.dueOn, 1)
    : null
}

/** What movements come to together. */
export function sumOf(movements: readonly Movement[]): Cents {
  return addCents(...movements.map((movement) => movement.cents))
}

export type Allocation<Invoice> = { readonly invoice: Invoice; readonly cents: Cents }

/**
 * Splits one payment over invoices in the order given, each up to its balance; what no invoice asks for is the
 * over-payment. To the cent: the shares and the over-payment are together the payment.
 *
 * @throws RangeError unless the payment is more than nothing.
 */
export function allocate<Invoice extends { readonly balance: Cents }>(
  payment: Cents,
  invoices: readonly Invoice[],
): { readonly allocations: readonly Allocation<Invoice>[]; readonly overPayment: Cents } {
  if (payment <= 0) throw new RangeError(`Not a payment: ${payment}`)
  const allocations: Allocation<Invoice>[] = []
  let left = payment
  for (const invoice of invoices) {
    const share = cents(Math.min(invoice.balance, left))
    if (share <= 0) continue
    allocations.push({ invoice, cents: share })
    left = subtractCents(left, share)
  }
  return { allocations, overPayment: left }
}

/** How a subpoena stands with its money: the most pressing of its invoices and of its work not billed yet. */
export type SubpoenaBilling = InvoiceState | 'none' | 'unbilled'

/** The first that is true speaks for the subpoena. Paid only when nothing of it was written off. */
const precedence = ['overdue', 'due', 'awaiting-receipt', 'unbilled', 'written-off', 'paid'] as const

export function subpoenaBilling(invoices: readonly InvoiceState[], hasUnbilled: boolean): SubpoenaBilling {
  const present = new Set<SubpoenaBilling>(invoices)
  if (hasUnbilled) present.add('unbilled')
  return precedence.find((state) => present.has(state)) ?? 'none'
}
