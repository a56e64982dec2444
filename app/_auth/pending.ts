import { theOfficeOrNone } from '#db/open_office.ts'
import { type Session, sessionOf } from '#db/sessions.ts'
import { reader } from '#db/tx.ts'
import { relativePath } from '#lib/access/path.ts'
import { pendingLimit } from '#lib/person/session.ts'
import { readCookie } from './cookie.ts'

/** Holds the token of a sign-in that waits for its second factor. */
export const pendingCookie = 'pending'
export const pendingSeconds = pendingLimit / 1000

/** The sign-in that this browser has begun, with its token. */
export async function pendingSession(): Promise<{ session: Session; token: string } | null> {
  const office = theOfficeOrNone()
  const token = office ? await readCookie(pendingCookie) : null
  if (!office || token === null) return null
  const session = await sessionOf(reader(), token, office.clock())
  return session && session.stage !== 'full' ? { session, token } : null
}

/** Where the second factor is given, or set up. */
export function stepAfter(stage: 'password' | 'enrolling', then: string): string {
  const path = relativePath(then)
  const step = stage === 'password' ? '/sign-in/code' : '/sign-in/enrol'
  return path === '/' ? step : `${step}?then=${encodeURIComponent(path)}`
}
