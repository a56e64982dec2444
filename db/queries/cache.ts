import { eq } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { nextChangeOn, type Stage, stageOf } from '#lib/subpoena/stage.ts'
import { subpoenas } from '../schema.ts'
import type { On, Tx } from '../tx.ts'
import { billingOf } from './billing_state.ts'
import { subpoenaFacts } from './facts.ts'
import { businessDays, policyOf } from './office.ts'

/** What lists are filtered and sorted by. Facts are rows and states are questions; this is the answer of one day. */
export type Cache = { stage: Stage; billing: string; nextChangeOn: CalendarDate | null }

/** Works the cache out anew from facts. Guards never read the cache; the self-check compares it with this. */
export async function workedOutCache(on: On, subpoenaId: number, today: CalendarDate): Promise<Cache> {
  const facts = await subpoenaFacts(on, subpoenaId)
  const [row] = await on
    .select({ policyVersion: subpoenas.policyVersion })
    .from(subpoenas)
    .where(eq(subpoenas.id, subpoenaId))
  const policy = await policyOf(on, row?.policyVersion ?? 1)
  const calendar = await businessDays(on, policy.calendars)
  const billing = await billingOf(on, subpoenaId, today)
  const days = [nextChangeOn(facts, calendar, today), billing.nextChangeOn].filter((day) => day !== null)
  return {
    stage: stageOf(facts, calendar, today),
    billing: billing.state,
    nextChangeOn: days.sort()[0] ?? null,
  }
}

export async function refreshCache(tx: Tx, subpoenaId: number, today: CalendarDate): Promise<void> {
  const cache = await workedOutCache(tx, subpoenaId, today)
  await tx.update(subpoenas).set(cache).where(eq(subpoenas.id, subpoenaId))
}
