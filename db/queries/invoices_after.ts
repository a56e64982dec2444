import { and, desc, lt, notInArray } from 'drizzle-orm'
import { type Actor, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { InvoiceFilter } from '#lib/billing/list_filter.ts'
import { invoices } from '../schema.ts'
import { reader } from '../tx.ts'
import { idsJoined, type ListedInvoice, meant, openOnes, rowsOf } from './invoices_list.ts'
import { todayOf } from './office.ts'
import { type Span, type Stretch, stretchOf } from './stretch.ts'

/**
 * A stretch of issued invoices, the newest first.
 *
 * @throws NotAllowed for a role that sees no money.
 */
export async function invoicesAfter(
  actor: Actor,
  asked: Omit<InvoiceFilter, 'page'>,
  { after, most }: Span,
): Promise<Stretch<ListedInvoice>> {
  mustBe(actor, moneyReaders)
  const on = reader()
  const today = await todayOf(on)
  const condition = meant({ ...asked, page: 1 })
  const { state } = asked
  const open = state === 'all' ? [] : await openOnes(on, condition, today)
  const rows = (ids: readonly number[]) => rowsOf(on, ids, today)
  if (state !== 'all' && state !== 'settled') {
    const ids = open
      .filter((one) => state === 'open' || one.state === state)
      .map(({ id }) => id)
      .filter((id) => after === null || id < after)
      .toSorted((a, b) => b - a)
    return stretchOf(ids, most, rows)
  }
  const openIds = open.map(({ id }) => id)
  const found = await idsJoined(on)
    .where(
      and(
        openIds.length > 0 ? notInArray(invoices.id, openIds) : undefined,
        condition,
        after === null ? undefined : lt(invoices.id, after),
      ),
    )
    .orderBy(desc(invoices.id))
    .limit(most + 1)
  return stretchOf(
    found.map(({ id }) => id),
    most,
    rows,
  )
}
