import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from './date.ts'
import {
  dayOf,
  endOfDay,
  type Instant,
  instant,
  instantOf,
  instantText,
  isTimeOfDay,
  isTimeZone,
  parseInstant,
  wallClockOf,
} from './instant.ts'

const office = 'America/Los_Angeles'

function at(text: string): Instant {
  const parsed = parseInstant(text)
  if (parsed === null) throw new Error(`Not an instant: ${text}`)
  return parsed
}

describe('a moment is a day in the office', () => {
  test.each([
    {
      moment: '2026-08-04T06:30:00Z',
      date: '2026-08-03',
      time: '23:30',
      because: 'it is already Tuesday in UTC only',
    },
    {
      moment: '2026-03-08T09:59:59Z',
      date: '2026-03-08',
      time: '01:59',
      because: 'the last second of winter time',
    },
    { moment: '2026-03-08T10:00:00Z', date: '2026-03-08', time: '03:00', because: 'the clock skips an hour' },
    {
      moment: '2026-11-01T08:30:00Z',
      date: '2026-11-01',
      time: '01:30',
      because: 'the hour for the first time',
    },
    { moment: '2026-11-01T09:30:00Z', date: '2026-11-01', time: '01:30', because: 'the hour again' },
    {
      moment: '2027-01-01T07:59:59.999Z',
      date: '2026-12-31',
      time: '23:59',
      because: 'the year is not over here',
    },
  ])('$moment is $date, $time: $because', ({ moment, date, time }) => {
    expect(wallClockOf(at(moment), office)).toEqual({ date, time })
    expect(dayOf(at(moment), office)).toBe(date)
  })
})

describe('a day and a time are a moment', () => {
  test.each([
    { date: '2026-03-02', time: '10:00', moment: '2026-03-02T18:00:00Z', because: 'winter time' },
    { date: '2026-03-16', time: '10:00', moment: '2026-03-16T17:00:00Z', because: 'summer time' },
    { date: '2026-03-08', time: '02:30', moment: '2026-03-08T10:30:00Z', because: 'a skipped time moves on' },
    {
      date: '2026-11-01',
      time: '01:30',
      moment: '2026-11-01T08:30:00Z',
      because: 'a repeated time is its first',
    },
  ])('$date $time is $moment: $because', ({ date, time, moment }) => {
    expect(instantText(instantOf(calendarDate(date), time, office))).toBe(moment)
  })

  test.each(['24:00', '9:00', '12:60', '', '12:00:00', 'noon'])('%j is not a time of day', (time) => {
    expect(isTimeOfDay(time)).toBe(false)
    expect(() => instantOf(calendarDate('2026-03-02'), time, office)).toThrow(RangeError)
  })

  test('reading the wall and setting the clock by it agree, except in a skipped hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 365 * 60 }), (minutes) => {
        const moment = instant(minutes * 60_000)
        const wall = wallClockOf(moment, office)
        const back = instantOf(wall.date, wall.time, office)
        expect(wallClockOf(back, office)).toEqual(wall)
        expect([0, 60 * 60_000]).toContain(moment - back)
      }),
    )
  })
})

describe('the end of a day', () => {
  test.each([
    { date: '2026-03-16', ends: '2026-03-17T06:59:59Z', because: 'summer time' },
    { date: '2026-11-05', ends: '2026-11-06T07:59:59Z', because: 'winter time' },
    { date: '2026-03-08', ends: '2026-03-09T06:59:59Z', because: 'a day of 23 hours' },
    { date: '2026-11-01', ends: '2026-11-02T07:59:59Z', because: 'a day of 25 hours' },
    { date: '2026-12-31', ends: '2027-01-01T07:59:59Z', because: 'the year ends with it' },
  ])('$date ends at $ends: $because', ({ date, ends }) => {
    expect(instantText(endOfDay(calendarDate(date), office))).toBe(ends)
  })

  test('one second later it is the next day, in every zone of the office and its neighbours', () => {
    const days = fc.integer({ min: 0, max: 365 * 40 }).map((n) => addDays(calendarDate('2000-01-01'), n))
    const zones = fc.constantFrom(office, 'UTC', 'America/New_York', 'Asia/Seoul', 'Europe/Stockholm')
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const end = endOfDay(date, zone)
        expect(dayOf(end, zone)).toBe(date)
        expect(dayOf(instant(end + 1000), zone)).toBe(addDays(date, 1))
      }),
    )
  })
})

describe('moments as text', () => {
  test.each(['', 'tomorrow', '2026-03-16', '2026-03-16T10:00', '2026-02-30T10:00:00Z'])(
    '%j is not a moment',
    (text) => {
      expect(parseInstant(text)).toBeNull()
    },
  )

  test('an offset is understood', () => {
    expect(at('2026-03-16T23:40:00-07:00')).toBe(at('2026-03-17T06:40:00Z'))
  })

  test.each([0.5, Number.NaN, 8.64e15 + 1])('%s is not an instant', (n) => {
    expect(() => instant(n)).toThrow(RangeError)
  })

  test('a zone has a name that is known', () => {
    expect(isTimeZone(office)).toBe(true)
    expect(isTimeZone('Pacific/Nowhere')).toBe(false)
    expect(isTimeZone('')).toBe(false)
  })
})
