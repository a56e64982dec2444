import { asc, eq, inArray } from 'drizzle-orm'
import { governmentalProcess, type KindOf } from '#lib/kinds.ts'
import type { Judgement, SubpoenaFacts } from '#lib/subpoena/facts.ts'
import { decisions, inboxLooks, policies, preservations, subpoenas, termsEvents } from '../schema.ts'
import type { On } from '../tx.ts'
import { groupedBy, inBatches } from './in_batches.ts'
import { targetFactsOfMany } from './target_facts.ts'

/**
 * The facts of many subpoenas by their row ids, in a dozen questions however many they are: the one loader, for lists
 * and for a single one. An id that is not there is left out.
 */
export async function factsOfMany(on: On, ids: readonly number[]): Promise<Map<number, SubpoenaFacts>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: subpoenas.id,
        processType: subpoenas.processType,
        deemedReceivedOn: subpoenas.deemedReceivedOn,
        complianceOn: subpoenas.complianceOn,
        holdDays: policies.holdDays,
        noticeDays: policies.noticeDays,
      })
      .from(subpoenas)
      .innerJoin(policies, eq(policies.version, subpoenas.policyVersion))
      .where(inArray(subpoenas.id, batch)),
  )
  const judgements = await judgementsOf(on, ids)
  const terms = await lastTerms(on, ids)
  const preserved = await preservedOf(on, ids)
  const looks = await lastLooks(on, ids)
  const targets = await targetFactsOfMany(on, ids)
  return new Map(
    rows.map(({ id, processType, ...rest }) => [
      id,
      {
        ...rest,
        governmental: governmentalProcess.includes(processType),
        ...(judgements.get(id) ?? { judgement: null, closed: false }),
        terms: terms.get(id) ?? null,
        preservationDone: preserved.get(id) ?? false,
        inboxLookedAt: looks.get(id) ?? null,
        targets: targets.get(id) ?? [],
      },
    ]),
  )
}

type Judged = { judgement: Judgement | null; closed: boolean }

/** The last decision that stands. Reopening a closed subpoena keeps its judgement; else it is judged anew. */
async function judgementsOf(on: On, ids: readonly number[]): Promise<Map<number, Judged>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ subpoenaId: decisions.subpoenaId, kind: decisions.kind })
      .from(decisions)
      .where(inArray(decisions.subpoenaId, batch))
      .orderBy(asc(decisions.id)),
  )
  const found = new Map<number, Judged>()
  for (const { subpoenaId, kind } of rows) {
    const before = found.get(subpoenaId) ?? { judgement: null, closed: false }
    found.set(subpoenaId, judgedNow(before, kind))
  }
  return found
}

function judgedNow(before: Judged, kind: KindOf<'decisionKinds'>): Judged {
  if (kind === 'not-objecting') return before
  if (kind === 'closed') return { ...before, closed: true }
  if (kind === 'reopened') return { judgement: before.closed ? before.judgement : null, closed: false }
  return { ...before, judgement: kind }
}

async function lastTerms(on: On, ids: readonly number[]) {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ subpoenaId: termsEvents.subpoenaId, kind: termsEvents.kind })
      .from(termsEvents)
      .where(inArray(termsEvents.subpoenaId, batch))
      .orderBy(asc(termsEvents.id)),
  )
  return new Map(rows.map(({ subpoenaId, kind }) => [subpoenaId, kind]))
}

/** Whether all that was asked for was kept, where anything was. */
async function preservedOf(on: On, ids: readonly number[]): Promise<Map<number, boolean>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ subpoenaId: preservations.subpoenaId, doneAt: preservations.doneAt })
      .from(preservations)
      .where(inArray(preservations.subpoenaId, batch)),
  )
  return new Map(
    [...groupedBy(rows, (row) => row.subpoenaId)].map(([id, asked]) => [
      id,
      asked.every((row) => row.doneAt !== null),
    ]),
  )
}

async function lastLooks(on: On, ids: readonly number[]) {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({ subpoenaId: inboxLooks.subpoenaId, at: inboxLooks.at })
      .from(inboxLooks)
      .where(inArray(inboxLooks.subpoenaId, batch))
      .orderBy(asc(inboxLooks.at)),
  )
  return new Map(rows.map(({ subpoenaId, at }) => [subpoenaId, at]))
}
