import type { Instant } from '#lib/calendar/instant.ts'

/** Wrong passwords and codes in a row after which a person's sign-in rests. */
export const wrongTriesAllowed = 10
/** How long it rests, in milliseconds. */
const restAfterWrongTries = 15 * 60_000

/** Milliseconds after a sign-in for which the browser is still known: ninety days. */
export const browserKnownFor = 90 * 24 * 60 * 60_000

export type Tries = { readonly failedSignIns: number; readonly lockedUntilAt: Instant | null }

export function isResting(tries: Tries, now: Instant): boolean {
  return tries.lockedUntilAt !== null && now < tries.lockedUntilAt
}

/** What stands after one more wrong try; the count begins again with a rest. Source: OWASP ASVS 5.0 §6.3.1. */
export function afterWrongTry(tries: Tries, now: Instant): Tries {
  const failedSignIns = tries.failedSignIns + 1
  return failedSignIns < wrongTriesAllowed
    ? { failedSignIns, lockedUntilAt: null }
    : { failedSignIns: 0, lockedUntilAt: (now + restAfterWrongTries) as Instant }
}
