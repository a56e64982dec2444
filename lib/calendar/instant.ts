import { Temporal } from 'temporal-polyfill'
import { addDays, type CalendarDate, calendarDate } from './date.ts'

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly unit: 'epoch milliseconds' }

/** What the office's clock on the wall shows: its day, and "HH:MM" in 24 hours. */
export type WallClock = { readonly date: CalendarDate; readonly time: string }

const farthest = 8.64e15 // the last moment that a JavaScript date, and Temporal, can hold

/** @throws RangeError unless `n` is whole milliseconds within the range that dates can hold. */
export function instant(n: number): Instant {
  if (!Number.isInteger(n) || Math.abs(n) > farthest) throw new RangeError(`Not an instant: ${n}`)
  return n as Instant
}

/** Reads "2026-03-17T06:59:59Z" or the same with an offset; null for anything else, a missing offset included. */
export function parseInstant(text: string): Instant | null {
  try {
    return instant(Temporal.Instant.from(text).epochMilliseconds)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** "2026-03-17T06:59:59Z", in UTC, for files and other programs. People see `formatInstant`. */
export function instantText(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString()
}

/** Whether the name is one that this module can turn an instant into a day with, such as "America/Los_Angeles". */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The office's calendar day at a moment. The only place where an instant becomes a day. */
export function dayOf(at: Instant, zone: string): CalendarDate {
  return wallClockOf(at, zone).date
}

/** The day and the time, minutes cut off and not rounded, on the wall of a zone. */
export function wallClockOf(at: Instant, zone: string): WallClock {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return {
    date: calendarDate(wall.toPlainDate().toString()),
    time: `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`,
  }
}

/**
 * The moment at which the office's clock shows a day and a time.
 * A time that the spring change skips is moved on by the hour; one that the autumn change repeats is its first.
 *
 * @throws RangeError unless `time` is "HH:MM", 00:00 to 23:59.
 */
export function instantOf(date: CalendarDate, time: string, zone: string): Instant {
  if (!isTimeOfDay(time)) throw new RangeError(`Not a time of day: ${time}`)
  const wall = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time })
  return instant(wall.epochMilliseconds)
}

/** Whether the text is a time as forms send it: "HH:MM", 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The last whole second of a day: one second before the next day begins, however many hours the day had. */
export function endOfDay(date: CalendarDate, zone: string): Instant {
  const nextDay = Temporal.PlainDate.from(addDays(date, 1)).toZonedDateTime(zone)
  return instant(nextDay.epochMilliseconds - 1000)
}
