import { describe, expect, test } from 'vitest'
import { businessCalendar } from './business.ts'
import { calendarDate } from './date.ts'
import { californiaHolidays, federalHolidays, standardHolidays } from './holidays.ts'

const days = (holidays: { date: string; name: string }[]) =>
  holidays.map(({ date, name }) => `${date} ${name}`)

describe('the holidays that come with the product', () => {
  test('the federal holidays of 2026, Independence Day on the Friday before', () => {
    expect(days(federalHolidays(2026))).toEqual([
      "2026-01-01 New Year's Day",
      '2026-01-19 Martin Luther King Jr. Day',
      "2026-02-16 Presidents' Day",
      '2026-05-25 Memorial Day',
      '2026-06-19 Juneteenth',
      '2026-07-03 Independence Day (observed)',
      '2026-09-07 Labor Day',
      '2026-10-12 Columbus Day',
      '2026-11-11 Veterans Day',
      '2026-11-26 Thanksgiving Day',
      '2026-12-25 Christmas Day',
    ])
  })

  test('California adds four days of its own and has no Columbus Day', () => {
    const federal = new Set(federalHolidays(2026).map((holiday) => holiday.date))
    expect(days(californiaHolidays(2026).filter((holiday) => !federal.has(holiday.date)))).toEqual([
      '2026-02-12 Lincoln Day',
      '2026-03-31 César Chávez Day',
      '2026-09-25 Native American Day',
      '2026-11-27 Day after Thanksgiving',
    ])
    expect(californiaHolidays(2026).some((holiday) => holiday.name === 'Columbus Day')).toBe(false)
  })

  test('New Year’s Day of 2028 is a Saturday, so it stands on the last day of 2027 and not in 2028', () => {
    expect(days(federalHolidays(2027)).filter((day) => day.includes('New Year'))).toEqual([
      "2027-01-01 New Year's Day",
      "2027-12-31 New Year's Day (observed)",
    ])
    expect(days(federalHolidays(2028))[0]).toBe('2028-01-17 Martin Luther King Jr. Day')
  })

  test.each([
    ['2023-01-02', "New Year's Day (observed)", 'a Sunday moves to Monday'],
    ['2022-12-26', 'Christmas Day (observed)', 'a Sunday moves to Monday'],
    ['2027-12-24', 'Christmas Day (observed)', 'a Saturday moves to Friday'],
    ['2028-02-11', 'Lincoln Day (observed)', 'a Saturday moves to Friday'],
    ['2030-04-01', 'César Chávez Day (observed)', 'a Sunday moves to Monday, into the next month'],
    ['2027-05-31', 'Memorial Day', 'the last Monday is the last day of May'],
  ])('%s is %s: %s', (date, name) => {
    const calendar = businessCalendar(standardHolidays(2021, 2031))
    expect(calendar.whyClosed(calendarDate(date))).toBe(name)
  })

  test('every holiday of forty years is on a weekday, within its year and once', () => {
    for (let year = 2021; year <= 2060; year++) {
      for (const holidays of [federalHolidays(year), californiaHolidays(year)]) {
        const dates = holidays.map((holiday) => holiday.date)
        expect(new Set(dates).size).toBe(dates.length)
        expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true)
        expect(dates.map((date) => businessCalendar([]).whyClosed(date)).every((why) => why === null)).toBe(
          true,
        )
      }
    }
  })
})
