import { type Actor, caseReaders, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { collisionInWords, collisionOf } from '#lib/clocks/collision.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { grouped, isWhose, type Row, type RowGroup, rowsFor, type Whose } from '#lib/today/board.ts'
import type { CaseToday } from '#lib/today/case_file.ts'
import { clearedSince } from '#lib/today/cleared.ts'
import { type Clock, type ClockItem, caseClocks, isInFortnight, paymentItems } from '#lib/today/fortnight.ts'
import type { MoneyFile } from '#lib/today/money_tasks.ts'
import { theOffice } from '../open_office.ts'
import { people } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { type Cleared, clearedSinceThen } from './cleared.ts'
import { lostMail } from './lost_mail.ts'
import { moneyFilesOf } from './money_files.ts'
import { businessDays, currentPolicy, officeZone } from './office.ts'
import { type Moment, openCases, openMoneyIds } from './open_cases.ts'
import { remembered } from './remembered.ts'
import { todayRows } from './today_rows.ts'

/** Two days of one subpoena that cannot both be kept, for the line under the strip. */
export type CollisionLine = {
  readonly reference: string
  readonly words: string
  readonly complianceOn: CalendarDate
}

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
  const zone = await officeZone(on)
  const now = theOffice().clock()
  const moment = { now, zone, today: dayOf(now, zone) }
  const { rows, cases, money } = await everything(on, actor, moment)
  const calendar = await businessDays(on, (await currentPolicy(on)).calendars)
  const since = clearedSince(moment.today, zone, calendar)
  const mine = (one: Whose) => rows.filter((row) => isWhose(row, one, actor))
  return {
    today: moment.today,
    zone,
    counts: { everyone: rows.length, mine: mine('mine').length, unassigned: mine('unassigned').length },
    groups: grouped(mine(whose)),
    clocks: clocksOf([...cases.values()], [...money.values()], actor, moment.today),
    collisions: collisionsOf([...cases.values()], moment.today),
    cleared: { words: since.words, things: await clearedSinceThen(on, actor, since.at) },
    initials: await initialsOf(on),
    calendar,
  }
}

/** How many rows Today has for the actor: the count in the bar. */
export async function todayCount(actor: Actor): Promise<number> {
  const on = reader()
  const zone = await officeZone(on)
  const now = theOffice().clock()
  return (await everything(on, actor, { now, zone, today: dayOf(now, zone) })).rows.length
}

type Everything = {
  readonly rows: readonly Row[]
  readonly cases: ReadonlyMap<number, CaseToday>
  readonly money: ReadonlyMap<number, MoneyFile>
}

/** Asks only for what the actor may see. */
async function everything(on: On, actor: Actor, moment: Moment): Promise<Everything> {
  mustBe(actor, ['anyone'])
  const cases: Everything['cases'] = isPermitted(actor, caseReaders)
    ? await remembered('open-cases', moment, () => openCases(on, moment))
    : new Map()
  const money: Everything['money'] = isPermitted(actor, moneyReaders)
    ? await remembered('open-money', moment, async () => moneyFilesOf(on, await openMoneyIds(on), moment))
    : new Map()
  const mail = await remembered('lost-mail', moment, () => lostMail(on, moment.zone))
  const rows = await todayRows(on, { cases, money, mail }, moment.today)
  return { rows: rowsFor(rows, actor), cases, money }
}

function clocksOf(
  cases: readonly CaseToday[],
  money: readonly MoneyFile[],
  actor: Actor,
  today: CalendarDate,
): Map<Clock, ClockItem[]> {
  const items = [
    ...cases.flatMap(caseClocks),
    ...money.flatMap(({ invoices }) => paymentItems(invoices, today)),
  ].sort((a, b) => (a.words < b.words ? -1 : 1))
  const seen: Clock[] = [
    ...(isPermitted(actor, caseReaders) ? (['holds', 'own', 'compliance'] as const) : []),
    ...(isPermitted(actor, moneyReaders) ? (['payments'] as const) : []),
  ]
  return new Map(seen.map((clock) => [clock, items.filter((item) => item.clock === clock)]))
}

function collisionsOf(cases: readonly CaseToday[], today: CalendarDate): CollisionLine[] {
  return cases
    .flatMap((one): CollisionLine[] => {
      const collision = collisionOf(one)
      // A paper that is not accepted may never be answered: its page says it, and Today does not yet.
      if (!collision || !isAccepted(one.facts) || !isInFortnight(collision.complianceOn, today)) return []
      if (one.file.objections.some(({ kind }) => kind === 'provider')) return []
      const { complianceOn } = collision
      return [{ reference: one.file.reference, words: collisionInWords(collision, today), complianceOn }]
    })
    .sort((a, b) => (a.complianceOn < b.complianceOn ? -1 : 1))
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
