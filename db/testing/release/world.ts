import type { Actor } from '#lib/access/actor.ts'
import { type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { Result } from '#lib/result.ts'
import type { CaseInTest } from '../case.ts'
import type { TestOffice } from '../office.ts'
import { forbidden, type ProductionTold, plusDays, type Told } from './oracle.ts'

/** One small subpoena in an office, and what it was told: each deed is a command, noted when it was accepted. */
export type World = {
  readonly office: TestOffice
  readonly subpoena: CaseInTest
  readonly told: Told
  /** A stored paper, a stored record, and two subscribers on file. What is produced does not come in as a paper. */
  readonly file: string
  readonly record: string
  readonly subscribers: readonly [string, string]
  /** What happened in all stories so far. */
  readonly counts: Record<Counted, number>
}

const counted = [
  ...(['tried', 'released', 'early', 'held', 'shipped', 'deferred', 'handed', 'stopped'] as const),
  ...(['closed', 'moved'] as const),
]
type Counted = (typeof counted)[number]
export const noCounts = () => Object.fromEntries(counted.map((name) => [name, 0])) as World['counts']

export type Deed = (world: World, chance: Chance) => Promise<unknown>
/** What a deed may choose by: targets 1 to 3, some of them; a day off; one of two; which of several. */
export type Chance = {
  readonly targets: number[]
  readonly days: number
  readonly either: boolean
  readonly which: number
}

export const dayIn = ({ office, told }: World): CalendarDate => dayOf(office.clock.now, told.zone)
export const later = (world: World, days: number) => calendarDate(plusDays(dayIn(world), days))
export const pick = <Thing>(list: readonly Thing[], which: number): Thing | undefined =>
  list[which % (list.length || 1)]
export const reason = 'For a reason'

export function noted<Value>(result: Result<Value>, note: (value: Value) => void): void {
  if (result.ok) note(result.value)
}

/** Who tries to release: the two custodians, counsel, a machine with every role. */
export function releasers({ office }: World): Actor[] {
  const { custodian, otherCustodian, counsel } = office.actors
  return [custodian, otherCustodian, counsel, { ...otherCustodian, kind: 'machine' }]
}

const aDay = 86_400_000

/** Somebody looked into the objection inbox within a day. */
export function hasLooked({ told, office }: World): boolean {
  return told.inboxLookedAt !== null && office.clock.now - told.inboxLookedAt <= aDay
}

/** @throws Error when the promise forbids at this moment that this production leaves. */
export function nothingAgainst(world: World, production: ProductionTold | undefined, what: string): void {
  const against = forbidden(world.told, production?.targets ?? [], world.office.clock.now)
  if (!hasLooked(world)) against.push('nobody has looked')
  if (production?.state !== 'released') against.push(`${production?.state}`)
  if (against.length > 0) throw new Error(`The promise forbids the ${what}: ${against.join('; ')}.`)
}
