import { eq, inArray } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { nextChangeOn, type Stage, stageOf } from '#lib/subpoena/stage.ts'
import { policies, subpoenas } from '../schema.ts'
import type { On, Tx } from '../tx.ts'
import { billingsOf } from './billing_state.ts'
import { factsOfMany } from './facts_many.ts'
import { currentHolidays } from './holidays.ts'
import { inBatches } from './in_batches.ts'

/** What lists are filtered and sorted by. Facts are rows and states are questions; this is the answer of one day. */
export type Cache = { stage: Stage; billing: string; nextChangeOn: CalendarDate | null }

/**
 * Works the caches out anew from facts, in a few questions however many they are. Guards never read a cache; the
 * self-check compares it with this.
 */
export async function workedOutCaches(
  on: On,
  ids: readonly number[],
  today: CalendarDate,
): Promise<Map<number, Cache>> {
  const facts = await factsOfMany(on, ids)
  const billing = await billingsOf(on, ids, today)
  const calendarOf = await calendarsOf(on, ids)
  return new Map(
    [...facts].map(([id, own]) => {
      const calendar = calendarOf(id)
      const days = [nextChangeOn(own, calendar, today), billing.get(id)?.nextChangeOn ?? null]
      return [
        id,
        {
          stage: stageOf(own, calendar, today),
          billing: billing.get(id)?.state ?? 'none',
          nextChangeOn: days.filter((day) => day !== null).sort()[0] ?? null,
        },
      ]
    }),
  )
}

/** The business days that each subpoena's pinned policy counts by, as the calendars stand now. */
export async function calendarsOf(on: On, ids: readonly number[]) {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ id: subpoenas.id, calendars: policies.calendars })
      .from(subpoenas)
      .innerJoin(policies, eq(policies.version, subpoenas.policyVersion))
      .where(inArray(subpoenas.id, batch)),
  )
  const namesOf = new Map(rows.map(({ id, calendars }) => [id, calendars]))
  const calendarOf = await currentHolidays(on)
  return (id: number) => calendarOf(namesOf.get(id) ?? [])
}

/** Writes the caches of these subpoenas where they changed. Returns how many did. */
export async function refreshCaches(tx: Tx, ids: readonly number[], today: CalendarDate): Promise<number> {
  const stored = await inBatches(ids, (batch) =>
    tx
      .select({
        id: subpoenas.id,
        stage: subpoenas.stage,
        billing: subpoenas.billing,
        nextChangeOn: subpoenas.nextChangeOn,
      })
      .from(subpoenas)
      .where(inArray(subpoenas.id, batch)),
  )
  const caches = await workedOutCaches(tx, ids, today)
  let changed = 0
  for (const { id, ...before } of stored) {
    const cache = caches.get(id)
    if (!cache || isSame(before, cache)) continue
    await tx.update(subpoenas).set(cache).where(eq(subpoenas.id, id))
    changed += 1
  }
  return changed
}

const isSame = (before: { [Name in keyof Cache]: unknown }, after: Cache): boolean =>
  before.stage === after.stage &&
  before.billing === after.billing &&
  before.nextChangeOn === after.nextChangeOn

export async function refreshCache(tx: Tx, subpoenaId: number, today: CalendarDate): Promise<void> {
  await refreshCaches(tx, [subpoenaId], today)
}
