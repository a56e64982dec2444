import type { SubpoenaFacts } from '#lib/subpoena/facts.ts'
import type { On } from '../tx.ts'
import { factsOfMany } from './facts_many.ts'

/**
 * The facts of one subpoena, for lanes, stages, blockers and the release guard alike, asked on pages and inside
 * commands, and never answered from a cache.
 */
export async function subpoenaFacts(on: On, subpoenaId: number): Promise<SubpoenaFacts> {
  const facts = (await factsOfMany(on, [subpoenaId])).get(subpoenaId)
  if (!facts) throw new Error(`There is no subpoena ${subpoenaId}.`)
  return facts
}
