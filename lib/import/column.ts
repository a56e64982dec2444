import { type Family, kinds, labelOf } from '#lib/kinds.ts'
import { parseMoney } from '#lib/money.ts'
import { type DateOrder, dayIn } from './date.ts'

/** One column that is read: what it is called in sentences, and by which other names it is known. */
export type Column = {
  readonly label: string
  readonly names: readonly string[]
  /** Without such a column, or with nothing in it, a row cannot be imported. */
  readonly isNeeded?: boolean
  readonly as: (cell: string, order: DateOrder) => Read
}

/** What a cell says as a value of the input, or why it cannot be read. */
export type Read = { readonly value: unknown } | { readonly sentence: string }

export const asText = (cell: string): Read => ({ value: cell.trim().normalize('NFC') })

/** A name that a narrow cell broke over lines is one line. */
export const asLine = (cell: string): Read => asText(cell.replace(/\s*\n\s*/g, ' '))

export function asDay(cell: string, order: DateOrder): Read {
  const day = dayIn(cell, order)
  return 'on' in day ? { value: day.on } : day
}

/** Whole cents; parentheses are how an accountant writes less than nothing. */
export function asMoney(cell: string): Read {
  const text = cell.trim()
  const amount = parseMoney(/^\(.*\)$/.test(text) ? `-${text.slice(1, -1)}` : text.replace(/^\$\s*-/, '-$'))
  return amount === null
    ? { sentence: `“${text}” is no amount in dollars and cents, such as 1,234.50.` }
    : { value: amount }
}

/** One kind of a family, by its key, by its label, or by another word for it. */
export function asKind(family: Family, others: Readonly<Record<string, string>> = {}) {
  const known = new Map<string, string>()
  for (const kind of Object.keys(kinds[family])) {
    const label = labelOf(family, kind)
    for (const name of [kind, label, label.replace(/^by /i, '')]) known.set(bare(name), kind)
  }
  return (cell: string): Read => oneOf(cell, known, others, Object.values(kinds[family]))
}

/** One of some words, each with what it is called otherwise. */
export function asWord(words: Readonly<Record<string, readonly string[]>>) {
  const known = new Map(
    Object.entries(words).flatMap(([word, others]) => [word, ...others].map((name) => [bare(name), word])),
  )
  return (cell: string): Read => oneOf(cell, known, {}, Object.keys(words))
}

function oneOf(
  cell: string,
  known: ReadonlyMap<string, string>,
  others: Readonly<Record<string, string>>,
  offered: readonly string[],
): Read {
  const value = known.get(bare(cell)) ?? others[bare(cell)]
  return value === undefined
    ? { sentence: `“${cell.trim()}” is not known here. It may be: ${offered.join('; ')}.` }
    : { value }
}

/** A name without capitals, spaces and marks: "Rec'd  On" and "recd_on" are one. */
export const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
