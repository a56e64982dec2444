import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Refused } from '#lib/result.ts'
import { refuse } from './refusals.ts'
import { history, people } from './schema.ts'
import type { Tx } from './tx.ts'

/**
 * Two people edited one record: the second is refused with both versions. Beside each field that differs stands what is
 * on file now, and the refusal carries the version to save again with.
 *
 * @param onFile What stands there now, by field, as it is shown.
 */
export function editedMeanwhile(
  by: string,
  version: number,
  onFile: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
): Refused<'edited-meanwhile'> {
  const differing = Object.entries(onFile).filter(([field, value]) => (typed[field] ?? '') !== value)
  const fields = Object.fromEntries(
    differing.map(([field, value]) => [
      field,
      value === '' ? 'On file now: nothing.' : `On file now: ${value}`,
    ]),
  )
  const { refusal } = refuse('edited-meanwhile', { by })
  return { ok: false, refusal: { ...refusal, version, onFile, fields } }
}

/** Who last changed a subpoena by one of these commands, by name. */
export async function lastEditor(tx: Tx, subpoenaId: number, commands: string[]): Promise<string> {
  const [row] = await tx
    .select({ name: people.name })
    .from(history)
    .innerJoin(people, eq(people.id, history.actorId))
    .where(and(eq(history.subpoenaId, subpoenaId), inArray(history.command, commands)))
    .orderBy(desc(history.sequence))
    .limit(1)
  return row?.name ?? 'Somebody else'
}
