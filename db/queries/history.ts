import { and, asc, count, desc, eq, gt, lt, ne, type SQL } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, mustBe, nobody, staff } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { type Cursor, type HistoryFilter, pageSize, thingNamed } from '#lib/history/filter.ts'
import { history, invoices, people, subpoenas } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { invoiceIdOf, subpoenaIdOf } from './ids.ts'
import { officeZone, todayOf } from './office.ts'

export type HistoryLine = {
  readonly sequence: number
  readonly at: Instant
  readonly who: string
  readonly command: string
  /** Null when the text was shredded: its hash is kept. */
  readonly sentence: string | null
  readonly subpoena: string | null
  readonly invoice: string | null
  /** The entry's link of the chain, as hex. */
  readonly mac: string
}

type Place = { readonly zone: string; readonly today: CalendarDate }

export type HistoryPage = Place & {
  /** The latest first, at most a page of them. */
  readonly lines: readonly HistoryLine[]
  readonly older: Cursor
  readonly newer: Cursor
  /** What of the filter names nobody and nothing here. */
  readonly unknown: 'person' | 'about' | null
  /** Who may be chosen, the clockwork among them. */
  readonly people: readonly string[]
}

/** A page of the history, as far as the actor may read it. */
export async function historyPage(
  actor: Actor,
  filter: HistoryFilter,
  cursor: Cursor,
  size = pageSize,
): Promise<HistoryPage> {
  mustBe(actor, staff)
  const on = reader()
  const names = await namesOf(on)
  const place = await placeOf(on)
  const person = names.find(({ name }) => name === filter.person)
  const about = await entriesAbout(on, filter.about)
  const unknown = filter.person && !person ? 'person' : about === null ? 'about' : null
  const page = { ...place, people: names.map(({ name }) => name), unknown } as const
  if (unknown !== null || about === null) return { ...page, lines: [], older: null, newer: null }

  const wanted = and(
    readable(actor),
    person ? eq(history.actorId, person.id) : undefined,
    filter.command ? eq(history.command, filter.command) : undefined,
    about.condition,
  )
  const forwards = cursor !== null && 'after' in cursor
  // One more than a page, to know whether there is another.
  const rows = await entries(on, and(wanted, within(cursor)), forwards, size + 1)
  const more = rows.length > size
  const lines = rows.slice(0, size).map(lineOf)
  if (forwards) lines.reverse()
  const [first, last] = [lines.at(0), lines.at(-1)]
  return {
    ...page,
    lines,
    older: last && (forwards || more) ? { before: last.sequence } : null,
    newer: first && cursor !== null && (more || !forwards) ? { after: first.sequence } : null,
  }
}

/**
 * The latest of what happened to one subpoena, and how many entries the actor may read of it. Null when there is no
 * such subpoena.
 *
 * @throws NotAllowed for a role that sees neither cases nor money.
 */
export async function historyOf(
  actor: Actor,
  reference: string,
  most = 8,
): Promise<(Place & { readonly lines: readonly HistoryLine[]; readonly total: number }) | null> {
  mustBe(actor, [...caseReaders, 'billing'])
  const on = reader()
  const id = await subpoenaIdOf(on, reference)
  if (id === null) return null
  const wanted = and(eq(history.subpoenaId, id), readable(actor))
  const rows = await entries(on, wanted, false, most)
  const [counted] = await on.select({ total: count() }).from(history).where(wanted)
  return { ...(await placeOf(on)), lines: rows.map(lineOf), total: counted?.total ?? 0 }
}

/** Who does not see cases reads only what was written for all. */
function readable(actor: Actor): SQL | undefined {
  return isPermitted(actor, caseReaders) ? undefined : eq(history.seenBy, 'all')
}

function within(cursor: Cursor): SQL | undefined {
  if (cursor === null) return undefined
  return 'after' in cursor ? gt(history.sequence, cursor.after) : lt(history.sequence, cursor.before)
}

/** Null when what was typed is no subpoena and no invoice of this office. */
async function entriesAbout(on: On, about: string): Promise<{ readonly condition: SQL | undefined } | null> {
  if (about === '') return { condition: undefined }
  const named = thingNamed(about)
  if (named === null) return null
  const id = await (named.noun === 'invoice' ? invoiceIdOf : subpoenaIdOf)(on, named.number)
  const column = named.noun === 'invoice' ? history.invoiceId : history.subpoenaId
  return id === null ? null : { condition: eq(column, id) }
}

const namesOf = (on: On) =>
  on
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(ne(people.id, nobody.id))
    .orderBy(asc(people.name))

const placeOf = async (on: On): Promise<Place> => ({ zone: await officeZone(on), today: await todayOf(on) })

const entries = (on: On, wanted: SQL | undefined, forwards: boolean, most: number) =>
  on
    .select({
      sequence: history.sequence,
      at: history.at,
      who: people.name,
      command: history.command,
      payload: history.payload,
      subpoena: subpoenas.reference,
      invoice: invoices.number,
      mac: history.mac,
    })
    .from(history)
    .innerJoin(people, eq(people.id, history.actorId))
    .leftJoin(subpoenas, eq(subpoenas.id, history.subpoenaId))
    .leftJoin(invoices, eq(invoices.id, history.invoiceId))
    .where(wanted)
    .orderBy(forwards ? asc(history.sequence) : desc(history.sequence))
    .limit(most)

function lineOf({ payload, ...row }: Awaited<ReturnType<typeof entries>>[number]): HistoryLine {
  return { ...row, sentence: payload === null ? null : sentenceIn(payload) }
}

/** Some commands end their sentence with a period and some do not; a list of them ends none. */
function sentenceIn(payload: string): string {
  const { sentence } = JSON.parse(payload) as { sentence: string }
  return sentence.replace(/(?<!\.)\.$/, '')
}
