import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm'
import type { Instant } from '#lib/calendar/instant.ts'
import { outbox } from '../schema.ts'
import type { On } from '../tx.ts'

/** Whether a sender would find anything to claim: asked often, so it only reads. */
export async function isMailDue(on: On, now: Instant): Promise<boolean> {
  const [row] = await on
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'waiting'),
        lte(outbox.nextTryAt, now),
        or(isNull(outbox.leaseUntilAt), lte(outbox.leaseUntilAt, now)),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** The due mail that carries productions: whether each may still leave is asked before it does. */
export async function dueProductions(on: On, now: Instant): Promise<string[]> {
  const rows = await on
    .select({ messageId: outbox.messageId })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'waiting'),
        eq(outbox.kind, 'production'),
        lte(outbox.nextTryAt, now),
        or(isNull(outbox.leaseUntilAt), lte(outbox.leaseUntilAt, now)),
      ),
    )
  return rows.map((row) => row.messageId)
}

/** Subscribers' notices whose sender vanished with them: they may have gone out. */
export async function abandonedNotices(on: On, now: Instant): Promise<string[]> {
  const rows = await on
    .select({ messageId: outbox.messageId })
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'waiting'),
        eq(outbox.kind, 'notice'),
        isNotNull(outbox.leaseUntilAt),
        lte(outbox.leaseUntilAt, now),
      ),
    )
  return rows.map((row) => row.messageId)
}
