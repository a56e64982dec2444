import { and, asc, count, inArray, max, or, type SQL, sql } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type Cents, zeroCents } from '#lib/money.ts'
import type { RequesterFilter } from '#lib/requester/list_filter.ts'
import { pageSize } from '#lib/subpoena/list_filter.ts'
import { requesters, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { containing, wordsOf } from './containing.ts'
import { todayOf } from './office.ts'
import { openBalances } from './open_balances.ts'

/** The roles that see who serves papers and pays; none of it says who a subscriber is. */
export const requesterReaders = [...caseReaders, 'billing'] as const

export type ListedRequester = {
  readonly number: string
  readonly name: string
  readonly email: string
  readonly phone: string
  /** How many papers they served, and the day the last of them was received. */
  readonly papers: number
  readonly lastOn: CalendarDate | null
  /** What they owe on issued invoices; null for those who see no money. */
  readonly owed: Cents | null
}

export type RequestersList = {
  /** As carried out: a page after the last one is the last one. */
  readonly filter: RequesterFilter
  readonly rows: readonly ListedRequester[]
  readonly total: number
  readonly today: CalendarDate
}

/** A page of the requesters, by name; of those who owe, the one who owes most first. */
export async function requestersList(actor: Actor, asked: RequesterFilter): Promise<RequestersList> {
  mustBe(actor, requesterReaders)
  const on = reader()
  const seesMoney = isPermitted(actor, moneyReaders)
  const owing = seesMoney && asked.owing
  const condition = and(...wordsOf(asked.text).map(named))
  const everyone = owing ? await openBalances(on) : null
  const debtors = everyone ? await found(on, inAll(everyone), condition) : null
  const total = debtors ? debtors.length : await countOf(on, condition)
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / pageSize)))
  const from = (page - 1) * pageSize
  const owedBy = (id: number) => everyone?.get(id) ?? zeroCents
  const ids = debtors
    ? debtors.toSorted((a, b) => owedBy(b) - owedBy(a)).slice(from, from + pageSize)
    : await byName(on, condition, from)
  const owed = everyone ?? (seesMoney ? await openBalances(on, ids) : null)
  return {
    filter: { ...asked, owing, page },
    rows: await rowsOf(on, ids, owed),
    total,
    today: await todayOf(on),
  }
}

export function named(word: string): SQL | undefined {
  const columns = [requesters.name, requesters.number, requesters.attention, requesters.email]
  return or(...columns.map((column) => containing(column, word)))
}

const inAll = (balances: ReadonlyMap<number, Cents>) => inArray(requesters.id, [...balances.keys()])
const nameFirst = () => [asc(sql`lower(${requesters.name})`), asc(requesters.id)]

async function found(on: On, among: SQL, condition: SQL | undefined): Promise<number[]> {
  const rows = await on
    .select({ id: requesters.id })
    .from(requesters)
    .where(and(among, condition))
    .orderBy(...nameFirst())
  return rows.map(({ id }) => id)
}

async function countOf(on: On, condition: SQL | undefined): Promise<number> {
  const [row] = await on.select({ count: count() }).from(requesters).where(condition)
  return row?.count ?? 0
}

async function byName(on: On, condition: SQL | undefined, from: number): Promise<number[]> {
  const rows = await on
    .select({ id: requesters.id })
    .from(requesters)
    .where(condition)
    .orderBy(...nameFirst())
    .limit(pageSize)
    .offset(from)
  return rows.map(({ id }) => id)
}

export async function rowsOf(
  on: On,
  ids: readonly number[],
  owed: ReadonlyMap<number, Cents> | null,
): Promise<ListedRequester[]> {
  if (ids.length === 0) return []
  const rows = await on
    .select({
      id: requesters.id,
      number: requesters.number,
      name: requesters.name,
      email: requesters.email,
      phone: requesters.phone,
    })
    .from(requesters)
    .where(inArray(requesters.id, [...ids]))
  const served = await servedBy(on, ids)
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = rowOf.get(id)
    if (!row) return []
    const { id: _, ...listed } = row
    const { papers, lastOn } = served.get(id) ?? { papers: 0, lastOn: null }
    return [{ ...listed, papers, lastOn, owed: owed ? (owed.get(id) ?? zeroCents) : null }]
  })
}

/** The last one logged is the last one received, to a day or two; it is found by index. */
async function servedBy(on: On, ids: readonly number[]) {
  const counted = await on
    .select({ requesterId: subpoenas.requesterId, papers: count(), lastId: max(subpoenas.id) })
    .from(subpoenas)
    .where(inArray(subpoenas.requesterId, [...ids]))
    .groupBy(subpoenas.requesterId)
  const lastIds = counted.flatMap(({ lastId }) => lastId ?? [])
  const last = await on
    .select({ id: subpoenas.id, on: subpoenas.deemedReceivedOn })
    .from(subpoenas)
    .where(inArray(subpoenas.id, lastIds))
  const dayOf = new Map(last.map((row) => [row.id, row.on]))
  return new Map(
    counted.map(({ requesterId, papers, lastId }) => [
      requesterId,
      { papers, lastOn: dayOf.get(lastId ?? 0) ?? null },
    ]),
  )
}
