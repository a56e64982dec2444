/**
 * Days as numbers and back, in whole-number arithmetic: a list of thousands of holds asks for hundreds of thousands of
 * days, and a date library is a hundred times slower at it. A property test holds both to the same answers.
 *
 * Source: the proleptic Gregorian calendar, with years counted from March so that the leap day comes last.
 */
const daysIn400Years = 146_097
/** Days from 1 March of the year 0 to 1 January 1970. */
const toEpoch = 719_468

/** Days since 1970-01-01, below zero before it. */
export function epochDay(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysIn400Years + dayOfEra - toEpoch
}

export type Civil = { readonly year: number; readonly month: number; readonly day: number }

/** The day that is so many days after 1970-01-01. */
export function civilOf(days: number): Civil {
  const shifted = days + toEpoch
  const era = Math.floor(shifted / daysIn400Years)
  const dayOfEra = shifted - era * daysIn400Years
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (days[month - 1] ?? 0)
}
