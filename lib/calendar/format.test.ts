import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate, parseCalendarDate } from './date.ts'
import { daysAway, formatInstant, formatLong, formatShort, formatTime, formatTimeOnPaper } from './format.ts'
import { instantOf } from './instant.ts'

const office = 'America/Los_Angeles'
const today = calendarDate('2026-02-09')
const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
)

describe('days as people read them', () => {
  test.each([
    ['2026-02-17', 'Tue 17 Feb', 'Tuesday, February 17, 2026'],
    ['2026-02-09', 'Mon 9 Feb', 'Monday, February 9, 2026'],
    ['2027-01-04', 'Mon 4 Jan 2027', 'Monday, January 4, 2027'],
    ['2025-12-31', 'Wed 31 Dec 2025', 'Wednesday, December 31, 2025'],
  ])('%s is "%s" on screen and "%s" on paper', (date, short, long) => {
    expect(formatShort(calendarDate(date), today)).toBe(short)
    expect(formatLong(calendarDate(date))).toBe(long)
  })

  test('what stands on paper is the day that was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
        const date = addDays(calendarDate('1990-01-01'), n)
        const [, month = '', day = '', year = ''] = /^\w+, (\w+) (\d+), (\d+)$/.exec(formatLong(date)) ?? []
        const two = (part: number | string) => String(part).padStart(2, '0')
        expect(parseCalendarDate(`${year}-${two(months.indexOf(month) + 1)}-${two(day)}`)).toBe(date)
      }),
    )
  })
})

describe('times as people read them', () => {
  test.each([
    ['00:00', '12:00 am', '12:00 a.m., Pacific Time'],
    ['09:05', '9:05 am', '9:05 a.m., Pacific Time'],
    ['12:00', '12:00 pm', '12:00 p.m., Pacific Time'],
    ['17:00', '5:00 pm', '5:00 p.m., Pacific Time'],
    ['23:59', '11:59 pm', '11:59 p.m., Pacific Time'],
  ])('%s is "%s" on screen and "%s" on paper', (time, screen, paper) => {
    expect(formatTime(time)).toBe(screen)
    expect(formatTimeOnPaper(time, office)).toBe(paper)
  })

  test('a moment has its day and time in the office', () => {
    expect(formatInstant(instantOf(today, '16:50', office), office, today)).toBe('Mon 9 Feb, 4:50 pm')
  })

  test('25 o’clock is an error', () => {
    expect(() => formatTime('25:00')).toThrow(RangeError)
  })
})

describe('how far away a day is', () => {
  test.each([
    ['2026-02-09', 'today'],
    ['2026-02-10', 'tomorrow'],
    ['2026-02-11', 'in 2 days'],
    ['2026-02-17', 'in 8 days'],
    ['2026-02-08', '1 day late'],
    ['2026-01-30', '10 days late'],
  ])('%s is %s', (date, words) => {
    expect(daysAway(calendarDate(date), today)).toBe(words)
  })
})
