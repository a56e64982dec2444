import type { CalendarDate } from '#lib/calendar/date.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { Office } from './office.ts'

/** The served paper and its case, as printed on it. An empty text or a null day is one that the paper lacks. */
export type ServedPaper = {
  readonly reference: string
  readonly processType: KindOf<'processTypes'>
  readonly court: string
  readonly caption: string
  readonly caseNumber: string
  readonly issuedOn: CalendarDate | null
  readonly receivedOn: CalendarDate | null
  readonly complianceOn: CalendarDate | null
}

/** What is sought about this one subscriber. */
export type Identifier = {
  readonly kind: KindOf<'targetKinds'>
  readonly identifier: string
  /** The time that is asked about, in words; empty when none was given. */
  readonly period: string
}

export type NoticeFacts = {
  readonly office: Office
  readonly paper: ServedPaper
  /** The day on the letter. */
  readonly on: CalendarDate
  /** Empty: the letter goes to "subscriber". */
  readonly subscriberName: string
  readonly issuingParty: string
  readonly issuingAttorney: string
  readonly firm: string
  /** How to reach who asks: address, telephone, e-mail, a line each. */
  readonly firmContact: readonly string[]
  /** Those of this subscriber alone: another person's number here would be a disclosure. At least one. */
  readonly identifiers: readonly Identifier[]
  /** What the paper asks for, without what concerns others; empty: the usual words for an identity. */
  readonly recordsRequested: string
  /** The last day to object; it ends at 11:59 p.m. in the office's zone. */
  readonly lastDayOn: CalendarDate
  readonly releaseOpensOn: CalendarDate
  /** Whether something about other numbers or accounts of this subscriber has left before. */
  readonly answeredBefore: boolean
  /** Whether the copy of the paper goes along; if not, the letter says how to ask for it. */
  readonly copyEnclosed: boolean
  /** Who helps to find a lawyer, as a sentence; empty: nothing is said. */
  readonly lawyerReferral?: string
}

/** What is said to a subscriber who could not be told before their records left. */
export type ReleasedFacts = NoticeFacts & {
  /** The day on which they left. */
  readonly answeredOn: CalendarDate
}

/** Who was told of a paper, and is now told that it has ended. */
export type EndedFacts = {
  readonly office: Office
  readonly paper: ServedPaper
  readonly on: CalendarDate
  readonly subscriberName: string
  readonly why: 'withdrawn' | 'quashed' | 'rejected'
  /** The day on which it ended; null when it is not known. */
  readonly endedOn: CalendarDate | null
  /** The day of the notice that told the subscriber. */
  readonly toldOn: CalendarDate | null
  /** Those of this subscriber that alone it has ended for, while the paper still asks for others of theirs; empty: it is over. */
  readonly only: readonly Identifier[]
}
