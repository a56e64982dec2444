import { and, count, desc, eq, lte, min, or } from 'drizzle-orm'
import type { Instant } from '#lib/calendar/instant.ts'
import { backups, clockwork, outbox } from '../schema.ts'
import type { On } from '../tx.ts'
import { inState } from './mail.ts'

/** What health needs of the office's rows: counts and times, and nothing of any case. */
export async function healthCounts(on: On, now: Instant) {
  const [due] = await on
    .select({ since: min(outbox.nextTryAt) })
    .from(outbox)
    .where(and(eq(outbox.state, 'waiting'), lte(outbox.nextTryAt, now)))
  const [failed] = await on
    .select({ total: count() })
    .from(outbox)
    .where(or(inState(on, 'failed'), eq(outbox.state, 'unsure')))
  const [verified] = await on
    .select({ at: backups.verifiedAt })
    .from(backups)
    .orderBy(desc(backups.verifiedAt))
    .limit(1)
  const [tried] = await on
    .select({ at: clockwork.lastRunAt })
    .from(clockwork)
    .where(eq(clockwork.name, 'nightly-backup'))
  return {
    /** Since when the oldest mail is due; null: none is. */
    mailDueSince: due?.since ?? null,
    mailFailed: failed?.total ?? 0,
    backupVerifiedAt: verified?.at ?? null,
    /** When a nightly backup was last begun. */
    backupTriedAt: tried?.at ?? null,
  }
}
