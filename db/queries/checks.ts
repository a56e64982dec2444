import { eq } from 'drizzle-orm'
import { kindsOf } from '#lib/kinds.ts'
import type { Judged } from '#lib/review/acceptance.ts'
import { checks, people } from '../schema.ts'
import type { On } from '../tx.ts'

/** The items of the checklist that were judged, in the order of the list, with who judged each and when. */
export async function checksOf(on: On, subpoenaId: number) {
  const rows = await on
    .select({
      item: checks.item,
      result: checks.result,
      note: checks.note,
      at: checks.at,
      by: people.name,
    })
    .from(checks)
    .innerJoin(people, eq(people.id, checks.byId))
    .where(eq(checks.subpoenaId, subpoenaId))
  const order = kindsOf('checkItems')
  return rows.sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item))
}

export async function judgedItems(on: On, subpoenaId: number): Promise<Judged> {
  return Object.fromEntries((await checksOf(on, subpoenaId)).map(({ item, result }) => [item, result]))
}
