import { eq } from 'drizzle-orm'
import { accept, type Result } from '#lib/result.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import { refuse } from '#lib/subscriber/refusals.ts'
import type { Loaded } from './load.ts'
import { refuse as refuseAny } from './refusals.ts'
import { earlyReleases } from './schema.ts'
import { type TargetRow, targetRows } from './subscribers.ts'
import type { On } from './tx.ts'

type Kind =
  | 'not-accepted-yet'
  | 'no-such-target'
  | 'already-answered'
  | 'in-a-production'
  | 'early-release-stands'

/**
 * The targets, if whose they are may still be found or found anew: nothing of them has left or is prepared, and no
 * early release leans on who it was.
 */
export async function changeableTargets(
  on: On,
  { row, facts }: Loaded,
  numbers: readonly number[],
): Promise<Result<TargetRow[], Kind>> {
  const { judgement, governmental, closed } = facts
  const over = judgement === 'rejected' || judgement === 'withdrawn' || judgement === 'referred'
  if (governmental || closed || over) return refuse('not-accepted-yet')
  const early = await on
    .select({ targetNumbers: earlyReleases.targetNumbers, decision: earlyReleases.decision })
    .from(earlyReleases)
    .where(eq(earlyReleases.subpoenaId, row.id))
  const leaning = early
    .filter(({ decision }) => decision !== 'refused')
    .flatMap(({ targetNumbers }) => targetNumbers)
  for (const number of numbers) {
    const target = facts.targets.find((one) => one.number === number)
    if (!target) return refuseAny('no-such-target')
    const letter = targetLetter(number)
    if (target.answered !== null || target.prepared) return refuse('in-a-production', { letter })
    if (leaning.includes(number)) return refuse('early-release-stands', { letter })
  }
  const rows = await targetRows(on, row.id)
  return accept(rows.filter(({ number }) => numbers.includes(number)))
}
