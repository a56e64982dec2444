import { addDays, type CalendarDate } from '../calendar/date.ts'
import { addCents, type Cents, subtractCents } from '../money.ts'
import { accept, type Result } from '../result.ts'
import { refuse } from './refusals.ts'

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
  return subtractCents(total, sum([...allocations, ...credits, ...writeOffs]))
}

/**
 * How an invoice stands on a day. Written off when a write-off is what cleared it; overdue from the day after the
 * due day; an invoice that nobody has received yet is not due.
 */
export function invoiceState(facts: InvoiceFacts, today: CalendarDate): InvoiceState {
  const balance = balanceOf(facts)
  if (balance <= 0) return balance + sum(facts.writeOffs) > 0 ? 'written-off' : 'paid'
  if (facts.receipt === null) return 'awaiting-receipt'
  return today > facts.receipt.dueOn ? 'overdue' : 'due'
}

/** The day on which the calendar alone will make an invoice overdue; null when it will not. */
export function overdueFrom(facts: InvoiceFacts, today: CalendarDate): CalendarDate | null {
  return facts.receipt !== null && invoiceState(facts, today) === 'due'
    ? addDays(facts.receipt.dueOn, 1)
    : null
}

/**
 * Whether an invoice can be credited by an amount: never by more than it asked for, all corrections together. A
 * credit may exceed the balance of an invoice that was paid already; the rest is then owed back.
 */
export function checkCredit(
  facts: InvoiceFacts,
  amount: Cents,
): Result<Cents, 'amount-not-positive' | 'credit-above-invoice'> {
  const most = subtractCents(facts.total, sum([...facts.credits, ...facts.writeOffs]))
  if (amount <= 0) return refuse('amount-not-positive', {}, 'cents')
  if (amount > most) return refuse('credit-above-invoice', { most }, 'cents')
  return accept(amount)
}

/** Whether an amount of what is still owed can be given up: never more than the balance. */
export function checkWriteOff(
  facts: InvoiceFacts,
  amount: Cents,
): Result<Cents, 'amount-not-positive' | 'write-off-above-balance'> {
  const balance = balanceOf(facts)
  if (amount <= 0) return refuse('amount-not-positive', {}, 'cents')
  if (amount > balance) return refuse('write-off-above-balance', { most: balance }, 'cents')
  return accept(amount)
}

function sum(movements: readonly Movement[]): Cents {
  return addCents(...movements.map((movement) => movement.cents))
}
