import { asc } from 'drizzle-orm'
import { workedOutCache } from '../queries/cache.ts'
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
  for (const [index, { id, reference, ...cache }] of rows.entries()) {
    if (cache.nextChangeOn !== null && cache.nextChangeOn <= today) continue
    const right = await workedOutCache(on, id, today)
    for (const name of ['stage', 'billing', 'nextChangeOn'] as const) {
      if (cache[name] !== right[name]) {
        return {
          count: index,
          fault: `${reference} is listed with ${name} ${cache[name]}; by its facts it is ${right[name]}.`,
        }
      }
    }
  }
  return { count: rows.length, fault: null }
}
