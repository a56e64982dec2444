import { eq, max } from 'drizzle-orm'
import type { TypedTarget } from '#lib/subpoena/identifier.ts'
import { takeNumber } from './counters.ts'
import { targets } from './schema.ts'
import type { Tx } from './tx.ts'

/** SQLite binds at most some thousand values to one statement. */
const atOnce = 100

/** Writes targets under the next numbers of their subpoena. */
export async function insertTargets(
  tx: Tx,
  subpoenaId: number,
  typed: readonly TypedTarget[],
): Promise<void> {
  const numbers = await nextTargetNumbers(tx, subpoenaId, typed.length)
  const rows = typed.map((target, index) => ({ ...target, subpoenaId, number: numbers[index] ?? 0 }))
  for (let at = 0; at < rows.length; at += atOnce) {
    await tx.insert(targets).values(rows.slice(at, at + atOnce))
  }
}

/** The numbers of targets that are about to be written, in order: none that a target of this subpoena has or had. */
export async function nextTargetNumbers(tx: Tx, subpoenaId: number, count: number): Promise<number[]> {
  const [row] = await tx
    .select({ highest: max(targets.number) })
    .from(targets)
    .where(eq(targets.subpoenaId, subpoenaId))
  const numbers: number[] = []
  while (numbers.length < count) {
    const number = await takeNumber(tx, `target-of-${subpoenaId}`)
    // A split once took its numbers past the counter.
    if (number > (row?.highest ?? 0)) numbers.push(number)
  }
  return numbers
}
