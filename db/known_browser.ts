/**
 * A browser in which a person has signed in before. Anybody who knows a name can make its sign-in rest; so what strangers
 * try binds strangers, and a browser that is known has ten wrong tries of its own.
 */
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Instant } from '#lib/calendar/instant.ts'
import { browserKnownFor, wrongTriesAllowed } from '#lib/person/lockout.ts'
import { sessions } from './schema.ts'
import { seal, unseal } from './seal.ts'
import { hashOfToken, type Session } from './sessions.ts'
import type { On, Tx } from './tx.ts'

const purpose = 'browser that signed in'

/** What a browser keeps after a sign-in: sealed, so that whoever has the database alone cannot make one. */
export function markOfBrowser(token: string): string {
  return seal(purpose, hashOfToken(token))
}

/** The hash in a mark that a browser brings; null for none and for one that we did not make. */
export function hashInMark(mark: string | null): string | null {
  return mark === null ? null : unseal(purpose, mark)
}

/** The session that this person once completed in the browser; null when it is a stranger's, or used up its tries. */
export async function knownBrowser(
  on: On,
  asked: { personId: number; hash: string | null | undefined; now: Instant },
): Promise<Session | null> {
  const { personId, hash, now } = asked
  if (!hash) return null
  const [session] = await on
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, hash),
        eq(sessions.personId, personId),
        eq(sessions.stage, 'full'),
        gt(sessions.createdAt, (now - browserKnownFor) as Instant),
      ),
    )
  return session && session.wrongCodes < wrongTriesAllowed ? session : null
}

/** One more wrong try of a known browser; it is counted on the session by which it is known. */
export async function countOnBrowser(tx: Tx, session: Session): Promise<void> {
  await tx
    .update(sessions)
    .set({ wrongCodes: sql`${sessions.wrongCodes} + 1` })
    .where(eq(sessions.id, session.id))
}
