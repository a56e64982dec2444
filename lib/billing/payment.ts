import { addCents, type Cents } from '#lib/money.ts'
import { accept, type Result } from '#lib/result.ts'
import { type Allocation, allocate } from './balance.ts'
import { refuse } from './refusals.ts'

/** An invoice with money still owed. */
export type OpenInvoice = { readonly number: string; readonly balance: Cents }
/** What the payer, or the clerk, wants to be put on an invoice. */
export type Wanted = { readonly invoice: string; readonly cents: Cents }

type Kinds = 'not-open' | 'above-balance' | 'above-payment' | 'named-twice'

/**
 * Where a payment goes. As wanted, to the cent, when amounts were named; else over the open invoices in the order
 * given, the one named `first` before the others. What no invoice takes stays with the payer as a credit.
 *
 * Units: cents. @throws RangeError unless the payment is more than nothing.
 */
export function distribute<Invoice extends OpenInvoice>(
  payment: Cents,
  open: readonly Invoice[],
  { wanted = [], first }: { readonly wanted?: readonly Wanted[]; readonly first?: string },
): Result<readonly Allocation<Invoice>[], Kinds> {
  if (wanted.length > 0) return asWanted(payment, open, wanted)
  const [named] = open.filter(({ number }) => number === first)
  if (first !== undefined && !named) return refuse('not-open', { invoice: first }, 'first')
  const others = open.filter(({ number }) => number !== first)
  return accept(allocate(payment, named ? [named, ...others] : others).allocations)
}

function asWanted<Invoice extends OpenInvoice>(
  payment: Cents,
  open: readonly Invoice[],
  wanted: readonly Wanted[],
): Result<readonly Allocation<Invoice>[], Kinds> {
  const allocations: Allocation<Invoice>[] = []
  for (const [index, { invoice: number, cents }] of wanted.entries()) {
    const field = `allocations.${index}.cents`
    const invoice = open.find((one) => one.number === number)
    if (!invoice) return refuse('not-open', { invoice: number }, field)
    if (allocations.some((one) => one.invoice === invoice))
      return refuse('named-twice', { invoice: number }, field)
    if (cents > invoice.balance)
      return refuse('above-balance', { invoice: number, balance: invoice.balance }, field)
    allocations.push({ invoice, cents })
  }
  if (addCents(...wanted.map(({ cents }) => cents)) > payment)
    return refuse('above-payment', { payment }, 'cents')
  return accept(allocations)
}

/** A part of a payment that lies on an invoice, below zero where it was taken back. */
export type Placed = { readonly invoiceId: number; readonly cents: Cents }

/** What of a payment lies on each invoice now, taken-back parts counted. Nothing where it comes to nothing. */
export function standingOn(placed: readonly Placed[]): Placed[] {
  const ids = [...new Set(placed.map(({ invoiceId }) => invoiceId))]
  return ids
    .map((invoiceId) => ({
      invoiceId,
      cents: addCents(...placed.filter((one) => one.invoiceId === invoiceId).map(({ cents }) => cents)),
    }))
    .filter(({ cents }) => cents !== 0)
}
