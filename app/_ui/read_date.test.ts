import { expect, test } from 'vitest'
import { readDate, readTime, writeDate, writeTime } from './read_date.ts'

const today = '2026-02-10'

test.each([
  { words: '2026-02-09', date: '2026-02-09', because: 'as the program writes it' },
  { words: '2/9/2026', date: '2026-02-09', because: 'figures are month first' },
  { words: '2-9-26', date: '2026-02-09', because: 'two figures are this century' },
  { words: '2/9', date: '2026-02-09', because: 'the nearest ninth of February' },
  { words: '12/30', date: '2025-12-30', because: 'in February, last December is nearer than the next' },
  { words: 'Mon 9 Feb 2026', date: '2026-02-09', because: 'as the field shows it' },
  { words: '9 feb', date: '2026-02-09', because: 'no year' },
  { words: 'Monday, February 9, 2026', date: '2026-02-09', because: 'as letters write it' },
  { words: 'Sept 3rd', date: '2025-09-03', because: 'the nearest third of September is the last one' },
  { words: 'May 1 2026', date: '2026-05-01', because: 'a short month is not a weekday' },
  { words: 'today', date: '2026-02-10', because: 'the office’s day' },
  { words: 'tomorrow', date: '2026-02-11', because: 'one more' },
  { words: '-1', date: '2026-02-09', because: 'yesterday' },
  { words: '+20', date: '2026-03-02', because: 'over the end of the month' },
  { words: '2/29/2028', date: '2028-02-29', because: 'a leap day' },
  { words: '2026-02-30', date: null, because: 'there is no such day' },
  { words: '2/29/2026', date: null, because: 'no leap year' },
  { words: '13/1/2026', date: null, because: 'no thirteenth month' },
  { words: '02/?6/2026', date: null, because: 'a damaged figure' },
  { words: 'soon', date: null, because: 'no day' },
  { words: '', date: null, because: 'nothing typed' },
])('reads "$words" as $date: $because', ({ words, date }) => {
  expect(readDate(words, today)).toBe(date)
})

test('words that need today say nothing without it', () => {
  expect([readDate('2/9'), readDate('today'), readDate('+1')]).toEqual([null, null, null])
})

test('a written day reads back as itself', () => {
  for (const date of ['2026-02-09', '2028-02-29', '2025-12-31', '2026-01-01', '2026-05-17']) {
    expect(readDate(writeDate(date) ?? '')).toBe(date)
  }
  expect(writeDate('2026-02-09')).toBe('Mon 9 Feb 2026')
  expect(writeDate('2026-02-30')).toBe(null)
})

test.each([
  { words: '5 pm', time: '17:00', because: 'an hour and its half' },
  { words: '5:07pm', time: '17:07', because: 'no space' },
  { words: '12:30 a.m.', time: '00:30', because: 'after midnight' },
  { words: '12 p.m.', time: '12:00', because: 'noon' },
  { words: '17:00', time: '17:00', because: 'as the program writes it' },
  { words: '1822', time: '18:22', because: 'as a fax line writes it' },
  { words: '9:05', time: '09:05', because: 'one figure' },
  { words: '5', time: null, because: 'morning or afternoon is not guessed' },
  { words: '25:00', time: null, because: 'no such hour' },
  { words: '13 pm', time: null, because: 'a contradiction' },
  { words: '10:61', time: null, because: 'no such minute' },
  { words: '', time: null, because: 'nothing typed' },
])('reads "$words" as $time: $because', ({ words, time }) => {
  expect(readTime(words)).toBe(time)
})

test('a written time reads back as itself', () => {
  for (const time of ['00:00', '09:05', '12:00', '17:00', '23:59']) {
    expect(readTime(writeTime(time) ?? '')).toBe(time)
  }
})
