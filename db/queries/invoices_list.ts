import { and, count, desc, eq, inArray, notInArray, or, type SQL } from 'drizzle-orm'
import { type Actor, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { balanceOf, type InvoiceFacts, type InvoiceState, invoiceState } from '#lib/billing/balance.ts'
import { type InvoiceChoice, type InvoiceFilter, owing } from '#lib/billing/list_filter.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { addCents, type Cents, zeroCents } from '#lib/money.ts'
import { pageSize } from '#lib/subpoena/list_filter.ts'
import { invoices, requesters, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { invoiceFacts } from './billing_state.ts'
import { containing, wordsOf } from './containing.ts'
import { inBatches } from './in_batches.ts'
import { todayOf } from './office.ts'

export type ListedInvoice = {
  readonly number: string
  readonly reference: string
  readonly caption: string
  readonly caseNumber: string
  readonly billTo: string
  readonly requester: string
  readonly issuedOn: CalendarDate
  readonly total: Cents
  readonly balance: Cents
  readonly state: InvoiceState
  readonly dueOn: CalendarDate | null
}

export type InvoicesList = {
  /** As carried out: a page after the last one is the last one. */
  readonly filter: InvoiceFilter
  readonly rows: readonly ListedInvoice[]
  readonly counts: Readonly<Record<InvoiceChoice, number>>
  /** What is owed on all that the filter means, and how much of it is overdue. */
  readonly owed: Cents
  readonly overdue: Cents
  /** The name of the requester that the filter names. */
  readonly requester: string | null
  readonly today: CalendarDate
}

/** A page of issued invoices, the longest overdue first; those settled the newest first. */
export async function invoicesList(actor: Actor, asked: InvoiceFilter): Promise<InvoicesList> {
  mustBe(actor, moneyReaders)
  const on = reader()
  const today = await todayOf(on)
  const condition = meant(asked)
  const open = await openOnes(on, condition, today)
  const total = await countOf(on, condition)
  const inState = (state: InvoiceState) => open.filter((one) => one.state === state).length
  const counts = {
    open: open.length,
    overdue: inState('overdue'),
    due: inState('due'),
    'awaiting-receipt': inState('awaiting-receipt'),
    settled: total - open.length,
    all: total,
  }
  const lastPage = Math.max(1, Math.ceil(counts[asked.state] / pageSize))
  const filter = { ...asked, page: Math.min(asked.page, lastPage) }
  const sum = (ones: readonly Open[]) => addCents(zeroCents, ...ones.map(({ balance }) => balance))
  return {
    filter,
    rows: await rowsOf(on, await idsOf(on, filter, condition, open), today),
    counts,
    owed: sum(open),
    overdue: sum(open.filter(({ state }) => state === 'overdue')),
    requester: filter.requester ? await nameOf(on, filter.requester) : null,
    today,
  }
}

/** Invoices with money still owed, the longest overdue first. */
export async function unpaidInvoices(actor: Actor): Promise<ListedInvoice[]> {
  mustBe(actor, moneyReaders)
  const on = reader()
  const today = await todayOf(on)
  const open = await openOnes(on, undefined, today)
  return rowsOf(
    on,
    open.map(({ id }) => id),
    today,
  )
}

export function meant({ text, requester }: InvoiceFilter): SQL | undefined {
  const words = wordsOf(text).map((word) =>
    or(
      ...[
        ...[invoices.number, invoices.formerNumber, subpoenas.reference],
        ...[subpoenas.caption, subpoenas.caseNumber, requesters.name],
      ].map((column) => containing(column, word)),
    ),
  )
  return and(...words, requester ? eq(requesters.number, requester) : undefined)
}

export const idsJoined = (on: On) =>
  on
    .select({ id: invoices.id })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .innerJoin(requesters, eq(requesters.id, invoices.billToId))

type Open = {
  readonly id: number
  readonly state: InvoiceState
  readonly balance: Cents
  readonly facts: InvoiceFacts
}

/**
 * Those with money owed. The subpoena's cache says where to look, since an open invoice is its most pressing money;
 * how each one stands is worked out from its rows.
 */
export async function openOnes(on: On, condition: SQL | undefined, today: CalendarDate): Promise<Open[]> {
  const where = and(inArray(subpoenas.billing, [...owing]), condition)
  const ids = (await idsJoined(on).where(where)).map(({ id }) => id)
  const facts = await invoiceFacts(on, ids)
  return [...facts]
    .map(([id, one]) => ({ id, facts: one, state: invoiceState(one, today), balance: balanceOf(one) }))
    .filter(({ state }) => owing.includes(state))
    .sort((a, b) => urgency(a) - urgency(b) || compare(dayOf(a), dayOf(b)) || a.id - b.id)
}

const urgency = ({ state }: Open) => owing.indexOf(state)
const dayOf = ({ facts }: Open) => facts.receipt?.dueOn ?? facts.issuedOn
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Each invoice has its subpoena and its payer, so that where nothing is asked of those nothing is joined. */
async function countOf(on: On, condition: SQL | undefined): Promise<number> {
  const all = on.select({ count: count() }).from(invoices)
  const joined = on
    .select({ count: count() })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .innerJoin(requesters, eq(requesters.id, invoices.billToId))
  const [row] = condition ? await joined.where(condition) : await all
  return row?.count ?? 0
}

async function idsOf(
  on: On,
  { state, page }: InvoiceFilter,
  condition: SQL | undefined,
  open: readonly Open[],
): Promise<number[]> {
  const from = (page - 1) * pageSize
  if (state !== 'all' && state !== 'settled') {
    const wanted = open.filter((one) => state === 'open' || one.state === state)
    return wanted.slice(from, from + pageSize).map(({ id }) => id)
  }
  const openIds = open.map(({ id }) => id)
  const unsettled = state === 'settled' && openIds.length > 0 ? notInArray(invoices.id, openIds) : undefined
  const rows = await idsJoined(on)
    .where(and(unsettled, condition))
    .orderBy(desc(invoices.id))
    .limit(pageSize)
    .offset(from)
  return rows.map(({ id }) => id)
}

export async function rowsOf(on: On, ids: readonly number[], today: CalendarDate): Promise<ListedInvoice[]> {
  const facts = await invoiceFacts(on, ids)
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: invoices.id,
        number: invoices.number,
        reference: subpoenas.reference,
        caption: subpoenas.caption,
        caseNumber: subpoenas.caseNumber,
        billTo: requesters.name,
        requester: requesters.number,
        issuedOn: invoices.issuedOn,
        total: invoices.totalCents,
      })
      .from(invoices)
      .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
      .innerJoin(requesters, eq(requesters.id, invoices.billToId))
      .where(inArray(invoices.id, batch)),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const [row, own] = [byId.get(id), facts.get(id)]
    if (!row || !own) return []
    const { id: _, ...listed } = row
    const state = invoiceState(own, today)
    return [{ ...listed, balance: balanceOf(own), state, dueOn: own.receipt?.dueOn ?? null }]
  })
}

async function nameOf(on: On, number: string): Promise<string | null> {
  const [row] = await on
    .select({ name: requesters.name })
    .from(requesters)
    .where(eq(requesters.number, number))
  return row?.name ?? null
}
