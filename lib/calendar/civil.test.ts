import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { civilOf, daysInMonth, epochDay } from './civil.ts'

const epoch = Temporal.PlainDate.from('1970-01-01')
/** Every day of the years 1 to 9999. */
const someDay = fc.integer({ min: -719_162, max: 2_932_896 })

test('a day as a number is the day that the calendar library has', () => {
  fc.assert(
    fc.property(someDay, (days) => {
      const { year, month, day } = epoch.add({ days })
      expect(civilOf(days)).toEqual({ year, month, day })
      expect(epochDay(year, month, day)).toBe(days)
    }),
    { numRuns: 5000 },
  )
})

test('every month of four centuries has as many days as it should', () => {
  for (let year = 1800; year < 2201; year++) {
    for (let month = 1; month < 13; month++) {
      expect(daysInMonth(year, month)).toBe(Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
    }
  }
})
