import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { CollisionLine } from '#lib/clocks/collision.ts'
import { grouped, isWhose, type Row, type RowGroup, rowsFor, type Whose } from '#lib/today/board.ts'
import { clearedSince } from '#lib/today/cleared.ts'
import type { Clock, ClockItem } from '#lib/today/fortnight.ts'
import { theOffice } from '../open_office.ts'
import { people } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { type Cleared, clearedSinceThen } from './cleared.ts'
import { businessDays, currentPolicy, officeZone } from './office.ts'
import type { Moment } from './open_cases.ts'
import { remembered } from './remembered.ts'
import { type Board, caseBoard, mailBoard, moneyBoard } from './today_boards.ts'

export type TodayPage = {
  readonly today: CalendarDate
  readonly zone: string
  readonly counts: Readonly<Record<Whose, number>>
  readonly groups: readonly RowGroup[]
  /** By clock: those that the actor may read. */
  readonly clocks: ReadonlyMap<Clock, readonly ClockItem[]>
  readonly collisions: readonly CollisionLine[]
  readonly cleared: { readonly words: string; readonly things: readonly Cleared[] }
  /** Initials of who looks after a row, by person. */
  readonly initials: ReadonlyMap<number, string>
  readonly calendar: BusinessCalendar
}

/** What needs a person now, as this actor may see it: rows, the fortnight, what collides, and what was cleared. */
export async function todayPage(actor: Actor, whose: Whose = 'everyone'): Promise<TodayPage> {
  const on = reader()
  const moment = await momentOf(on)
  const { today, zone } = moment
  const boards = await boardsFor(on, actor, moment)
  const rows = rowsOf(boards, actor)
  const calendar = await businessDays(on, (await currentPolicy(on)).calendars)
  const since = clearedSince(today, zone, calendar)
  const own = (one: Whose) => rows.filter((row) => isWhose(row, one, actor))
  return {
    today,
    zone,
    counts: { everyone: rows.length, mine: own('mine').length, unassigned: own('unassigned').length },
    groups: grouped(own(whose)),
    clocks: clocksOf(boards, actor),
    collisions: boards
      .flatMap(({ collisions }) => collisions)
      .sort((a, b) => (a.complianceOn < b.complianceOn ? -1 : 1)),
    cleared: { words: since.words, things: await clearedSinceThen(on, actor, since.at) },
    initials: await initialsOf(on),
    calendar,
  }
}

/** How many rows Today has for the actor: the count in the bar. */
export async function todayCount(actor: Actor): Promise<number> {
  const on = reader()
  return rowsOf(await boardsFor(on, actor, await momentOf(on)), actor).length
}

async function momentOf(on: On): Promise<Moment> {
  const zone = await officeZone(on)
  const now = theOffice().clock()
  return { now, zone, today: dayOf(now, zone) }
}

/** Asks only for what the actor may see. */
async function boardsFor(on: On, actor: Actor, moment: Moment): Promise<Board[]> {
  mustBe(actor, ['anyone'])
  return [
    ...(isPermitted(actor, caseReaders)
      ? [await remembered('case-board', moment, () => caseBoard(on, moment))]
      : []),
    ...(isPermitted(actor, moneyReaders)
      ? [await remembered('money-board', moment, () => moneyBoard(on, moment))]
      : []),
    await remembered('mail-board', moment, () => mailBoard(on, moment)),
  ]
}

function rowsOf(boards: readonly Board[], actor: Actor): Row[] {
  return rowsFor(
    boards.flatMap(({ rows }) => rows),
    actor,
  )
}

function clocksOf(boards: readonly Board[], actor: Actor): Map<Clock, ClockItem[]> {
  const items = boards.flatMap(({ clocks }) => clocks).sort((a, b) => (a.words < b.words ? -1 : 1))
  const seen: Clock[] = [
    ...(isPermitted(actor, caseReaders) ? (['holds', 'own', 'compliance'] as const) : []),
    ...(isPermitted(actor, moneyReaders) ? (['payments'] as const) : []),
  ]
  return new Map(seen.map((clock) => [clock, items.filter((item) => item.clock === clock)]))
}

async function initialsOf(on: On): Promise<Map<number, string>> {
  const rows = await on.select({ id: people.id, name: people.name }).from(people)
  return new Map(rows.map(({ id, name }) => [id, initials(name)]))
}

/** "WH" of "W. Halloway". */
export function initials(name: string): string {
  const words = name.split(/[\s.]+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word ? [...word][0] : '',
  )
  return letters.join('').toUpperCase()
}
