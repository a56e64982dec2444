import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { isRunning, seenEvery } from '#lib/person/session.ts'
import { isDiskFull } from './disk_full.ts'
import { theOffice } from './open_office.ts'
import { rolesOf } from './queries/people.ts'
import { people, sessions } from './schema.ts'
import { type On, reader, type Tx, tx } from './tx.ts'

export type SessionStage = (typeof sessions.$inferSelect)['stage']
export type Session = typeof sessions.$inferSelect

/** What the browser keeps, and what we keep of it: a stolen database opens no session. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfToken(token) }
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The session of a token while it runs: not ended, not idle, not too old, its person not disabled. */
export async function sessionOf(on: On, token: string, now: Instant): Promise<Session | null> {
  const [found] = await on
    .select({ session: sessions, disabledAt: people.disabledAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, hashOfToken(token)), isNull(sessions.endedAt)))
  if (!found || found.disabledAt !== null || !isRunning(found.session, now)) return null
  return found.session
}

/** Whose a session was, whether it still runs or not. */
export async function personOfToken(on: On, token: string): Promise<number | null> {
  const [row] = await on
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, hashOfToken(token)), eq(sessions.stage, 'full')))
  return row?.personId ?? null
}

/** Who is signed in with this token: past the second factor, with the roles of this moment. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const now = theOffice().clock()
  const session = await sessionOf(reader(), token, now)
  if (session?.stage !== 'full') return null
  if (now - session.lastSeenAt >= seenEvery) await markSeen(session.id, now)
  return actorOfPerson(reader(), session.personId, session.id)
}

async function actorOfPerson(on: On, personId: number, sessionId: number | null): Promise<Actor | null> {
  const [person] = await on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.kind, 'person'), isNull(people.disabledAt)))
  if (!person) return null
  return { kind: 'person', ...person, roles: await rolesOf(on, personId), sessionId }
}

/** Not a command: it says nothing that the history should hold, and is written at most once a minute. */
async function markSeen(id: number, now: Instant): Promise<void> {
  try {
    await tx(async (tx) => {
      await tx
        .update(sessions)
        .set({ lastSeenAt: now })
        .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
    })
  } catch (error) {
    // Whoever only reads is let in all the same, and signed out by the last time that could be written.
    if (!isDiskFull(error)) throw error
  }
}

export async function beginSession(
  tx: Tx,
  session: { personId: number; stage: SessionStage; tokenHash: string; now: Instant },
): Promise<number> {
  const { personId, stage, tokenHash, now } = session
  const [row] = await tx
    .insert(sessions)
    .values({ personId, stage, tokenHash, createdAt: now, lastSeenAt: now })
    .returning({ id: sessions.id })
  if (!row) throw new Error('The session was not written.')
  return row.id
}

/** Ends a person's sessions, but for one that is kept. */
export async function endSessionsOf(
  tx: Tx,
  ending: { personId: number; why: string; now: Instant; keep?: number | null },
): Promise<number> {
  const { personId, why, now, keep } = ending
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now, endedWhy: why })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        keep ? ne(sessions.id, keep) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

export async function endSession(tx: Tx, id: number, why: string, now: Instant): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, endedWhy: why })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}
