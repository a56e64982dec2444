import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { NoticeFacts, TargetFacts } from '#lib/subpoena/facts.ts'
import {
  earlyReleases,
  noticeBars,
  notices,
  noticeTargets,
  objections,
  productionItems,
  productions,
  targets,
} from '../schema.ts'
import type { On } from '../tx.ts'
import { groupedBy, inBatches } from './in_batches.ts'

/** The targets of many subpoenas, by their row ids; rows and not states. */
export async function targetFactsOfMany(on: On, ids: readonly number[]): Promise<Map<number, TargetFacts[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: targets.id,
        subpoenaId: targets.subpoenaId,
        number: targets.number,
        subscriberId: targets.subscriberId,
        noneFound: targets.noneFound,
      })
      .from(targets)
      .where(inArray(targets.subpoenaId, batch))
      .orderBy(asc(targets.number)),
  )
  const noticesOf = await noticesByTarget(on, ids)
  const barsOf = groupedBy(await standingBars(on, ids), (row) => row.subpoenaId)
  const objectionsOf = groupedBy(await allObjections(on, ids), (row) => row.subpoenaId)
  const earlyOf = groupedBy(await approvedReleases(on, ids), (row) => row.subpoenaId)
  const producedOf = await producedByTarget(on, ids)
  const found = new Map<number, TargetFacts[]>()
  for (const [subpoenaId, own] of groupedBy(rows, (row) => row.subpoenaId)) {
    const bars = barsOf.get(subpoenaId) ?? []
    const objected = objectionsOf.get(subpoenaId) ?? []
    const early = earlyOf.get(subpoenaId) ?? []
    const facts = own.map(({ id, number, subscriberId, noneFound }): TargetFacts => {
      const names = ({ targetNumbers }: { targetNumbers: number[] }) => targetNumbers.includes(number)
      return {
        number,
        subscriberId,
        found: subscriberId !== null ? 'subscriber' : noneFound ? 'none' : null,
        notices: noticesOf.get(id) ?? [],
        bars: bars.filter(names),
        objections: objected.filter((row) => row.effect === 'stays-all' || names(row)),
        earlyReleases: early.filter(names),
        answered: producedOf.get(id)?.answered ?? null,
        prepared: producedOf.get(id)?.prepared ?? false,
      }
    })
    found.set(subpoenaId, facts)
  }
  return found
}

const standingBars = (on: On, ids: readonly number[]) =>
  inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: noticeBars.subpoenaId,
        number: noticeBars.number,
        endsOn: noticeBars.endsOn,
        targetNumbers: noticeBars.targetNumbers,
      })
      .from(noticeBars)
      .where(and(inArray(noticeBars.subpoenaId, batch), isNull(noticeBars.liftedAt))),
  )

const allObjections = (on: On, ids: readonly number[]) =>
  inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: objections.subpoenaId,
        number: objections.number,
        kind: objections.kind,
        effect: objections.effect,
        extendsToOn: objections.extendsToOn,
        outcome: objections.outcome,
        targetNumbers: objections.targetNumbers,
      })
      .from(objections)
      .where(inArray(objections.subpoenaId, batch))
      .orderBy(asc(objections.number)),
  )

const approvedReleases = (on: On, ids: readonly number[]) =>
  inBatches(ids, (batch) =>
    on
      .select({
        subpoenaId: earlyReleases.subpoenaId,
        number: earlyReleases.number,
        ground: earlyReleases.ground,
        opensOn: earlyReleases.opensOn,
        targetNumbers: earlyReleases.targetNumbers,
      })
      .from(earlyReleases)
      .where(and(inArray(earlyReleases.subpoenaId, batch), eq(earlyReleases.decision, 'approved'))),
  )

async function noticesByTarget(on: On, ids: readonly number[]): Promise<Map<number, NoticeFacts[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        targetId: noticeTargets.targetId,
        number: notices.number,
        channel: notices.channel,
        effectiveOn: notices.effectiveOn,
        failedAt: notices.failedAt,
        lastDayOn: notices.lastDayOn,
        opensOn: notices.opensOn,
      })
      .from(notices)
      .innerJoin(noticeTargets, eq(noticeTargets.noticeId, notices.id))
      // A notice to somebody else told this target's subscriber nothing.
      .innerJoin(
        targets,
        and(eq(targets.id, noticeTargets.targetId), eq(targets.subscriberId, notices.subscriberId)),
      )
      .where(inArray(notices.subpoenaId, batch))
      .orderBy(asc(notices.number)),
  )
  return new Map(
    [...groupedBy(rows, (row) => row.targetId)].map(([targetId, own]) => [
      targetId,
      own.map(({ targetId: _, failedAt, ...notice }) => {
        return { ...notice, failed: failedAt !== null }
      }),
    ]),
  )
}

async function producedByTarget(on: On, ids: readonly number[]) {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        targetId: productionItems.targetId,
        kind: productions.kind,
        releasedAt: productions.releasedAt,
        setAsideAt: productions.setAsideAt,
      })
      .from(productionItems)
      .innerJoin(productions, eq(productions.id, productionItems.productionId))
      .where(inArray(productions.subpoenaId, batch)),
  )
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
