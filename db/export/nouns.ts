import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { caseNouns } from './case_nouns.ts'
import { identityNouns } from './identity_nouns.ts'
import { leavingNouns } from './leaving_nouns.ts'
import { moneyNouns } from './money_nouns.ts'
import type { ExportedNoun } from './noun.ts'
import { paymentNouns } from './payment_nouns.ts'
import { workNouns } from './work_nouns.ts'

/** Every list that can be exported, in the order in which a document of everything has them. */
export const exportedNouns: readonly ExportedNoun[] = [
  ...[...moneyNouns, ...paymentNouns],
  ...[...caseNouns, ...workNouns, ...leavingNouns],
  ...identityNouns,
]

export const nounNamed = (name: string): ExportedNoun | null =>
  exportedNouns.find((noun) => noun.name === name) ?? null

/** What an actor may carry away. The office's own terminal may everything. */
export const nounsFor = (actor: Actor): ExportedNoun[] =>
  exportedNouns.filter(({ may }) => actor.kind === 'system' || isPermitted(actor, may))
