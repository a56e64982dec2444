import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type InvoiceFacts, invoiceState, subpoenaBilling } from '#lib/billing/balance.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { allocations, charges, creditMemos, invoiceReceipts, invoices, writeOffs } from '../schema.ts'
import type { On } from '../tx.ts'

/** The billing of one subpoena today, and the day after which the calendar alone will change it. */
export async function billingOf(on: On, subpoenaId: number, today: CalendarDate) {
  const issued = await on
    .select({ id: invoices.id })
    .from(invoices)
    .where(eq(invoices.subpoenaId, subpoenaId))
  const facts = await invoiceFacts(
    on,
    issued.map((row) => row.id),
  )
  const each = [...facts.values()]
  const states = each.map((invoice) => invoiceState(invoice, today))
  const dueOn = each
    .filter((_, index) => states[index] === 'due')
    .map((invoice) => invoice.receipt?.dueOn ?? null)
  const first = dueOn.filter((day) => day !== null).sort()[0]
  return {
    state: subpoenaBilling(states, await hasUnbilled(on, subpoenaId)),
    nextChangeOn: first ? addDays(first, 1) : null,
  }
}

async function hasUnbilled(on: On, subpoenaId: number): Promise<boolean> {
  const [row] = await on
    .select({ id: charges.id })
    .from(charges)
    .where(and(eq(charges.subpoenaId, subpoenaId), isNull(charges.invoiceId), isNull(charges.droppedAt)))
    .limit(1)
  return row !== undefined
}

/** What balance and state of invoices are worked out from, by invoice id. The last receipt recorded is the one that counts. */
export async function invoiceFacts(on: On, ids: readonly number[]): Promise<Map<number, InvoiceFacts>> {
  if (ids.length === 0) return new Map()
  const list = [...ids]
  const rows = await on
    .select({ id: invoices.id, total: invoices.totalCents, issuedOn: invoices.issuedOn })
    .from(invoices)
    .where(inArray(invoices.id, list))
    .orderBy(asc(invoices.id))
  const receipts = await on
    .select()
    .from(invoiceReceipts)
    .where(inArray(invoiceReceipts.invoiceId, list))
    .orderBy(desc(invoiceReceipts.id))
  const paid = await on.select().from(allocations).where(inArray(allocations.invoiceId, list))
  const credited = await on.select().from(creditMemos).where(inArray(creditMemos.invoiceId, list))
  const written = await on
    .select()
    .from(writeOffs)
    .where(and(inArray(writeOffs.invoiceId, list), eq(writeOffs.decision, 'approved')))
  return new Map(
    rows.map(({ id, total, issuedOn }) => {
      const receipt = receipts.find((row) => row.invoiceId === id)
      const facts: InvoiceFacts = {
        total,
        issuedOn,
        receipt: receipt ? { receivedOn: receipt.receivedOn, dueOn: receipt.dueOn } : null,
        allocations: paid
          .filter((row) => row.invoiceId === id)
          .map(({ cents, onDate }) => ({ cents, on: onDate })),
        credits: credited
          .filter((row) => row.invoiceId === id)
          .map(({ cents, issuedOn: on }) => ({ cents, on })),
        writeOffs: written
          .filter((row) => row.invoiceId === id)
          .map(({ cents, decidedOn }) => ({ cents, on: decidedOn ?? issuedOn })),
      }
      return [id, facts]
    }),
  )
}
