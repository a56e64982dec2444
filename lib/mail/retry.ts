import type { Instant } from '#lib/calendar/instant.ts'

const minute = 60_000

/** How long one try may take in all, in milliseconds: connecting, talking and waiting for the answer. */
export const tryLasts = 2 * minute
/** How long one sender owns a mail, in milliseconds: longer than any try, so that two never send it at once. */
export const leaseLasts = 5 * minute

const firstPause = minute
const longestPause = 6 * 60 * minute
/** With the pauses below these are about a day and a half. */
const mostTries = 14

/**
 * When a mail that was put off goes again; null when it was tried often enough and becomes a person's task.
 *
 * Units:  milliseconds; one minute after the first try, twice as long after each, six hours at most.
 * @param tries How often it was tried so far, 1 or more.
 */
export function nextTryAt(tries: number, now: Instant): Instant | null {
  if (tries >= mostTries) return null
  return (now + Math.min(firstPause * 2 ** (tries - 1), longestPause)) as Instant
}
