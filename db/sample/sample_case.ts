import type { SubpoenaBilling } from '#lib/billing/balance.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { Stage } from '#lib/subpoena/stage.ts'
import type { FirmName } from './firms.ts'
import type { SamplePerson } from './people.ts'
import type { Play } from './play.ts'

/**
 * When a paper came: business days before the last day that is played, or by what falls on the day on which the
 * sample is made.
 */
export type Received = number | 'hold-ended' | 'hold-ends-now' | 'hold-ends-next' | 'own-objection-day'

export type SampleTarget = readonly [kind: KindOf<'targetKinds'>, identifier: string, period?: string]

/** What stands on the paper. `YY` and `YYYY` in the case number stand for the year in which it came. */
export type SamplePaper = {
  readonly type: KindOf<'processTypes'>
  readonly court: string
  readonly county?: string
  readonly state?: string
  readonly caption: string
  readonly caseNumber: string
  readonly party?: string
  /** Days from its receipt, or from the day on which the sample is made. */
  readonly compliance?: { readonly days: number; readonly time?: string } | { readonly fromToday: number }
  /** In the words of who asks; about the targets where it is left out. */
  readonly asks?: string
  readonly isUnsigned?: boolean
}

/** Done by somebody, at once or later: null when it was done, else it is tried again the next business day. */
export type Step = {
  readonly name: string
  readonly by: SamplePerson
  readonly run: (play: Play) => Promise<Waits | null>
}

/** Why a step waits, in the words of the rule, and until when where the rule says so. */
export type Waits = { readonly because: string; readonly until?: CalendarDate | undefined }

export type SampleCase = {
  readonly received: Received
  /** The time of its receipt, "HH:MM". After five, or on a Saturday, it counts from the next business day. */
  readonly at: string
  readonly onSaturday?: boolean
  readonly how: KindOf<'serviceMethods'>
  /** Days before its receipt on which it was legally served, such as on our registered agent. */
  readonly servedBefore?: number
  readonly paper: SamplePaper
  readonly from: FirmName
  readonly billTo?: FirmName
  readonly targets: readonly SampleTarget[]
  /** What is done, in order; a number is that many business days in between. */
  readonly plan: readonly (Step | number)[]
  /** Where it stands when the sample is made. */
  readonly shows: { readonly stage: Stage; readonly billing: SubpoenaBilling }
}
