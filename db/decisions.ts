import type { KindOf } from '#lib/kinds.ts'
import type { Context } from './command.ts'
import { decisions } from './schema.ts'

/** Writes one decision. Decisions are never changed: a later one overrules. */
export async function insertDecision(
  { tx, actor, now, today }: Context,
  decision: {
    readonly subpoenaId: number
    readonly kind: KindOf<'decisionKinds'>
    readonly reason: string
    readonly deficiencies?: readonly string[]
    readonly file?: string | null
  },
): Promise<void> {
  await tx.insert(decisions).values({
    subpoenaId: decision.subpoenaId,
    kind: decision.kind,
    reason: decision.reason,
    deficiencies: [...(decision.deficiencies ?? [])],
    fileSha256: decision.file ?? null,
    decidedOn: today,
    at: now,
    byId: actor.id,
  })
}
