import { asc, eq, sum } from 'drizzle-orm'
import { balanceOf } from '#lib/billing/balance.ts'
import { running, yearly } from '../counters.ts'
import { invoiceFacts } from '../queries/billing_state.ts'
import {
  allocations,
  counters,
  creditMemos,
  invoiceLines,
  invoices,
  numberGaps,
  payments,
} from '../schema.ts'
import type { On } from '../tx.ts'
import type { Finding } from '../verify.ts'

type Numbered = { readonly number: string; readonly year: number; readonly sequence: number }

/** The first gap, repeat or number that is not the one its sequence says; and whether the counter is ahead or behind. */
export async function numberFault(on: On): Promise<Finding> {
  const all = await on
    .select({
      number: invoices.number,
      year: invoices.year,
      sequence: invoices.sequence,
      importId: invoices.importId,
    })
    .from(invoices)
    .orderBy(asc(invoices.year), asc(invoices.sequence))
  const issued = all.filter(({ importId }) => importId === null)
  // Opening balances are a series of their own, in which those of an import that was undone are left out.
  const wrong = all.find(
    ({ importId, year, sequence, number }) =>
      importId !== null && (year !== 0 || number !== running('OB', sequence)),
  )
  const credited = await on
    .select({ number: creditMemos.number, year: creditMemos.year, sequence: creditMemos.sequence })
    .from(creditMemos)
    .orderBy(asc(creditMemos.year), asc(creditMemos.sequence))
  const counted = new Map((await on.select().from(counters)).map(({ name, value }) => [name, value]))
  const gaps = await on.select().from(numberGaps).orderBy(asc(numberGaps.first))
  const gapsOf = (series: string) => gaps.filter((gap) => gap.series === series)
  const fault =
    (wrong ? `${wrong.number} does not carry its own number, ${wrong.sequence}.` : null) ??
    seriesFault(issued, 'INV', 'invoice', counted, gapsOf('invoice')) ??
    seriesFault(credited, 'CM', 'credit-memo', counted, gapsOf('credit-memo'))
  return { count: all.length + credited.length, fault }
}

type Gap = { readonly year: number; readonly first: number; readonly last: number }

/** @param gaps Numbers that were used outside of a backup and recorded as such, from the lowest. */
function seriesFault(
  rows: readonly Numbered[],
  prefix: string,
  series: string,
  counted: ReadonlyMap<string, number>,
  gaps: readonly Gap[],
): string | null {
  /** The number, or what follows the gaps that begin with it. */
  const past = (year: number, next: number): number => {
    const gap = gaps.find((one) => one.year === year && one.first === next)
    return gap ? past(year, gap.last + 1) : next
  }
  const next = new Map<number, number>()
  const nextOf = (year: number) => past(year, next.get(year) ?? 1)
  for (const { number, year, sequence } of rows) {
    const expected = nextOf(year)
    if (sequence !== expected)
      return `${yearly(prefix, year, expected)} is missing: ${number} follows instead.`
    if (number !== yearly(prefix, year, sequence))
      return `${number} does not carry its own number, ${sequence}.`
    next.set(year, sequence + 1)
  }
  for (const [name, value] of counted) {
    const year = Number(new RegExp(`^${series}-(\\d{4})$`).exec(name)?.[1])
    if (year && nextOf(year) - 1 !== value) {
      return `The counter of ${prefix}-${year} stands at ${value}, but the last number issued is ${nextOf(year) - 1}.`
    }
  }
  return null
}

/** The first invoice whose lines do not make its total, or whose balance fell below nothing. */
export async function invoiceFault(on: On): Promise<Finding> {
  const rows = await on
    .select({ id: invoices.id, number: invoices.number, total: invoices.totalCents })
    .from(invoices)
    .orderBy(asc(invoices.id))
  const facts = await invoiceFacts(
    on,
    rows.map((row) => row.id),
  )
  for (const [index, { id, number, total }] of rows.entries()) {
    const [lines] = await on
      .select({ cents: sum(invoiceLines.cents).mapWith(Number) })
      .from(invoiceLines)
      .where(eq(invoiceLines.invoiceId, id))
    if (lines?.cents !== total)
      return { count: index, fault: `The lines of ${number} do not add up to its total.` }
    const invoice = facts.get(id)
    if (invoice && balanceOf(invoice) < 0)
      return { count: index, fault: `More than the whole of ${number} was settled.` }
  }
  return { count: rows.length, fault: null }
}

/** The first check of which more was allocated than it was written for. */
export async function ledgerFault(on: On): Promise<Finding> {
  const rows = await on.select().from(payments).orderBy(asc(payments.id))
  const spentOf = new Map<number, number>()
  for (const part of await on.select().from(allocations)) {
    spentOf.set(part.paymentId, (spentOf.get(part.paymentId) ?? 0) + part.cents)
  }
  for (const [index, { id, number, cents }] of rows.entries()) {
    const spent = spentOf.get(id) ?? 0
    if (spent > cents || spent < 0)
      return { count: index, fault: `More of payment ${number} was allocated than it holds.` }
  }
  return { count: rows.length, fault: null }
}
