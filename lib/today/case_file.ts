import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { SubpoenaFacts, TargetFacts } from '#lib/subpoena/facts.ts'
import { type LaneState, laneOf } from '#lib/subpoena/lane.ts'

/** What was asked of the people who hold the records, so that nothing is lost. */
export type Snapshot = {
  readonly askedOf: string
  readonly askedOn: CalendarDate
  /** The first day on which logs would be gone. */
  readonly logsLostOn: CalendarDate | null
  readonly done: boolean
}

/** A notice that has not told its subscriber: who must do something about it depends on how far it came. */
export type PendingNotice = {
  readonly number: number
  /**
   * Called back without having failed: nobody was told, and nothing else says so. Misdirected: it names a target whose
   * subscriber is another than the one it went to.
   */
  readonly state: 'waiting' | 'to-post' | 'unsure' | 'written' | 'called-back' | 'misdirected'
  /** The day it was made; of a letter, the day on which it is to be posted. */
  readonly on: CalendarDate
}

/** A notice that told nobody. */
export type FailedNotice = {
  /** The day on which that came out. */
  readonly on: CalendarDate
  /** We stopped it before it went: nothing is wrong with the address. */
  readonly wasStopped: boolean
}

export type ObjectionOnFile = {
  readonly number: number
  readonly kind: KindOf<'objectionKinds'>
  readonly effect: KindOf<'objectionEffects'>
  readonly receivedOn: CalendarDate
  readonly extendsToOn: CalendarDate | null
  readonly outcome: KindOf<'objectionOutcomes'> | null
}

export type AskedRelease = {
  readonly number: number
  readonly ground: KindOf<'earlyReleaseGrounds'>
  readonly askedOn: CalendarDate
  readonly opensOn: CalendarDate
  readonly askedById: number
}

export type ProductionOnFile = {
  readonly number: number
  readonly kind: KindOf<'productionKinds'>
  readonly pages: number
  readonly targets: readonly number[]
  readonly preparedById: number
  readonly preparedBy: string
  readonly releasedOn: CalendarDate | null
  /** Sent on its way by a person. A mail that failed is a task of its own; one that was set aside does not count. */
  readonly isShipped: boolean
  /** A parcel, letter or hand took it, or its mail is known to have gone. */
  readonly hasLeft: boolean
}

/** What Today and a subpoena's page know of it: its facts, and what people did about them. */
export type CaseFile = {
  readonly reference: string
  readonly facts: SubpoenaFacts
  /** The day of legal service, from which our own duties run. */
  readonly servedOn: CalendarDate
  readonly snapshots: readonly Snapshot[]
  readonly checks: { readonly done: number; readonly failed: number; readonly of: number }
  /** By row id: the number that people see, and the language of their letters. */
  readonly subscribers: ReadonlyMap<number, { readonly number: string; readonly language: string }>
  readonly pendingNotices: readonly PendingNotice[]
  /** By the notice's number. */
  readonly failedNotices: ReadonlyMap<number, FailedNotice>
  readonly objections: readonly ObjectionOnFile[]
  /** Counsel decided that the office does not object for itself. */
  readonly doesNotObject: boolean
  readonly askedReleases: readonly AskedRelease[]
  /** Without those that were set aside. */
  readonly productions: readonly ProductionOnFile[]
  readonly hasMoneyOpen: boolean
}

/** A case on a day: each lane worked out once. */
export type CaseToday = {
  readonly file: CaseFile
  readonly facts: SubpoenaFacts
  readonly calendar: BusinessCalendar
  readonly now: Instant
  readonly today: CalendarDate
  readonly lanes: readonly LaneToday[]
}

export type LaneToday = { readonly target: TargetFacts; readonly state: LaneState }

export function caseToday(
  file: CaseFile,
  calendar: BusinessCalendar,
  moment: { readonly now: Instant; readonly today: CalendarDate },
): CaseToday {
  const { facts } = file
  const lanes = facts.targets.map((target) => ({
    target,
    state: laneOf(target, facts, calendar, moment.today),
  }))
  return { file, facts, calendar, ...moment, lanes }
}

/** Lanes that still wait for an answer of ours; a stayed one waits for a court. */
const openLanes: readonly string[] = [
  'to-research',
  'to-notify',
  'notice-failed',
  'notice-barred',
  'on-hold',
  'ready',
]

/** The targets for which we still owe an answer that nobody has stayed. */
export function owedLanes({ lanes }: Pick<CaseToday, 'lanes'>): LaneToday[] {
  return lanes.filter(
    ({ target, state }) =>
      openLanes.includes(state.lane) || (state.lane === 'no-records' && target.answered === null),
  )
}

/** Whether the paper is in our hands: not judged yet, or accepted; and not closed. */
export function isLive({ facts }: Pick<CaseToday, 'facts'>): boolean {
  const { judgement, closed } = facts
  return !closed && (judgement === null || judgement === 'accepted' || judgement === 'accepted-in-part')
}

export function pageOf(file: Pick<CaseFile, 'reference'>, path: string): string {
  return `/subpoenas/${file.reference}${path}`
}
