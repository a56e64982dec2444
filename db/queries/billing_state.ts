import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import {
  type InvoiceFacts,
  invoiceState,
  type SubpoenaBilling,
  subpoenaBilling,
} from '#lib/billing/balance.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { allocations, charges, creditMemos, invoiceReceipts, invoices, writeOffs } from '../schema.ts'
import type { On } from '../tx.ts'
import { groupedBy, inBatches } from './in_batches.ts'

/** How a subpoena stands with its money today, and the day after which the calendar alone will change it. */
export type BillingNow = { readonly state: SubpoenaBilling; readonly nextChangeOn: CalendarDate | null }

/** The billing of many subpoenas, by their row ids; one that has nothing billed or to bill is `none`. */
export async function billingsOf(
  on: On,
  ids: readonly number[],
  today: CalendarDate,
): Promise<Map<number, BillingNow>> {
  const issued = await inBatches(ids, (batch) =>
    on
      .select({ id: invoices.id, subpoenaId: invoices.subpoenaId })
      .from(invoices)
      .where(inArray(invoices.subpoenaId, batch)),
  )
  const facts = await invoiceFacts(
    on,
    issued.map((row) => row.id),
  )
  const issuedOf = groupedBy(issued, (row) => row.subpoenaId)
  const unbilled = await havingUnbilled(on, ids)
  return new Map(
    ids.map((id) => {
      const own = (issuedOf.get(id) ?? []).flatMap((row) => facts.get(row.id) ?? [])
      return [id, billingNow(own, unbilled.has(id), today)]
    }),
  )
}

function billingNow(own: readonly InvoiceFacts[], hasUnbilled: boolean, today: CalendarDate): BillingNow {
  const states = own.map((invoice) => invoiceState(invoice, today))
  const dueOn = own
    .filter((_, index) => states[index] === 'due')
    .map((invoice) => invoice.receipt?.dueOn ?? null)
    .filter((day) => day !== null)
    .sort()[0]
  return { state: subpoenaBilling(states, hasUnbilled), nextChangeOn: dueOn ? addDays(dueOn, 1) : null }
}

/** Those of the subpoenas that have work or costs on no invoice yet. */
async function havingUnbilled(on: On, ids: readonly number[]): Promise<Set<number>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .selectDistinct({ subpoenaId: charges.subpoenaId })
      .from(charges)
      .where(and(inArray(charges.subpoenaId, batch), isNull(charges.invoiceId), isNull(charges.droppedAt))),
  )
  return new Set(rows.map((row) => row.subpoenaId))
}

/** What balance and state of invoices are worked out from, by invoice id. The last receipt recorded is the one that counts. */
export async function invoiceFacts(on: On, ids: readonly number[]): Promise<Map<number, InvoiceFacts>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ id: invoices.id, total: invoices.totalCents, issuedOn: invoices.issuedOn })
      .from(invoices)
      .where(inArray(invoices.id, batch))
      .orderBy(asc(invoices.id)),
  )
  const receipts = await inBatches(ids, (batch) =>
    on
      .select({
        invoiceId: invoiceReceipts.invoiceId,
        receivedOn: invoiceReceipts.receivedOn,
        dueOn: invoiceReceipts.dueOn,
      })
      .from(invoiceReceipts)
      .where(inArray(invoiceReceipts.invoiceId, batch))
      .orderBy(asc(invoiceReceipts.id)),
  )
  const paid = await inBatches(ids, (batch) =>
    on.select().from(allocations).where(inArray(allocations.invoiceId, batch)),
  )
  const credited = await inBatches(ids, (batch) =>
    on.select().from(creditMemos).where(inArray(creditMemos.invoiceId, batch)),
  )
  const written = await inBatches(ids, (batch) =>
    on
      .select()
      .from(writeOffs)
      .where(and(inArray(writeOffs.invoiceId, batch), eq(writeOffs.decision, 'approved'))),
  )
  const receiptOf = new Map(receipts.map(({ invoiceId, ...receipt }) => [invoiceId, receipt]))
  const paidOf = groupedBy(paid, (row) => row.invoiceId)
  const creditedOf = groupedBy(credited, (row) => row.invoiceId)
  const writtenOf = groupedBy(written, (row) => row.invoiceId)
  return new Map(
    rows.map(({ id, total, issuedOn }): [number, InvoiceFacts] => [
      id,
      {
        total,
        issuedOn,
        receipt: receiptOf.get(id) ?? null,
        allocations: (paidOf.get(id) ?? []).map(({ cents, onDate }) => ({ cents, on: onDate })),
        credits: (creditedOf.get(id) ?? []).map(({ cents, issuedOn: on }) => ({ cents, on })),
        writeOffs: (writtenOf.get(id) ?? []).map(({ cents, decidedOn }) => ({
          cents,
          on: decidedOn ?? issuedOn,
        })),
      },
    ]),
  )
}
