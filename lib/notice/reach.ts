import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'

/** How near a notice came to its subscriber; only of one that is here can it be said that they know nothing. */
export type Reach = 'here' | 'going' | 'perhaps' | 'gone'

export type ReachFacts = {
  readonly effectiveOn: CalendarDate | null
  /** The mail that carries it; null for a letter. */
  readonly mail: { readonly state: string; readonly leaseUntilAt: Instant | null } | null
}

/**
 * A mail that was put off waits without a lease, however often it was tried: no server has it. One whose lease ran out
 * without a word may have been taken, as may one that broke off; one that was written may have been handed over.
 */
export function reachOf({ effectiveOn, mail }: ReachFacts, now: Instant): Reach {
  if (effectiveOn !== null) return 'gone'
  if (mail === null || mail.state === 'withdrawn' || mail.state === 'failed') return 'here'
  if (mail.state === 'sent') return 'gone'
  if (mail.state !== 'waiting') return 'perhaps'
  if (mail.leaseUntilAt === null) return 'here'
  return mail.leaseUntilAt > now ? 'going' : 'perhaps'
}
