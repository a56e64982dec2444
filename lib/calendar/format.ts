import { type CalendarDate, dayOfMonth, daysBetween, monthOf, weekdayOf, yearOf } from './date.ts'
import { type Instant, isTimeOfDay, wallClockOf } from './instant.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "Tuesday". */
export function weekdayName(date: CalendarDate): string {
  return weekdays[weekdayOf(date) - 1] ?? ''
}

function monthName(date: CalendarDate): string {
  return months[monthOf(date) - 1] ?? ''
}

/** On screen: "Tue 17 Feb", and "Tue 17 Feb 2027" when the year is not today's. */
export function formatShort(date: CalendarDate, today: CalendarDate): string {
  const day = `${weekdayName(date).slice(0, 3)} ${dayOfMonth(date)} ${monthName(date).slice(0, 3)}`
  return yearOf(date) === yearOf(today) ? day : `${day} ${yearOf(date)}`
}

/** The title of Today: "Tuesday 10 February". */
export function formatDay(date: CalendarDate): string {
  return `${weekdayName(date)} ${dayOfMonth(date)} ${monthName(date)}`
}

/** On paper and in sentences: "Tuesday, February 17, 2026". */
export function formatLong(date: CalendarDate): string {
  return `${weekdayName(date)}, ${monthName(date)} ${dayOfMonth(date)}, ${yearOf(date)}`
}

/** On screen: "17:00" is "5:00 pm". @throws RangeError unless `time` is "HH:MM". */
export function formatTime(time: string): string {
  const { clock, morning } = twelveHours(time)
  return `${clock} ${morning ? 'am' : 'pm'}`
}

/** On paper: "11:59 p.m., Pacific Time". @throws RangeError unless `time` is "HH:MM" and the zone is known. */
export function formatTimeOnPaper(time: string, zone: string): string {
  const { clock, morning } = twelveHours(time)
  return `${clock} ${morning ? 'a.m.' : 'p.m.'}, ${zoneName(zone)}`
}

function twelveHours(time: string): { clock: string; morning: boolean } {
  if (!isTimeOfDay(time)) throw new RangeError(`Not a time of day: ${time}`)
  const hour = Number(time.slice(0, 2))
  return { clock: `${hour % 12 || 12}${time.slice(2)}`, morning: hour < 12 }
}

/** The zone as a reader knows it, the same in summer and winter: "Pacific Time". */
function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(0)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** On screen: "Mon 9 Feb, 4:50 pm". */
export function formatInstant(at: Instant, zone: string, today: CalendarDate): string {
  const { date, time } = wallClockOf(at, zone)
  return `${formatShort(date, today)}, ${formatTime(time)}`
}

/** "today", "tomorrow", "in 8 days", "1 day late". */
export function daysAway(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days > 0) return `in ${days} days`
  return days === -1 ? '1 day late' : `${-days} days late`
}
