import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { KindOf } from '#lib/kinds.ts'

/** One notice that names a target, as far as its delivery is known. */
export type NoticeFacts = {
  readonly number: number
  readonly channel: 'e-mail' | 'post'
  /** The day it took or will take effect; null while nobody knows that it arrived. */
  readonly effectiveOn: CalendarDate | null
  readonly failed: boolean
  /** The last day to act that stands printed in it; null in one that is only thought of. */
  readonly lastDayOn: CalendarDate | null
  /** The first day on which we may answer as printed in it; null where that was not kept. */
  readonly opensOn: CalendarDate | null
}

/** A court order on file that forbids the notice, while it is not lifted. */
export type NoticeBar = { readonly number: number; readonly endsOn: CalendarDate | null }

export type ObjectionFacts = {
  readonly number: number
  readonly kind: KindOf<'objectionKinds'>
  readonly effect: KindOf<'objectionEffects'>
  readonly extendsToOn: CalendarDate | null
  readonly outcome: KindOf<'objectionOutcomes'> | null
}

/** An early release that one person asked for and counsel, another, approved. */
export type EarlyRelease = {
  readonly number: number
  readonly ground: KindOf<'earlyReleaseGrounds'>
  readonly opensOn: CalendarDate
}

/** What is known of one target: rows, not states. Who the subscriber is does not stand here, only which. */
export type TargetFacts = {
  readonly number: number
  readonly found: 'subscriber' | 'none' | null
  readonly subscriberId: number | null
  readonly notices: readonly NoticeFacts[]
  readonly bars: readonly NoticeBar[]
  readonly objections: readonly ObjectionFacts[]
  readonly earlyReleases: readonly EarlyRelease[]
  /** In a production that has left, with records or with the word that there are none. */
  readonly answered: KindOf<'productionKinds'> | null
  /** In a production that is prepared and has not left. */
  readonly prepared: boolean
}

/** What a decision says of the paper itself; the others say what became of the subpoena, or what we do for ourselves. */
export type Judgement = Exclude<KindOf<'decisionKinds'>, 'closed' | 'reopened' | 'not-objecting'>

/** Everything that lanes, stages, blockers and the release guard are worked out from. */
export type SubpoenaFacts = {
  readonly governmental: boolean
  readonly deemedReceivedOn: CalendarDate
  readonly complianceOn: CalendarDate | null
  readonly holdDays: number
  readonly noticeDays: number
  /** The last decision that stands; null while the paper waits to be judged. */
  readonly judgement: Judgement | null
  readonly closed: boolean
  readonly terms: KindOf<'termsKinds'> | null
  readonly preservationDone: boolean
  /** When a person last looked into the objection inbox for this subpoena. */
  readonly inboxLookedAt: Instant | null
  readonly targets: readonly TargetFacts[]
}

/** Whether the paper binds us to answer, wholly or in part. */
export function isAccepted(facts: Pick<SubpoenaFacts, 'judgement'>): boolean {
  return facts.judgement === 'accepted' || facts.judgement === 'accepted-in-part'
}
