import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { formatLong } from '#lib/calendar/format.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import {
  allocations,
  contacts,
  history,
  imports,
  invoices,
  payments,
  requesters,
  subpoenas,
} from '../schema.ts'
import type { On } from '../tx.ts'

const subpoenasOf = (on: On, importId: number) =>
  on.select({ id: subpoenas.id }).from(subpoenas).where(eq(subpoenas.importId, importId))
const requestersOf = (on: On, importId: number) =>
  on.select({ id: requesters.id }).from(requesters).where(eq(requesters.importId, importId))
const invoicesOf = (on: On, importId: number) =>
  on.select({ id: invoices.id }).from(invoices).where(eq(invoices.importId, importId))

/** The first thing that was done with what came in an import, in words; null while nothing was. */
export async function builtOn(on: On, importId: number, zone: string): Promise<string | null> {
  return (
    (await workedOn(on, importId, zone)) ??
    (await paidOn(on, importId)) ??
    (await billedOn(on, importId)) ??
    (await namedSince(on, importId)) ??
    (await addedTo(on, importId))
  )
}

/** Whoever does something to a subpoena or an invoice leaves a line about it in the history. */
async function workedOn(on: On, importId: number, zone: string): Promise<string | null> {
  const [row] = await on
    .select({
      reference: subpoenas.reference,
      number: invoices.number,
      command: history.command,
      at: history.at,
    })
    .from(history)
    .leftJoin(subpoenas, eq(subpoenas.id, history.subpoenaId))
    .leftJoin(invoices, eq(invoices.id, history.invoiceId))
    .where(
      or(
        inArray(history.subpoenaId, subpoenasOf(on, importId)),
        inArray(history.invoiceId, invoicesOf(on, importId)),
      ),
    )
    .orderBy(asc(history.sequence))
    .limit(1)
  if (!row) return null
  const what = row.command.replaceAll('-', ' ')
  return `${row.number ?? row.reference} was worked on since, first on ${formatLong(dayOf(row.at, zone))} (${what})`
}

/** A check that went over several invoices is told of one of them alone. */
async function paidOn(on: On, importId: number): Promise<string | null> {
  const [row] = await on
    .select({ invoice: invoices.number, payment: payments.number })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .where(eq(invoices.importId, importId))
    .orderBy(asc(allocations.id))
    .limit(1)
  return row ? `${row.invoice} was paid by ${row.payment}` : null
}

/** Money stands on it: an opening balance that came with another import. */
async function billedOn(on: On, importId: number): Promise<string | null> {
  const [row] = await on
    .select({ reference: subpoenas.reference, number: invoices.number, by: imports.number })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .leftJoin(imports, eq(imports.id, invoices.importId))
    .where(eq(subpoenas.importId, importId))
    .orderBy(asc(invoices.id))
    .limit(1)
  if (!row) return null
  return `${row.number} stands on ${row.reference}${row.by ? `: undo ${row.by} first` : ''}`
}

/** A requester that came with it stands on a paper, an invoice or a check that did not. */
async function namedSince(on: On, importId: number): Promise<string | null> {
  const came = requestersOf(on, importId)
  const [paper] = await on
    .select({ reference: subpoenas.reference, requester: requesters.number, by: imports.number })
    .from(subpoenas)
    .innerJoin(
      requesters,
      or(eq(requesters.id, subpoenas.requesterId), eq(requesters.id, subpoenas.billToId)),
    )
    .leftJoin(imports, eq(imports.id, subpoenas.importId))
    .where(
      and(inArray(requesters.id, came), or(isNull(subpoenas.importId), ne(subpoenas.importId, importId))),
    )
    .orderBy(asc(subpoenas.id))
    .limit(1)
  if (paper) {
    const first = paper.by ? `: undo ${paper.by} first` : ''
    return `${paper.reference} names ${paper.requester}, which came with it${first}`
  }
  const [invoice] = await on
    .select({ number: invoices.number, requester: requesters.number })
    .from(invoices)
    .innerJoin(requesters, eq(requesters.id, invoices.billToId))
    .where(
      and(inArray(invoices.billToId, came), or(isNull(invoices.importId), ne(invoices.importId, importId))),
    )
    .limit(1)
  if (invoice) return `${invoice.number} is billed to ${invoice.requester}, which came with it`
  const [payment] = await on
    .select({ number: payments.number, requester: requesters.number })
    .from(payments)
    .innerJoin(requesters, eq(requesters.id, payments.requesterId))
    .where(inArray(payments.requesterId, came))
    .limit(1)
  return payment ? `${payment.requester}, which came with it, has paid ${payment.number}` : null
}

async function addedTo(on: On, importId: number): Promise<string | null> {
  const [row] = await on
    .select({ number: requesters.number, contact: contacts.id })
    .from(requesters)
    .leftJoin(contacts, eq(contacts.requesterId, requesters.id))
    .where(and(eq(requesters.importId, importId), or(gt(requesters.version, 1), isNotNull(contacts.id))))
    .orderBy(asc(requesters.id))
    .limit(1)
  if (!row) return null
  return row.contact === null ? `${row.number} was changed since` : `${row.number} was given a contact since`
}
