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
  const rows: (TypedTarget & { subpoenaId: number; number: number })[] = []
  for (const target of typed) {
    rows.push({ ...target, subpoenaId, number: await takeNumber(tx, `target-of-${subpoenaId}`) })
  }
  for (let at = 0; at < rows.length; at += atOnce) {
    await tx.insert(targets).values(rows.slice(at, at + atOnce))
  }
}
