import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  businessCalendar,
  nextBusinessDay,
  previousBusinessDay,
  rolledForward,
  rollForward,
} from './business.ts'
import { addDays, calendarDate, daysBetween } from './date.ts'
import { federalHolidays, standardHolidays } from './holidays.ts'

const holidays = standardHolidays(2025, 2031)
const federal = businessCalendar(holidays, ['federal'])
const union = businessCalendar(holidays, ['federal', 'california'])
const date = calendarDate

describe('a business day is one on which every chosen calendar is open', () => {
  test.each([
    { on: '2026-02-12', federally: null, together: 'Lincoln Day' },
    { on: '2026-02-16', federally: "Presidents' Day", together: "Presidents' Day" },
    { on: '2026-10-12', federally: 'Columbus Day', together: 'Columbus Day' },
    { on: '2026-02-14', federally: 'Saturday', together: 'Saturday' },
    { on: '2026-02-15', federally: 'Sunday', together: 'Sunday' },
    { on: '2026-02-17', federally: null, together: null },
  ])('$on: federal $federally, both $together', ({ on, federally, together }) => {
    expect(federal.whyClosed(date(on))).toBe(federally)
    expect(union.whyClosed(date(on))).toBe(together)
    expect(union.isBusinessDay(date(on))).toBe(together === null)
  })

  test('two calendars that name a day differently are both heard', () => {
    const both = businessCalendar([
      { calendar: 'federal', date: date('2026-10-12'), name: 'Columbus Day' },
      { calendar: 'city', date: date('2026-10-12'), name: "Indigenous Peoples' Day" },
    ])
    expect(both.whyClosed(date('2026-10-12'))).toBe("Columbus Day, Indigenous Peoples' Day")
    expect(both.calendars).toEqual(['federal', 'city'])
  })

  test('without holidays only the weekend is closed', () => {
    expect(nextBusinessDay(date('2026-12-24'), businessCalendar([]))).toBe('2026-12-25')
  })
})

describe('a day moves off closed days', () => {
  test('forward over a weekend and a holiday, each with its reason', () => {
    expect(rolledForward(date('2026-02-14'), union)).toEqual({
      on: '2026-02-17',
      skipped: [
        { kind: 'skipped', on: '2026-02-14', note: 'Saturday' },
        { kind: 'skipped', on: '2026-02-15', note: 'Sunday' },
        { kind: 'skipped', on: '2026-02-16', note: "Presidents' Day" },
      ],
    })
  })

  test('a business day stays, the next and the previous one are strictly others', () => {
    expect(rollForward(date('2026-02-17'), union)).toBe('2026-02-17')
    expect(nextBusinessDay(date('2026-02-17'), union)).toBe('2026-02-18')
    expect(previousBusinessDay(date('2026-02-17'), union)).toBe('2026-02-13')
  })

  test('rolling lands on the first open day, and back and forth agree', () => {
    const anyDay = fc.integer({ min: 10, max: 365 * 6 }).map((n) => addDays(date('2025-01-01'), n))
    fc.assert(
      fc.property(anyDay, fc.constantFrom(federal, union), (day, calendar) => {
        const { on, skipped } = rolledForward(day, calendar)
        expect(calendar.isBusinessDay(on)).toBe(true)
        expect(on >= day).toBe(true)
        expect(skipped.length).toBe(daysBetween(day, on))
        expect(nextBusinessDay(addDays(day, -1), calendar)).toBe(on)
        expect(previousBusinessDay(nextBusinessDay(on, calendar), calendar)).toBe(on)
      }),
    )
  })

  test('both calendars together never open sooner than one alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 6 }), (n) => {
        const day = addDays(date('2025-01-01'), n)
        expect(rollForward(day, union) >= rollForward(day, federal)).toBe(true)
      }),
    )
  })

  test('a calendar that is closed for a year is an error and no endless walk', () => {
    const always = { ...union, whyClosed: () => 'Closed' }
    expect(() => nextBusinessDay(date('2026-01-01'), always)).toThrow(RangeError)
    expect(federalHolidays(2026)).toHaveLength(11)
  })
})
