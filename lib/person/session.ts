import type { Instant } from '#lib/calendar/instant.ts'

const minute = 60_000

/** Milliseconds without a request after which a session is over. Source: OWASP ASVS 5.0 §7.3. */
const idleLimit = 20 * minute
/** Milliseconds after which a session is over however busy it was. */
const longestSession = 8 * 60 * minute
/** Milliseconds to give the second factor, or to set it up, after the password. */
export const pendingLimit = 15 * minute
/** Wrong codes in a row that end the pending sign-in. */
export const wrongCodesAllowed = 5
/** A request is written down as seen when the last that was is this many milliseconds ago. */
export const seenEvery = minute

export type SessionFacts = {
  readonly stage: 'password' | 'enrolling' | 'full'
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly endedAt: Instant | null
}

/** Whether a session still counts: not ended, not idle for too long, not too old. */
export function isRunning(session: SessionFacts, now: Instant): boolean {
  if (session.endedAt !== null) return false
  if (session.stage !== 'full') return now - session.createdAt < pendingLimit
  return now - session.lastSeenAt < idleLimit && now - session.createdAt < longestSession
}
