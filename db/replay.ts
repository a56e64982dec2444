import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { Accepted, Refused } from '#lib/result.ts'
import { refuse } from './refusals.ts'
import { submissions } from './schema.ts'
import type { Tx } from './tx.ts'

/** One submission of one command by one actor: sent again, by a double click or a retry, it is answered and not done. */
export type Repeat = {
  readonly actorId: number
  readonly command: string
  readonly submission: string
  readonly inputHash: string
}

const replayDays = 30

/** Null for a command that was given without a submission: by the clockwork, or at a terminal. */
export function repeatOf(
  actor: Actor,
  command: string,
  submission: string | undefined,
  input: unknown,
): Repeat | null {
  if (!submission) return null
  const inputHash = createHash('sha256')
    .update(JSON.stringify(input) ?? 'nothing')
    .digest('hex')
  return { actorId: actor.id, command, submission, inputHash }
}

/** The answer that was given before; null where there was none, and a refusal where the input was another. */
export async function storedAnswer<Value>(
  tx: Tx,
  { actorId, command, submission, inputHash }: Repeat,
): Promise<Accepted<Value> | Refused<'submission-reused'> | null> {
  const [row] = await tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.actorId, actorId),
        eq(submissions.command, command),
        eq(submissions.submission, submission),
      ),
    )
  if (!row) return null
  if (row.inputHash !== inputHash) return refuse('submission-reused')
  return { ok: true, value: JSON.parse(row.answer) as Value }
}

/** Keeps an answer for thirty days, and forgets those that are older. */
export async function storeAnswer(tx: Tx, repeat: Repeat, value: unknown, now: Instant): Promise<void> {
  const oldest = (now - replayDays * 86_400_000) as Instant
  await tx.delete(submissions).where(lt(submissions.at, oldest))
  await tx.insert(submissions).values({ ...repeat, answer: JSON.stringify(value ?? null), at: now })
}
