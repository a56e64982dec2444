import { expect, test } from 'vitest'
import { addDays, calendarDate } from '#lib/calendar/date.ts'
import { instantOf } from '#lib/calendar/instant.ts'
import { nightlyName, toRemove } from './keep.ts'

const zone = 'America/Los_Angeles'
const nameOn = (day: string, time = '02:30', isSealed = false) =>
  nightlyName(instantOf(calendarDate(day), time, zone), zone, isSealed)
const dayOf = (name: string) => name.slice(14, 24)

/** A backup each night, the oldest removed after each: what is left on the last day. */
function nights(from: string, count: number): string[] {
  let names: string[] = []
  for (let night = 0; night < count; night++) {
    const name = nameOn(addDays(calendarDate(from), night))
    names.push(name)
    const gone = toRemove(names, name)
    names = names.filter((one) => !gone.includes(one))
  }
  return names
}

test('a name says the day and the time in the office, and whether it is sealed', () => {
  expect(nameOn('2026-01-05')).toBe('subpoena-desk-2026-01-05-0230.tar')
  expect(nameOn('2026-07-05', '23:05', true)).toBe('subpoena-desk-2026-07-05-2305.tar.sealed')
})

test('after two years there are seven days, four weeks and twelve months', () => {
  // 2026-12-31 is a Thursday.
  const left = nights('2025-01-01', 730).map(dayOf).toSorted()
  expect(left.slice(-7)).toEqual(Array.from({ length: 7 }, (_, index) => `2026-12-${25 + index}`))
  expect(left.filter((day) => day >= '2026-12-01' && day < '2026-12-25')).toEqual([
    '2026-12-13',
    '2026-12-20',
  ])
  expect(left.filter((day) => day < '2026-12-01')).toEqual(
    ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'].map(
      (day) => `2026-${day}`,
    ),
  )
})

test('a desk that slept for months keeps what it has', () => {
  const names = ['2025-03-01', '2025-03-02', '2025-09-01'].map((day) => nameOn(day))
  expect(toRemove([...names, nameOn('2026-01-05')], nameOn('2026-01-05'))).toEqual([])
})

test('of one day the newest stays, and the one that was verified last always does', () => {
  const names = [nameOn('2026-01-05', '02:30'), nameOn('2026-01-05', '05:30')]
  expect(toRemove(names, names[1] ?? '')).toEqual([names[0]])
  expect(toRemove(names, names[0] ?? '')).toEqual([])
})

test('what is not named like a nightly backup is never removed', () => {
  const strange = ['office.tar', 'subpoena-desk-2020-13-99-0230.tar', 'office.tar.part', 'x']
  const many = Array.from({ length: 30 }, (_, index) => nameOn(addDays(calendarDate('2026-01-01'), index)))
  expect(toRemove([...strange, ...many], '').filter((name) => strange.includes(name))).toEqual([])
})

test('what was cut off is removed on a later day, and not while it may still be written', () => {
  const [old, now] = [`${nameOn('2026-01-04')}.part`, `${nameOn('2026-01-05', '02:30', true)}.part`]
  expect(toRemove([old, now, nameOn('2026-01-05')], '')).toEqual([old])
  expect(toRemove([old, now], '')).toEqual([])
})
