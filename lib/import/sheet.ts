import type { z } from 'zod'
import { plainAgain } from '#lib/csv/neutral.ts'
import { type CsvRow, readCsv } from '#lib/csv/read.ts'
import { bare, type Column } from './column.ts'
import type { DateOrder } from './date.ts'

/** Why a row cannot be imported: in which row and column, as a sentence. Row 1 is the head. */
export type Fault = { readonly row: number; readonly column: string; readonly sentence: string }

/** What a sheet says: the rows that can be read, everything that is wrong with the others, and what was not read. */
export type Sheet<Row> = {
  readonly rows: readonly Row[]
  readonly faults: readonly Fault[]
  /** The columns that are read, as the sheet and as this program calls them. */
  readonly read: readonly { readonly head: string; readonly label: string }[]
  readonly notRead: readonly string[]
}

/** At most so many rows come in one file. */
export const mostRows = 20_000

type Place = { readonly at: number; readonly name: string; readonly column: Column }

/**
 * Reads the rows of a kind from a table of text, each checked by the schema of the command that will take them.
 *
 * @param columns By the names of the input's fields.
 */
export function readSheet<Row>(
  text: string,
  columns: Readonly<Record<string, Column>>,
  schema: z.ZodType<Row>,
  order: DateOrder,
): Sheet<Row> {
  const { rows, openQuoteIn } = readCsv(text)
  const [head, ...body] = rows
  if (!head) return broken('The file is empty.')
  const { places, faults, notRead } = placesOf(head, columns)
  const read = places.map(({ at, column }) => ({ head: head.cells[at]?.trim() ?? '', label: column.label }))
  const answer = { read, notRead }
  if (openQuoteIn !== null)
    return { ...answer, ...broken('A quote begins here and never ends.', openQuoteIn) }
  if (faults.length > 0) return { ...answer, rows: [], faults }
  if (body.length === 0) return { ...answer, ...broken('Under the head there are no rows.') }
  if (body.length > mostRows)
    return { ...answer, ...broken(`More than ${mostRows.toLocaleString('en-US')} rows. Send them in parts.`) }
  const found: Row[] = []
  const wrong: Fault[] = []
  for (const row of body) {
    const one = rowOf(row, places, schema, order, head.cells.length)
    if ('row' in one) found.push(one.row)
    else wrong.push(...one.faults)
  }
  return { ...answer, rows: found, faults: wrong }
}

const broken = (sentence: string, row = 1) => ({
  rows: [],
  faults: [{ row, column: '', sentence }],
  read: [],
  notRead: [],
})

function placesOf(head: CsvRow, columns: Readonly<Record<string, Column>>) {
  const known = new Map<string, string>()
  for (const [name, { label, names }] of Object.entries(columns)) {
    for (const written of [name, label, ...names]) known.set(bare(written), name)
  }
  const places: Place[] = []
  const faults: Fault[] = []
  const notRead: string[] = []
  for (const [at, cell] of head.cells.entries()) {
    const written = plainAgain(cell).trim()
    const name = known.get(bare(written))
    const column = name === undefined ? undefined : columns[name]
    if (!name || !column) {
      if (written !== '') notRead.push(written)
      continue
    }
    const before = places.find((place) => place.name === name)
    if (before) {
      const first = head.cells[before.at]?.trim()
      const sentence = `“${first}” and “${written}” would both be read as this. Rename one of them.`
      faults.push({ row: 1, column: column.label, sentence })
    } else places.push({ at, name, column })
  }
  for (const [name, { label, isNeeded }] of Object.entries(columns)) {
    if (isNeeded && !places.some((place) => place.name === name))
      faults.push({ row: 1, column: label, sentence: 'There is no such column, and it is needed.' })
  }
  return { places, faults, notRead }
}

function rowOf<Row>(
  { row, cells }: CsvRow,
  places: readonly Place[],
  schema: z.ZodType<Row>,
  order: DateOrder,
  width: number,
): { readonly row: Row } | { readonly faults: readonly Fault[] } {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    const sentence = `${cells.length} cells under a head of ${width}. Is a separator missing its quotes?`
    return { faults: [{ row, column: '', sentence }] }
  }
  const faults: Fault[] = []
  const value: Record<string, unknown> = { row }
  for (const { at, name, column } of places) {
    const cell = plainAgain(cells[at] ?? '').replace(/\r\n?/g, '\n')
    if (cell.trim() === '') {
      if (column.isNeeded) faults.push({ row, column: column.label, sentence: 'This is needed.' })
      continue
    }
    const read = column.as(cell, order)
    if ('value' in read) value[name] = read.value
    else faults.push({ row, column: column.label, sentence: read.sentence })
  }
  if (faults.length > 0) return { faults }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { row: parsed.data }
  return {
    faults: parsed.error.issues.map(({ path, message }) => ({
      row,
      column: places.find((place) => place.name === path[0])?.column.label ?? '',
      sentence: message,
    })),
  }
}

/** "Row 14, received on: “31 Feb 2025” is no day." */
export const faultSentence = ({ row, column, sentence }: Fault): string =>
  `Row ${row}${column ? `, ${column}` : ''}: ${sentence}`
