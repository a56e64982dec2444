import { type Cents, subtractCents } from '#lib/money.ts'
import { accept, type Result } from '#lib/result.ts'
import { balanceOf, type InvoiceFacts, sumOf } from './balance.ts'
import { refuse } from './refusals.ts'

/**
 * Whether an invoice can be credited by an amount: never by more than it asked for, all corrections together. A
 * credit may exceed the balance of an invoice that was paid already; the rest is then owed back.
 */
export function checkCredit(
  facts: InvoiceFacts,
  amount: Cents,
): Result<Cents, 'amount-not-positive' | 'credit-above-invoice'> {
  const most = subtractCents(facts.total, sumOf([...facts.credits, ...facts.writeOffs]))
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
