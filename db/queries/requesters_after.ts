import { and, asc, gt, inArray } from 'drizzle-orm'
import { type Actor, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { RequesterFilter } from '#lib/requester/list_filter.ts'
import { requesters } from '../schema.ts'
import { reader } from '../tx.ts'
import { wordsOf } from './containing.ts'
import { openBalances } from './open_balances.ts'
import { type ListedRequester, named, requesterReaders, rowsOf } from './requesters_list.ts'
import { type Span, type Stretch, stretchOf } from './stretch.ts'

/**
 * A stretch of the requesters, by number.
 *
 * @throws NotAllowed for a role that sees no requesters, or asks who owes and sees no money.
 */
export async function requestersAfter(
  actor: Actor,
  { text, owing }: Omit<RequesterFilter, 'page'>,
  { after, most }: Span,
): Promise<Stretch<ListedRequester>> {
  mustBe(actor, owing ? moneyReaders : requesterReaders)
  const on = reader()
  const debtors = owing ? await openBalances(on) : null
  const found = await on
    .select({ id: requesters.id })
    .from(requesters)
    .where(
      and(
        ...wordsOf(text).map(named),
        debtors ? inArray(requesters.id, [...debtors.keys()]) : undefined,
        after === null ? undefined : gt(requesters.id, after),
      ),
    )
    .orderBy(asc(requesters.id))
    .limit(most + 1)
  return stretchOf(
    found.map(({ id }) => id),
    most,
    async (ids) =>
      rowsOf(on, ids, debtors ?? (isPermitted(actor, moneyReaders) ? await openBalances(on, ids) : null)),
  )
}
