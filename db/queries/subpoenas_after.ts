import { and, desc, inArray, lt } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { ListFilter } from '#lib/subpoena/list_filter.ts'
import { subpoenas } from '../schema.ts'
import { reader } from '../tx.ts'
import { meant } from './find_subpoenas.ts'
import { type Span, type Stretch, stretchOf } from './stretch.ts'
import { type ListedSubpoena, rowsOf, stagesOf } from './subpoenas_list.ts'

/**
 * A stretch of the subpoenas that a filter means, the newest first. By the cache of their stages; guards never read it.
 *
 * @throws NotAllowed for a role that does not see the case, or asks after money that it does not see.
 */
export async function subpoenasAfter(
  actor: Actor,
  filter: Omit<ListFilter, 'sort' | 'page'>,
  { after, most }: Span,
): Promise<Stretch<ListedSubpoena>> {
  mustBe(actor, caseReaders)
  if (filter.billing !== null) mustBe(actor, moneyReaders)
  const on = reader()
  const seesMoney = isPermitted(actor, moneyReaders)
  const found = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(
      and(
        filter.stage === 'all' ? undefined : inArray(subpoenas.stage, [...stagesOf(filter.stage)]),
        meant(on, actor, { ...filter, sort: 'newest', page: 1 }),
        after === null ? undefined : lt(subpoenas.id, after),
      ),
    )
    .orderBy(desc(subpoenas.id))
    .limit(most + 1)
  return stretchOf(
    found.map(({ id }) => id),
    most,
    async (ids) => (await rowsOf(on, ids)).map((row) => (seesMoney ? row : { ...row, billing: null })),
  )
}
