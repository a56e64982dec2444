import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'

/** How far a notice came. Only `arrived` and `posted` start a hold, each from the day on which it takes effect. */
export type Delivery =
  | 'waiting'
  | 'to-post'
  | 'arrived'
  | 'posted'
  | 'failed'
  | 'unsure'
  | 'written'
  | 'withdrawn'

export type DeliveryFacts = {
  readonly channel: 'e-mail' | 'post'
  readonly effectiveOn: CalendarDate | null
  readonly failedAt: Instant | null
  /** Of the mail that carries it; null for a letter. */
  readonly mailState: 'waiting' | 'sent' | 'written' | 'failed' | 'unsure' | 'withdrawn' | null
}

export function deliveryOf({ channel, effectiveOn, failedAt, mailState }: DeliveryFacts): Delivery {
  const isHere = channel === 'post' && effectiveOn === null
  if (mailState === 'withdrawn' || (isHere && failedAt !== null)) return 'withdrawn'
  if (failedAt !== null || mailState === 'failed') return 'failed'
  if (channel === 'post') return isHere ? 'to-post' : 'posted'
  if (effectiveOn !== null) return 'arrived'
  if (mailState === 'unsure' || mailState === 'written') return mailState
  return 'waiting'
}
