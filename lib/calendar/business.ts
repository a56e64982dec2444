import { addDays, type CalendarDate, weekdayOf } from './date.ts'
import type { Step } from './derivation.ts'
import { weekdayName } from './format.ts'

/** A closed day of one calendar, such as "federal" or "california", on the day on which it is observed. */
export type Holiday = { readonly calendar: string; readonly date: CalendarDate; readonly name: string }

/** Weekends and the holidays of one or more calendars together: a day is open only when all of them are open. */
export type BusinessCalendar = {
  readonly calendars: readonly string[]
  isBusinessDay(date: CalendarDate): boolean
  /** "Presidents' Day", "Saturday", or null on a business day. */
  whyClosed(date: CalendarDate): string | null
}

/** A business day that was looked for, and each closed day passed over on the way, in the order met. */
export type Rolled = { readonly on: CalendarDate; readonly skipped: readonly Step[] }

const longestClosure = 366 // days; more can only be a calendar that closes every day

/** The union of the named calendars; without names, of all that the holidays belong to. */
export function businessCalendar(
  holidays: readonly Holiday[],
  calendars?: readonly string[],
): BusinessCalendar {
  const chosen = calendars ?? [...new Set(holidays.map((holiday) => holiday.calendar))]
  const names = new Map<CalendarDate, Set<string>>()
  for (const holiday of holidays) {
    if (!chosen.includes(holiday.calendar)) continue
    names.set(holiday.date, (names.get(holiday.date) ?? new Set()).add(holiday.name))
  }
  const whyClosed = (date: CalendarDate): string | null => {
    const found = names.get(date)
    if (found) return [...found].join(', ')
    return weekdayOf(date) > 5 ? weekdayName(date) : null
  }
  return { calendars: chosen, whyClosed, isBusinessDay: (date) => whyClosed(date) === null }
}

/** The day itself when it is a business day, else the first one after it; with the days passed over. */
export function rolledForward(date: CalendarDate, calendar: BusinessCalendar): Rolled {
  return walk(date, 1, calendar)
}

/** The first business day strictly after a day; with the days passed over. */
export function rolledPast(date: CalendarDate, calendar: BusinessCalendar): Rolled {
  return walk(addDays(date, 1), 1, calendar)
}

/** The last business day strictly before a day; with the days passed over. */
export function rolledBefore(date: CalendarDate, calendar: BusinessCalendar): Rolled {
  return walk(addDays(date, -1), -1, calendar)
}

export function rollForward(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return rolledForward(date, calendar).on
}

/** Strictly after `date`. */
export function nextBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return rolledPast(date, calendar).on
}

/** Strictly before `date`. */
export function previousBusinessDay(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return rolledBefore(date, calendar).on
}

/** @throws RangeError when the calendar has no business day within a year: its holidays are wrong, not the day. */
function walk(from: CalendarDate, direction: 1 | -1, calendar: BusinessCalendar): Rolled {
  const skipped: Step[] = []
  for (let on = from; skipped.length <= longestClosure; on = addDays(on, direction)) {
    const note = calendar.whyClosed(on)
    if (note === null) return { on, skipped }
    skipped.push({ kind: 'skipped', on, note })
  }
  throw new RangeError(`No business day within a year of ${from}`)
}
