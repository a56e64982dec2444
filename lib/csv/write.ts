import type { Cents } from '#lib/money.ts'
import { neutral } from './neutral.ts'

/** Text is neutralised; a number, and money in cents, is written as figures that a spreadsheet can add up. */
export type Cell = string | number | boolean | null | { readonly money: Cents }

/**
 * One line of a table, with its line end. Money is dollars with two decimals and no sign of currency; nothing is an
 * empty cell.
 *
 * Source: RFC 4180.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`

/** By this mark spreadsheets know that the text is Unicode. */
export const byteOrderMark = '\ufeff'

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return decimal(cell.money)
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const text = neutral(cell)
  return /^'|[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** "-45.00" of −4500. */
export function decimal(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
