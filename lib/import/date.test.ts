import { expect, test } from 'vitest'
import { dayIn } from './date.ts'

test.each([
  ['2026-03-14', '2026-03-14'],
  ['2026-3-4', '2026-03-04'],
  ['2026/03/14', '2026-03-14'],
  ['2026-03-14 00:00:00', '2026-03-14'],
  ['2026-03-14T00:00:00Z', '2026-03-14'],
  ['3/14/2026', '2026-03-14'],
  ['14/3/2026', '2026-03-14'],
  ['14.3.2026', '2026-03-14'],
  ['5/5/2026', '2026-05-05'],
  ['3/14/26', '2026-03-14'],
  ['3/14/98', '1998-03-14'],
  ['5 Jan 2026', '2026-01-05'],
  ['5-Jan-26', '2026-01-05'],
  ['Mon 5 January 2026', '2026-01-05'],
  ['Jan 5, 2026', '2026-01-05'],
  ['Monday, January 5th, 2026', '2026-01-05'],
  [' 29 Feb 2028 ', '2028-02-29'],
])('%s is %s, whatever is said of the order', (cell, on) => {
  expect(dayIn(cell, 'unstated')).toEqual({ on })
})

test('3/4/2026 is refused, until somebody says that the month stands first', () => {
  expect(dayIn('3/4/2026', 'unstated')).toEqual({ sentence: expect.stringContaining('can be two days') })
  expect(dayIn('3/4/2026', 'month-first')).toEqual({ on: '2026-03-04' })
})

test('14/3/2026 is no day once somebody said that the month stands first', () => {
  expect(dayIn('14/3/2026', 'month-first')).toEqual({ sentence: '“14/3/2026” is no day.' })
})

test.each([
  ['31 Feb 2025', 'is no day.'],
  ['2025-02-30', 'is no day.'],
  ['5 Foo 2026', 'is no day.'],
  ['soon', 'is no day that can be read'],
  ['45678', 'is no day that can be read'],
  ['5 Jan', 'is no day that can be read'],
  ['1889-01-05', 'between 1990 and 2199'],
  ['2026-03-14 17:00', 'is no day that can be read'],
])('%s is refused: it %s', (cell, words) => {
  expect(dayIn(cell, 'month-first')).toEqual({ sentence: expect.stringContaining(words) })
})
