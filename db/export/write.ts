import type { Instant } from '#lib/calendar/instant.ts'
import { byteOrderMark, type Cell, csvLine } from '#lib/csv/write.ts'
import { cents } from '#lib/money.ts'
import type { On } from '../tx.ts'
import type { ExportedNoun, ExportedRow } from './noun.ts'

/** The rows of a noun as they are read, some hundreds at a time. Row ids stay here. */
async function* rowsOf(on: On, noun: ExportedNoun): AsyncGenerator<ExportedRow[]> {
  for (let last = 0; ; ) {
    const rows = await noun.after(on, last)
    const end = rows.at(-1)
    if (!end) return
    last = end.id
    yield rows.map(({ id: _, ...row }) => row)
  }
}

/** A table for spreadsheets: money in dollars, instants in UTC, what could be a formula neutralised. */
export async function* csvOf(on: On, noun: ExportedNoun): AsyncGenerator<string> {
  let heads: string[] | null = null
  for await (const rows of rowsOf(on, noun)) {
    if (!heads) {
      heads = Object.keys(rows[0] ?? {})
      yield byteOrderMark + csvLine(heads.map((head) => head.replace(/Cents$/, '')))
    }
    const columns = heads
    yield rows.map((row) => csvLine(columns.map((head) => cellOf(head, row[head] ?? null)))).join('')
  }
  // A list without rows is a file with its mark alone, and not one of no bytes.
  if (!heads) yield byteOrderMark
}

function cellOf(head: string, value: ExportedRow[string]): Cell {
  if (typeof value === 'number') {
    if (head.endsWith('Cents')) return { money: cents(value) }
    return isInstant(head) ? new Date(value).toISOString() : value
  }
  return typeof value === 'object' && value !== null ? value.join('; ') : value
}

/** A list as JSON: money in whole cents, instants in UTC. */
export async function* jsonOf(on: On, noun: ExportedNoun): AsyncGenerator<string> {
  yield '['
  let isFirst = true
  for await (const rows of rowsOf(on, noun)) {
    yield `${isFirst ? '\n' : ',\n'}${rows.map((row) => JSON.stringify(spoken(row))).join(',\n')}`
    isFirst = false
  }
  yield '\n]'
}

/** One document of many lists, by their names. */
export async function* everythingOf(
  on: On,
  nouns: readonly ExportedNoun[],
  now: Instant,
): AsyncGenerator<string> {
  yield `{"exportedAt":${JSON.stringify(new Date(now).toISOString())}`
  for (const noun of nouns) {
    yield `,\n${JSON.stringify(noun.name)}:`
    yield* jsonOf(on, noun)
  }
  yield '}\n'
}

function spoken(row: ExportedRow): ExportedRow {
  return Object.fromEntries(
    Object.entries(row).map(([head, value]) => [
      head,
      isInstant(head) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  )
}

const isInstant = (head: string) => head === 'at' || head.endsWith('At')
