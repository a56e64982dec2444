import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarDate,
  daysBetween,
  earliest,
  latest,
  parseCalendarDate,
  weekdayOf,
  yearOf,
} from './date.ts'

const two = (n: number) => String(n).padStart(2, '0')
const anyDate = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => parseCalendarDate(`${year}-${two(month)}-${two(day)}`))
  .filter((date) => date !== null)

describe('only a real day is a date', () => {
  test.each(['2026-02-17', '2028-02-29', '0001-01-01', '9999-12-31', '2000-02-29'])('%s is a day', (text) => {
    expect(parseCalendarDate(text)).toBe(text)
  })

  test.each([
    '2026-02-30',
    '2027-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-5',
    '02/17/2026',
    '2026-02-17T00:00',
    '2026-02-17\n',
    ' 2026-02-17',
    '',
    '٢٠٢٦-٠٢-١٧',
  ])('%j is refused', (text) => {
    expect(parseCalendarDate(text)).toBeNull()
    expect(() => calendarDate(text)).toThrow(RangeError)
  })
})

describe('days are counted on the calendar', () => {
  test.each([
    { from: '2026-01-05', days: 14, to: '2026-01-19' },
    { from: '2028-02-15', days: 14, to: '2028-02-29' },
    { from: '2027-02-15', days: 14, to: '2027-03-01' },
    { from: '2026-12-18', days: 14, to: '2027-01-01' },
    { from: '2026-03-02', days: 14, to: '2026-03-16' },
    { from: '2026-03-01', days: -1, to: '2026-02-28' },
  ])('$days days from $from is $to', ({ from, days, to }) => {
    expect(addDays(calendarDate(from), days)).toBe(to)
    expect(daysBetween(calendarDate(from), calendarDate(to))).toBe(days)
  })

  test('going forth and back comes home, and the days between are the days gone', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const there = addDays(date, days)
        expect(addDays(there, -days)).toBe(date)
        expect(daysBetween(date, there)).toBe(days)
        expect(there > date).toBe(days > 0)
      }),
    )
  })

  test('the weekday moves by one each day and comes round after seven', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1)
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date))
      }),
    )
  })

  test('Monday is 1 and Sunday is 7', () => {
    expect(weekdayOf(calendarDate('2026-02-16'))).toBe(1)
    expect(weekdayOf(calendarDate('2026-02-22'))).toBe(7)
  })

  test('a day past the year 9999 is an error', () => {
    expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(calendarDate('2026-01-01'), 1.5)).toThrow(RangeError)
  })

  test('the later and the earlier of some days', () => {
    const days = ['2026-03-02', '2026-12-31', '2026-03-01'].map(calendarDate)
    const [first = calendarDate('2026-01-01'), ...others] = days
    expect(latest(first, ...others)).toBe('2026-12-31')
    expect(earliest(first, ...others)).toBe('2026-03-01')
    expect(yearOf(first)).toBe(2026)
  })
})
