import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { instant } from '#lib/calendar/instant.ts'
import { type ReachFacts, reachOf } from './reach.ts'

const now = instant(1_767_600_000_000)
const later = instant(1_767_600_060_000)
const mail = (state: string, leaseUntilAt: typeof now | null = null) => ({
  mail: { state, leaseUntilAt },
})
const on = calendarDate('2026-01-06')

test.each<[string, Partial<ReachFacts>, string]>([
  ['a mail that waits is here, however often it was tried', mail('waiting'), 'here'],
  ['one in a sender’s hands is going', mail('waiting', later), 'going'],
  ['one whose sender vanished has perhaps gone', mail('waiting', now), 'perhaps'],
  ['one that broke off has perhaps gone', mail('unsure'), 'perhaps'],
  ['one in a file has perhaps been handed over', mail('written'), 'perhaps'],
  ['one that a server took has gone', mail('sent'), 'gone'],
  ['one in a file that a person delivered has gone', { ...mail('written'), effectiveOn: on }, 'gone'],
  ['a letter that nobody posted is here', { mail: null }, 'here'],
  ['a letter that was posted has gone', { mail: null, effectiveOn: on }, 'gone'],
])('%s', (_, facts, reach) => {
  expect(reachOf({ effectiveOn: null, mail: null, ...facts }, now)).toBe(reach)
})
