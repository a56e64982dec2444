import type { Actor } from '#lib/access/actor.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { loadSubpoena } from '../load.ts'
import { reader } from '../tx.ts'
import { caseHead } from './case_head.ts'

/**
 * What a production of this subpoena can be made of now: targets with a subscriber, and those of which nothing was
 * found, as far as they are not answered and not prepared. Null when there is no such subpoena.
 */
export async function productionDraft(actor: Actor, reference: string) {
  const head = await caseHead(actor, reference)
  const loaded = head && (await loadSubpoena(reader(), reference))
  if (!head || !loaded) return null
  const { targets } = loaded.facts
  const open = targets.filter(({ answered, prepared }) => answered === null && !prepared)
  const lines = (found: 'subscriber' | 'none' | null) =>
    head.targets.filter(({ number }) => open.some((one) => one.number === number && one.found === found))
  return {
    head,
    isAccepted: isAccepted(loaded.facts),
    toProduce: lines('subscriber'),
    noRecords: lines('none'),
    toResearch: lines(null),
  }
}

export type ProductionDraft = NonNullable<Awaited<ReturnType<typeof productionDraft>>>
