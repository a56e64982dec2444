import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { governmentalProcess } from '#lib/kinds.ts'
import type { Judgement, NoticeFacts, SubpoenaFacts, TargetFacts } from '#lib/subpoena/facts.ts'
import {
  decisions,
  earlyReleases,
  inboxLooks,
  noticeBars,
  notices,
  noticeTargets,
  objections,
  policies,
  preservations,
  productionItems,
  productions,
  subpoenas,
  targets,
  termsEvents,
} from '../schema.ts'
import type { On } from '../tx.ts'

/**
 * The facts of one subpoena, for lanes, stages, blockers and the release guard alike: the one loader, asked on pages
 * and inside commands, and never answered from a cache.
 */
export async function subpoenaFacts(on: On, subpoenaId: number): Promise<SubpoenaFacts> {
  const [row] = await on
    .select({
      processType: subpoenas.processType,
      deemedReceivedOn: subpoenas.deemedReceivedOn,
      complianceOn: subpoenas.complianceOn,
      holdDays: policies.holdDays,
      noticeDays: policies.noticeDays,
    })
    .from(subpoenas)
    .innerJoin(policies, eq(policies.version, subpoenas.policyVersion))
    .where(eq(subpoenas.id, subpoenaId))
  if (!row) throw new Error(`There is no subpoena ${subpoenaId}.`)
  const { processType, ...rest } = row
  return {
    ...rest,
    governmental: governmentalProcess.includes(processType),
    ...(await judgementOf(on, subpoenaId)),
    terms: await lastTerms(on, subpoenaId),
    preservationDone: await isPreserved(on, subpoenaId),
    inboxLookedAt: await lastInboxLook(on, subpoenaId),
    targets: await targetFacts(on, subpoenaId),
  }
}

/** The last decision that stands. Reopening a closed subpoena keeps its judgement; else it is judged anew. */
async function judgementOf(on: On, subpoenaId: number) {
  const rows = await on
    .select({ kind: decisions.kind })
    .from(decisions)
    .where(eq(decisions.subpoenaId, subpoenaId))
    .orderBy(asc(decisions.id))
  let judgement: Judgement | null = null
  let closed = false
  for (const { kind } of rows) {
    if (kind === 'closed') closed = true
    else if (kind === 'reopened') {
      if (!closed) judgement = null
      closed = false
    } else judgement = kind
  }
  return { judgement, closed }
}

async function lastTerms(on: On, subpoenaId: number) {
  const [row] = await on
    .select({ kind: termsEvents.kind })
    .from(termsEvents)
    .where(eq(termsEvents.subpoenaId, subpoenaId))
    .orderBy(desc(termsEvents.id))
    .limit(1)
  return row?.kind ?? null
}

async function isPreserved(on: On, subpoenaId: number) {
  const rows = await on
    .select({ doneAt: preservations.doneAt })
    .from(preservations)
    .where(eq(preservations.subpoenaId, subpoenaId))
  return rows.length > 0 && rows.every((row) => row.doneAt !== null)
}

async function lastInboxLook(on: On, subpoenaId: number) {
  const [row] = await on
    .select({ at: inboxLooks.at })
    .from(inboxLooks)
    .where(eq(inboxLooks.subpoenaId, subpoenaId))
    .orderBy(desc(inboxLooks.at))
    .limit(1)
  return row?.at ?? null
}

async function targetFacts(on: On, subpoenaId: number): Promise<TargetFacts[]> {
  const rows = await on
    .select({
      id: targets.id,
      number: targets.number,
      subscriberId: targets.subscriberId,
      noneFound: targets.noneFound,
    })
    .from(targets)
    .where(eq(targets.subpoenaId, subpoenaId))
    .orderBy(asc(targets.number))
  const noticesOf = await noticesByTarget(on, subpoenaId)
  const barred = await on
    .select()
    .from(noticeBars)
    .where(and(eq(noticeBars.subpoenaId, subpoenaId), isNull(noticeBars.liftedAt)))
  const objected = await on.select().from(objections).where(eq(objections.subpoenaId, subpoenaId))
  const early = await on
    .select()
    .from(earlyReleases)
    .where(and(eq(earlyReleases.subpoenaId, subpoenaId), eq(earlyReleases.decision, 'approved')))
  const produced = await producedByTarget(on, subpoenaId)
  return rows.map(({ id, number, subscriberId, noneFound }) => ({
    number,
    subscriberId,
    found: subscriberId !== null ? 'subscriber' : noneFound ? 'none' : null,
    notices: noticesOf.get(id) ?? [],
    bars: barred.filter(({ targetNumbers }) => targetNumbers.includes(number)),
    objections: objected.filter(
      ({ targetNumbers, effect }) => effect === 'stays-all' || targetNumbers.includes(number),
    ),
    earlyReleases: early.filter(({ targetNumbers }) => targetNumbers.includes(number)),
    answered: produced.get(id)?.answered ?? null,
    prepared: produced.get(id)?.prepared ?? false,
  }))
}

async function noticesByTarget(on: On, subpoenaId: number): Promise<Map<number, NoticeFacts[]>> {
  const rows = await on
    .select({
      targetId: noticeTargets.targetId,
      number: notices.number,
      channel: notices.channel,
      effectiveOn: notices.effectiveOn,
      failedAt: notices.failedAt,
      lastDayOn: notices.lastDayOn,
    })
    .from(notices)
    .innerJoin(noticeTargets, eq(noticeTargets.noticeId, notices.id))
    .where(eq(notices.subpoenaId, subpoenaId))
    .orderBy(asc(notices.number))
  const found = new Map<number, NoticeFacts[]>()
  for (const { targetId, failedAt, ...notice } of rows) {
    found.set(targetId, [...(found.get(targetId) ?? []), { ...notice, failed: failedAt !== null }])
  }
  return found
}

async function producedByTarget(on: On, subpoenaId: number) {
  const rows = await on
    .select({
      targetId: productionItems.targetId,
      kind: productions.kind,
      releasedAt: productions.releasedAt,
      setAsideAt: productions.setAsideAt,
    })
    .from(productionItems)
    .innerJoin(productions, eq(productions.id, productionItems.productionId))
    .where(eq(productions.subpoenaId, subpoenaId))
  const found = new Map<number, Pick<TargetFacts, 'answered' | 'prepared'>>()
  for (const { targetId, kind, releasedAt, setAsideAt } of rows) {
    const before = found.get(targetId) ?? { answered: null, prepared: false }
    found.set(targetId, {
      answered: releasedAt !== null ? kind : before.answered,
      prepared: before.prepared || (releasedAt === null && setAsideAt === null),
    })
  }
  return found
}
