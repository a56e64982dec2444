import { eq, inArray } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { PendingNotice } from '#lib/today/case_file.ts'
import { notices, outbox } from '../schema.ts'
import type { On } from '../tx.ts'
import { groupedBy, inBatches } from './in_batches.ts'

export type Deliveries = {
  readonly pending: readonly PendingNotice[]
  /** The day on which it came out that a notice had not arrived, by its number. */
  readonly failed: ReadonlyMap<number, CalendarDate>
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
        if (state !== 'unsure' && state !== 'written')
          return [{ number, state: 'waiting', on: dayOf(at, zone) }]
        return [{ number, state, on: dayOf(at, zone) }]
      }),
      failed: new Map(
        own.flatMap(({ number, failedAt }) => (failedAt === null ? [] : [[number, dayOf(failedAt, zone)]])),
      ),
    })
  }
  return found
}
