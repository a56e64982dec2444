import { eq } from 'drizzle-orm'
import { againstLeaving, blockerSentence } from '#lib/production/leaving.ts'
import { refuse } from '#lib/production/refusals.ts'
import type { Moment } from '#lib/subpoena/release.ts'
import { loadSubpoena } from '../load.ts'
import type { MailRow } from '../mail/row.ts'
import { productions, shipments, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import { loadProduction, targetsOf } from './load.ts'

/**
 * What stands, at this moment, against a mail leaving with the production that it carries, as sentences; nothing for
 * mail of any other kind. A mail may wait for days after its shipment, so what was asked then is asked again.
 */
export async function againstSending(
  on: On,
  mail: Pick<MailRow, 'id' | 'kind'>,
  moment: Moment,
): Promise<string[]> {
  if (mail.kind !== 'production') return []
  const [carried] = await on
    .select({ reference: subpoenas.reference, number: productions.number })
    .from(shipments)
    .innerJoin(productions, eq(productions.id, shipments.productionId))
    .innerJoin(subpoenas, eq(subpoenas.id, productions.subpoenaId))
    .where(eq(shipments.outboxId, mail.id))
  const loaded = carried ? await loadSubpoena(on, carried.reference) : null
  const production = carried && loaded ? await loadProduction(on, loaded.row.id, carried.number) : null
  if (!loaded || !production) return [refuse('not-a-shipment').refusal.sentence]
  if (production.row.releasedAt === null) return [refuse('not-released').refusal.sentence]
  return againstLeaving(loaded.facts, targetsOf(production), loaded.calendar, moment).map(blockerSentence)
}
