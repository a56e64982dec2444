import { eq, sql } from 'drizzle-orm'
import { counters } from './schema.ts'
import type { Tx } from './tx.ts'

/**
 * Takes the next number of a series in the transaction of what carries it: a rollback gives it back, so that there
 * is no gap and no repeat.
 */
export async function takeNumber(tx: Tx, series: string): Promise<number> {
  await tx
    .insert(counters)
    .values({ name: series, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
  const [row] = await tx.select({ value: counters.value }).from(counters).where(eq(counters.name, series))
  if (!row) throw new Error(`The counter ${series} vanished.`)
  return row.value
}

/** Takes the next `count` numbers of a series at once; returns the first of them. */
export async function takeNumbers(tx: Tx, series: string, count: number): Promise<number> {
  const [before] = await tx.select({ value: counters.value }).from(counters).where(eq(counters.name, series))
  const value = (before?.value ?? 0) + count
  await tx
    .insert(counters)
    .values({ name: series, value })
    .onConflictDoUpdate({ target: counters.name, set: { value } })
  return value - count + 1
}

/** "INV-2026-00017". */
export const yearly = (prefix: string, year: number, sequence: number): string =>
  `${prefix}-${year}-${String(sequence).padStart(5, '0')}`

/** "R-00007". */
export const running = (prefix: string, sequence: number): string =>
  `${prefix}-${String(sequence).padStart(5, '0')}`
