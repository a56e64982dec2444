import { asc, eq } from 'drizzle-orm'
import { balanceOf, type InvoiceFacts } from '#lib/billing/balance.ts'
import type { Cents } from '#lib/money.ts'
import { invoiceFacts } from './queries/billing_state.ts'
import { invoices, subpoenas } from './schema.ts'
import type { On } from './tx.ts'

export type InvoiceRow = typeof invoices.$inferSelect

/** An invoice as a command needs it: its frozen row, the facts that its balance follows from, whose case it is. */
export type LoadedInvoice = {
  readonly row: InvoiceRow
  readonly facts: InvoiceFacts
  readonly balance: Cents
  readonly reference: string
  readonly policyVersion: number
}

export async function loadInvoice(on: On, number: string): Promise<LoadedInvoice | null> {
  const [found] = await on
    .select({
      row: invoices,
      reference: subpoenas.reference,
      policyVersion: subpoenas.policyVersion,
    })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .where(eq(invoices.number, number))
  if (!found) return null
  const facts = (await invoiceFacts(on, [found.row.id])).get(found.row.id)
  if (!facts) throw new Error(`The invoice ${number} has no facts.`)
  return { ...found, facts, balance: balanceOf(facts) }
}

/** An invoice with money still owed, as payments are put on it. */
export type OwedInvoice = {
  readonly id: number
  readonly number: string
  readonly subpoenaId: number
  readonly balance: Cents
  readonly facts: InvoiceFacts
}

/** What a requester still owes, the oldest invoice first; one that was taken over is as old as it was elsewhere. */
export async function owedBy(on: On, requesterId: number): Promise<OwedInvoice[]> {
  const rows = await on
    .select({ id: invoices.id, number: invoices.number, subpoenaId: invoices.subpoenaId })
    .from(invoices)
    .where(eq(invoices.billToId, requesterId))
    .orderBy(asc(invoices.issuedOn), asc(invoices.id))
  const facts = await invoiceFacts(
    on,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const its = facts.get(row.id)
    const balance = its && balanceOf(its)
    return its && balance && balance > 0 ? [{ ...row, balance, facts: its }] : []
  })
}
