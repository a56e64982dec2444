import { eq, inArray } from 'drizzle-orm'
import { dayOf } from '#lib/calendar/instant.ts'
import type { FailedNotice, PendingNotice } from '#lib/today/case_file.ts'
import { notices, outbox } from '../schema.ts'
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
        subpoenaId: notices.subpoenaId,
        number: notices.number,
        at: notices.at,
        effectiveOn: notices.effectiveOn,
        failedAt: notices.failedAt,
        state: outbox.state,
      })
      .from(notices)
      .leftJoin(outbox, eq(outbox.id, notices.outboxId))
      .where(inArray(notices.subpoenaId, batch)),
  )
  const found = new Map<number, Deliveries>()
  for (const [id, own] of groupedBy(rows, (row) => row.subpoenaId)) {
    found.set(id, {
      pending: own.flatMap(({ number, at, effectiveOn, failedAt, state }): PendingNotice[] => {
        if (failedAt !== null || effectiveOn !== null) return []
        return [{ number, state: pendingState(state), on: dayOf(at, zone) }]
      }),
      failed: new Map(
        own.flatMap(({ number, failedAt, state }): [number, FailedNotice][] =>
          failedAt === null
            ? []
            : [[number, { on: dayOf(failedAt, zone), wasStopped: state === 'withdrawn' }]],
        ),
      ),
    })
  }
  return found
}

function pendingState(mail: (typeof outbox.$inferSelect)['state'] | null): PendingNotice['state'] {
  if (mail === 'unsure' || mail === 'written') return mail
  return mail === 'withdrawn' ? 'called-back' : 'waiting'
}
