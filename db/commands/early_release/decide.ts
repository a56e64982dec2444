import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { refuse } from '#lib/early_release/refusals.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { type Context, command } from '../../command.ts'
import { subpoenaRow } from '../../load.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { earlyReleases } from '../../schema.ts'

const asked = { reference: fields.reference, earlyRelease: fields.ordinal, reason: fields.neededText(2000) }
type Asked = { readonly reference: string; readonly earlyRelease: number; readonly reason: string }

/** Two persons, judged by who they are and never by role: who asked does not decide. */
async function decide(
  { tx, actor, now }: Context,
  { reference, earlyRelease, reason }: Asked,
  decision: 'approved' | 'refused',
) {
  const subpoena = await subpoenaRow(tx, reference)
  if (!subpoena) return refuseAny('no-such-subpoena')
  const [row] = await tx
    .select()
    .from(earlyReleases)
    .where(and(eq(earlyReleases.subpoenaId, subpoena.id), eq(earlyReleases.number, earlyRelease)))
  if (!row) return refuse('no-such-early-release')
  if (row.decision !== null) return refuse('decided-before')
  if (row.askedById === actor.id) return refuse('same-person')
  await tx
    .update(earlyReleases)
    .set({ decision, decisionReason: reason, decidedAt: now, decidedById: actor.id })
    .where(eq(earlyReleases.id, row.id))
  return accept({ targets: row.targetNumbers })
}

/** Approves an early release. What else stands in the way of a release (a stay, terms, the notice) still does. */
export const approveEarlyRelease = command({
  name: 'approve-early-release',
  may: ['counsel'],
  inPerson: true,
  input: z.strictObject(asked),
  run: (context, input) => decide(context, input, 'approved'),
  tells: ({ reference, earlyRelease }, { targets }) => ({
    subpoena: reference,
    sentence: `Approved early release ${earlyRelease} of ${targetLetters(targets)}.`,
    facts: { earlyRelease, targets },
  }),
})

/** Refuses an early release: the hold runs as it ran. */
export const refuseEarlyRelease = command({
  name: 'refuse-early-release',
  may: ['counsel'],
  inPerson: true,
  input: z.strictObject(asked),
  run: (context, input) => decide(context, input, 'refused'),
  tells: ({ reference, earlyRelease }, { targets }) => ({
    subpoena: reference,
    sentence: `Refused early release ${earlyRelease} of ${targetLetters(targets)}.`,
    facts: { earlyRelease, targets },
  }),
})
