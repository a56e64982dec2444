import { asc } from 'drizzle-orm'
import { workedOutCaches } from '../queries/cache.ts'
import { todayOf } from '../queries/office.ts'
import { subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import type { Finding } from '../verify.ts'

/**
 * The first subpoena whose cached stage, billing or next change is not what the rules say. One whose next change has
 * come and was not refreshed yet is only late: guards never read the cache.
 */
export async function cacheFault(on: On): Promise<Finding> {
  const today = await todayOf(on)
  const rows = await on
    .select({
      id: subpoenas.id,
      reference: subpoenas.reference,
      stage: subpoenas.stage,
      billing: subpoenas.billing,
      nextChangeOn: subpoenas.nextChangeOn,
    })
    .from(subpoenas)
    .orderBy(asc(subpoenas.id))
  const settled = rows.filter((row) => row.nextChangeOn === null || row.nextChangeOn > today)
  for (let from = 0; from < settled.length; from += batch) {
    const some = settled.slice(from, from + batch)
    const right = await workedOutCaches(
      on,
      some.map(({ id }) => id),
      today,
    )
    for (const [index, { id, reference, ...cache }] of some.entries()) {
      const own = right.get(id)
      const wrong = own && names.find((name) => cache[name] !== own[name])
      if (wrong) {
        const fault = `${reference} is listed with ${wrong} ${cache[wrong]}; by its facts it is ${own[wrong]}.`
        return { count: from + index, fault }
      }
    }
  }
  return { count: rows.length, fault: null }
}

const names = ['stage', 'billing', 'nextChangeOn'] as const
/** Worked out together in a few questions, and not so many that they fill the memory. */
const batch = 500
