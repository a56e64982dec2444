import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { endOfDayWords, longDay, plainDay } from './dates.ts'

const day = calendarDate('2026-02-19')

test.each([
  { language: 'en' as const, long: 'Thursday, February 19, 2026', short: 'February 19, 2026' },
  { language: 'sv' as const, long: 'torsdag den 19 februari 2026', short: '19 februari 2026' },
  { language: 'ko' as const, long: '2026년 2월 19일 목요일', short: '2026년 2월 19일' },
])('a day in $language is $long', ({ language, long, short }) => {
  expect(longDay(day, language)).toBe(long)
  expect(plainDay(day, language)).toBe(short)
})

test.each(['en', 'sv', 'ko'] as const)('the last minute stands with its zone in %s', (language) => {
  expect(endOfDayWords('America/Los_Angeles', language)).toContain('11:59 p.m., Pacific Time')
  expect(endOfDayWords('America/New_York', language)).toContain('11:59 p.m., Eastern Time')
})
