import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '#lib/calendar/instant.ts'
import { leaseLasts, nextTryAt, tryLasts } from './retry.ts'

const now = 1_767_600_000_000 as Instant
const minutesUntil = (tries: number) => ((nextTryAt(tries, now) ?? now) - now) / 60_000

test.each([
  { tries: 1, minutes: 1 },
  { tries: 2, minutes: 2 },
  { tries: 5, minutes: 16 },
  { tries: 9, minutes: 256 },
  { tries: 10, minutes: 360 },
  { tries: 13, minutes: 360 },
])('after try $tries it waits $minutes minutes', ({ tries, minutes }) => {
  expect(minutesUntil(tries)).toBe(minutes)
})

test('after the fourteenth try a person is asked', () => {
  expect(nextTryAt(14, now)).toBeNull()
})

test('the pauses never shrink and never pass six hours, and all of them take more than a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), (tries) => {
      expect(minutesUntil(tries + 1)).toBeGreaterThanOrEqual(minutesUntil(tries))
      expect(minutesUntil(tries)).toBeLessThanOrEqual(360)
    }),
  )
  const all = Array.from({ length: 13 }, (_, index) => minutesUntil(index + 1))
  expect(all.reduce((sum, minutes) => sum + minutes, 0)).toBeGreaterThan(24 * 60)
})

test('a lease outlasts the longest try', () => {
  expect(leaseLasts).toBeGreaterThan(tryLasts)
})
