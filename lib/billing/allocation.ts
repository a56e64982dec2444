import { type Cents, cents, subtractCents } from '../money.ts'

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
