import { type CalendarDate, parseCalendarDate } from '#lib/calendar/date.ts'

/** Whether somebody said that 3/4/2025 is March 4. */
export type DateOrder = 'unstated' | 'month-first'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day that a cell of a spreadsheet names, or why it names none, as a sentence. "2025-03-14", "3/14/2025",
 * "14 Mar 2025", "March 14, 2025", each with a midnight behind it. A day that could be two is never guessed.
 */
export function dayIn(
  cell: string,
  order: DateOrder,
): { readonly on: CalendarDate } | { readonly sentence: string } {
  const words = cell.trim().replace(/[T ]0?0:00(:00(\.0+)?)?Z?$/i, '')
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(words)
  if (iso) return dayOf(cell, Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(words)
  if (figures) return inFigures(cell, [Number(figures[1]), Number(figures[2])], yearOf(figures[3]), order)
  const plain = words
    .toLowerCase()
    .replace(/[.,-]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]* /, '')
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}) (\d{4}|\d{2})$/.exec(plain)
  if (dayFirst) return dayOf(cell, yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4}|\d{2})$/.exec(plain)
  if (monthFirst) return dayOf(cell, yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]))
  return { sentence: `“${cell.trim()}” is no day that can be read. Write it as 2026-03-14.` }
}

function inFigures(cell: string, [first, second]: [number, number], year: number, order: DateOrder) {
  if (order === 'month-first' || first === second) return dayOf(cell, year, first, second)
  if (first > 12) return dayOf(cell, year, second, first)
  if (second > 12) return dayOf(cell, year, first, second)
  return {
    sentence: `“${cell.trim()}” can be two days. Say that the month stands first, or write it as ${year}-03-14.`,
  }
}

function dayOf(cell: string, year: number, month: number, day: number) {
  const two = (n: number) => String(n).padStart(2, '0')
  const on = parseCalendarDate(`${year}-${two(month)}-${two(day)}`)
  return on && on >= '1990-01-01' && on < '2200-01-01'
    ? { on }
    : { sentence: on ? 'A day between 1990 and 2199.' : `“${cell.trim()}” is no day.` }
}

/** Two figures are a year from 1990 to 2089. */
function yearOf(figures = ''): number {
  const year = Number(figures)
  return figures.length === 2 ? year + (year >= 90 ? 1900 : 2000) : year
}

function monthOf(name = ''): number {
  return months.findIndex((month) => name.startsWith(month)) + 1
}
