import type { Holiday } from './business.ts'
import { addDays, type CalendarDate, calendarDate, weekdayOf, yearOf } from './date.ts'

/** What a calendar says of a year, before weekends move it. */
type Rule = { readonly name: string; readonly in: (year: number) => CalendarDate }

const newYear = fixed("New Year's Day", 1, 1)
const martinLutherKing = nth('Martin Luther King Jr. Day', 3, 'Monday', 1)
const presidents = nth("Presidents' Day", 3, 'Monday', 2)
const memorial: Rule = { name: 'Memorial Day', in: (year) => lastMonday(year, 5) }
const juneteenth = fixed('Juneteenth', 6, 19)
const independence = fixed('Independence Day', 7, 4)
const labor = nth('Labor Day', 1, 'Monday', 9)
const veterans = fixed('Veterans Day', 11, 11)
const thanksgiving = nth('Thanksgiving Day', 4, 'Thursday', 11)
const christmas = fixed('Christmas Day', 12, 25)

const federal: readonly Rule[] = [
  newYear,
  martinLutherKing,
  presidents,
  memorial,
  juneteenth,
  independence,
  labor,
  nth('Columbus Day', 2, 'Monday', 10),
  veterans,
  thanksgiving,
  christmas,
]

const california: readonly Rule[] = [
  newYear,
  martinLutherKing,
  fixed('Lincoln Day', 2, 12),
  presidents,
  fixed('César Chávez Day', 3, 31),
  memorial,
  juneteenth,
  independence,
  labor,
  nth('Native American Day', 4, 'Friday', 9),
  veterans,
  thanksgiving,
  { name: 'Day after Thanksgiving', in: (year) => addDays(thanksgiving.in(year), 1) },
  christmas,
]

/**
 * The federal legal holidays that are observed within a year: Saturday's on the Friday before, Sunday's on the
 * Monday after. New Year's Day of 2028 is a Saturday, so it stands in 2027, on December 31, and not in 2028.
 *
 * Source: 5 U.S.C. 6103. As the law has stood since 2021; earlier years are not asked for.
 */
export function federalHolidays(year: number): Holiday[] {
  return observedWithin(year, 'federal', federal)
}

/**
 * The California judicial holidays that are observed within a year, moved off weekends as the courts do.
 * The Judicial Council may choose another day; the office then edits its own calendar.
 *
 * Source: Cal. Code Civ. Proc. 135.
 */
export function californiaHolidays(year: number): Holiday[] {
  return observedWithin(year, 'california', california)
}

/** Both calendars that come with the product, for the years `first` to `last`. */
export function standardHolidays(first: number, last: number): Holiday[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return years.flatMap((year) => [...federalHolidays(year), ...californiaHolidays(year)])
}

function observedWithin(year: number, calendar: string, rules: readonly Rule[]): Holiday[] {
  return [year, year + 1]
    .flatMap((lawful) => rules.map((rule) => observed(calendar, rule.name, rule.in(lawful))))
    .filter((holiday) => yearOf(holiday.date) === year)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

function observed(calendar: string, name: string, lawful: CalendarDate): Holiday {
  const weekday = weekdayOf(lawful)
  if (weekday < 6) return { calendar, date: lawful, name }
  return { calendar, date: addDays(lawful, weekday === 6 ? -1 : 1), name: `${name} (observed)` }
}

function fixed(name: string, month: number, day: number): Rule {
  return { name, in: (year) => dayIn(year, month, day) }
}

function nth(name: string, count: number, weekday: 'Monday' | 'Thursday' | 'Friday', month: number): Rule {
  const wanted = { Monday: 1, Thursday: 4, Friday: 5 }[weekday]
  return {
    name,
    in: (year) => {
      const first = dayIn(year, month, 1)
      return addDays(first, ((wanted - weekdayOf(first) + 7) % 7) + (count - 1) * 7)
    },
  }
}

function lastMonday(year: number, month: number): CalendarDate {
  const last = addDays(dayIn(year, month + 1, 1), -1)
  return addDays(last, 1 - weekdayOf(last))
}

function dayIn(year: number, month: number, day: number): CalendarDate {
  const two = (n: number) => String(n).padStart(2, '0')
  return calendarDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`)
}
