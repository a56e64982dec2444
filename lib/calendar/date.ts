import { civilOf, daysInMonth, epochDay } from './civil.ts'

/** A day on the wall calendar, "YYYY-MM-DD". No clock and no time zone, so `<` and `===` just work. */
export type CalendarDate = string & { readonly unit: 'calendar date' }

/** Null unless `text` is a real day of the years 0001 to 9999: 2026-02-30 is refused, not rolled into March. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!found) return null
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return text as CalendarDate
}

/** @throws RangeError unless `text` is a real day. For dates that the program itself wrote. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new RangeError(`Not a calendar date: ${text}`)
  return date
}

/** The day `n` days later, or earlier when `n` is below zero. @throws RangeError outside the years 0001 to 9999. */
export function addDays(date: CalendarDate, n: number): CalendarDate {
  const { year, month, day } = civilOf(numberOf(date) + n)
  if (!Number.isInteger(n) || year < 1 || year > 9999)
    throw new RangeError(`Not within the years 1 to 9999: ${date} + ${n}`)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate
}

const padded = (n: number, length: number) => String(n).padStart(length, '0')

/** Days since 1970-01-01. */
function numberOf(date: CalendarDate): number {
  return epochDay(yearOf(date), monthOf(date), dayOfMonth(date))
}

/** Days from `a` to `b`: 1 from a Monday to its Tuesday, below zero when `b` is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return numberOf(b) - numberOf(a)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  // 1970-01-01 was a Thursday.
  return ((((numberOf(date) + 3) % 7) + 7) % 7) + 1
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** 1 is January. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}

/** The day of the month, 1 to 31. */
export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

/** The later of two or more days. */
export function latest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return [first, ...others].sort().at(-1) ?? first
}

/** The earlier of two or more days. */
export function earliest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  return [first, ...others].sort()[0] ?? first
}
