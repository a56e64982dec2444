import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { dayOf } from '#lib/calendar/instant.ts'
import type { FailedNotice, PendingNotice } from '#lib/today/case_file.ts'
import { notices, noticeTargets, outbox, subpoenas, targets } from '../schema.ts'
import type { On } from '../tx.ts'
import { groupedBy, inBatches } from './in_batches.ts'

export type Deliveries = {
  readonly pending: readonly PendingNotice[]
  /** By number. */
  readonly failed: ReadonlyMap<number, FailedNotice>
}

/** How far the notices of many subpoenas came, by row id: those on their way or unknown, and those that failed. */
export async function noticeDeliveries(
  on: On,
  ids: readonly number[],
  zone: string,
): Promise<Map<number, Deliveries>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: notices.id,
        subpoenaId: notices.subpoenaId,
        number: notices.number,
        channel: notices.channel,
        at: notices.at,
        postedOn: notices.postedOn,
        effectiveOn: notices.effectiveOn,
        failedAt: notices.failedAt,
        state: outbox.state,
      })
      .from(notices)
      .leftJoin(outbox, eq(outbox.id, notices.outboxId))
      .where(inArray(notices.subpoenaId, batch)),
  )
  const misdirected = new Set((await misdirectedNotices(on, ids)).map(({ id }) => id))
  const found = new Map<number, Deliveries>()
  for (const [subpoenaId, own] of groupedBy(rows, (row) => row.subpoenaId)) {
    found.set(subpoenaId, {
      pending: own.flatMap(
        ({ id, number, channel, at, postedOn, effectiveOn, failedAt, state }): PendingNotice[] => {
          if (failedAt !== null) return []
          if (misdirected.has(id)) return [{ number, state: 'misdirected', on: dayOf(at, zone) }]
          if (effectiveOn !== null) return []
          return [{ number, state: pendingState(channel, state), on: postedOn ?? dayOf(at, zone) }]
        },
      ),
      failed: new Map(
        own.flatMap(({ number, channel, effectiveOn, failedAt, state }): [number, FailedNotice][] => {
          if (failedAt === null) return []
          const wasStopped = channel === 'post' ? effectiveOn === null : state === 'withdrawn'
          return [[number, { on: dayOf(failedAt, zone), wasStopped }]]
        }),
      ),
    })
  }
  return found
}

/** That a notice stands and names a target whose subscriber is another, or nobody, by now. */
const isMisdirected = and(
  isNull(notices.failedAt),
  or(isNull(targets.subscriberId), ne(targets.subscriberId, notices.subscriberId)),
)

function misdirectedNotices(on: On, ids: readonly number[]): Promise<{ id: number }[]> {
  return inBatches(ids, (batch) =>
    on
      .selectDistinct({ id: notices.id })
      .from(notices)
      .innerJoin(noticeTargets, eq(noticeTargets.noticeId, notices.id))
      .innerJoin(targets, eq(targets.id, noticeTargets.targetId))
      .where(and(inArray(notices.subpoenaId, batch), isMisdirected)),
  )
}

/** The answered subpoenas, by row id, of which somebody was told whom they do not concern. */
export async function answeredAndMisdirected(on: On): Promise<number[]> {
  const rows = await on
    .selectDistinct({ id: notices.subpoenaId })
    .from(notices)
    .innerJoin(subpoenas, eq(subpoenas.id, notices.subpoenaId))
    .innerJoin(noticeTargets, eq(noticeTargets.noticeId, notices.id))
    .innerJoin(targets, eq(targets.id, noticeTargets.targetId))
    .where(and(eq(subpoenas.stage, 'answered'), isMisdirected))
  return rows.map(({ id }) => id)
}

function pendingState(
  channel: 'e-mail' | 'post',
  mail: (typeof outbox.$inferSelect)['state'] | null,
): PendingNotice['state'] {
  if (channel === 'post') return 'to-post'
  if (mail === 'unsure' || mail === 'written') return mail
  return mail === 'withdrawn' ? 'called-back' : 'waiting'
}
