import { type CalendarDate, calendarDate, daysBetween, parseCalendarDate } from '#lib/calendar/date.ts'
import { type Instant, wallClockOf } from '#lib/calendar/instant.ts'

/** How many nightly backups stay: the newest of each of so many days, weeks (from Monday) and months that have one. */
const kept = { days: 7, weeks: 4, months: 12 } as const

const form = /^subpoena-desk-(\d{4}-\d{2}-\d{2})-(\d{4})\.tar(\.sealed)?$/

/** "subpoena-desk-2026-01-05-0230.tar", in the office's zone; a sealed one ends in ".sealed". */
export function nightlyName(now: Instant, zone: string, isSealed: boolean): string {
  const { date, time } = wallClockOf(now, zone)
  return `subpoena-desk-${date}-${time.replace(':', '')}.tar${isSealed ? '.sealed' : ''}`
}

/**
 * Which files of a folder the rule takes away, and what was cut off on an earlier day. What is not named like a nightly
 * backup is somebody else's, and stays.
 *
 * @param lastVerified The one backup of which it is known that it was read back last: it always stays.
 */
export function toRemove(names: readonly string[], lastVerified: string): string[] {
  const backups = names
    .flatMap((name) => {
      const [, day = '', time = ''] = form.exec(name) ?? []
      const date = parseCalendarDate(day)
      return date ? [{ name, date, when: `${date} ${time}` }] : []
    })
    .toSorted((a, b) => (a.when < b.when ? 1 : -1))
  const staying = new Set([lastVerified])
  for (const [count, periodOf] of periods) {
    const seen = new Set<string | number>()
    for (const { name, date } of backups) {
      const period = periodOf(date)
      if (seen.size >= count || seen.has(period)) continue
      seen.add(period)
      staying.add(name)
    }
  }
  const newest = backups[0]?.date ?? ''
  const cutOff = names.filter(
    (name) => (/^subpoena-desk-(.{10})-\d{4}\.tar(\.sealed)?\.part$/.exec(name)?.[1] ?? newest) < newest,
  )
  return [...backups.map(({ name }) => name).filter((name) => !staying.has(name)), ...cutOff]
}

const aMonday = calendarDate('1990-01-01')

const periods: readonly (readonly [number, (date: CalendarDate) => string | number])[] = [
  [kept.days, (date) => date],
  [kept.weeks, (date) => Math.floor(daysBetween(aMonday, date) / 7)],
  [kept.months, (date) => date.slice(0, 7)],
]
