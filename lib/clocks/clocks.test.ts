import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { deemedReceived } from '#lib/hold/receipt.ts'
import { calendarInTest, caseInTest, instantInTest, notice } from '#lib/today/file_in_test.ts'
import { caseClocks } from './case_clocks.ts'
import { collisionInWords, collisionOf } from './collision.ts'
import { holdBars, holdGroups, letters } from './hold_groups.ts'
import type { ClockFacts } from './marks.ts'
import { noticeBy } from './notice_by.ts'

const d = calendarDate

describe('the last day for a notice that does not lengthen the hold', () => {
  test.each([
    ['2026-01-29', 14, 10, '2026-02-03', 'ten days before Fri 13 Feb'],
    ['2026-01-05', 14, 10, '2026-01-09', 'Sat 10 Jan is no day for letters'],
    ['2026-01-29', 7, 10, '2026-01-29', 'never before receipt'],
  ] as const)('received %s, %i and %i days: %s, %s', (receivedOn, holdDays, noticeDays, by, _because) => {
    const found = noticeBy({ deemedReceivedOn: d(receivedOn), holdDays, noticeDays }, calendarInTest)
    expect(found.value).toBe(by)
    expect(found.derivation.steps.at(-1)).toMatchObject({ kind: 'answer', on: by })
  })
})

describe('two clocks collide', () => {
  const collision = (wanted: Parameters<typeof caseInTest>[1]) =>
    collisionOf(caseInTest('2026-02-10', wanted))

  test('when release opens after compliance: the first of those that open too late are named', () => {
    const found = collision({
      facts: { complianceOn: d('2026-02-13') },
      targets: [
        { notices: [notice('2026-01-29')] },
        { notices: [notice('2026-01-29')] },
        { notices: [notice('2026-02-09')] },
      ],
    })
    expect(found).toMatchObject({ targets: [1, 2], opensOn: '2026-02-17', days: 4, atTheEarliest: false })
    expect(found && collisionInWords(found, d('2026-02-10'))).toBe(
      'release opens Tue 17 Feb, four days after its compliance day, Fri 13 Feb',
    )
  })

  test.each([
    ['compliance on the day it opens', { facts: { complianceOn: d('2026-02-17') } }],
    ['no compliance day', {}],
    [
      'an early release approved for a day before it',
      {
        facts: { complianceOn: d('2026-02-13') },
        targets: [
          {
            notices: [notice('2026-01-29')],
            earlyReleases: [{ number: 1, ground: 'court-order', opensOn: d('2026-02-12') }],
          },
        ],
      },
    ],
    [
      'a stay, which a court lifts',
      {
        facts: { complianceOn: d('2026-02-13') },
        targets: [
          {
            notices: [notice('2026-01-29')],
            objections: [
              { number: 1, kind: 'motion', effect: 'stays-part', extendsToOn: null, outcome: null },
            ],
          },
        ],
      },
    ],
    [
      'an answer that has left',
      { facts: { complianceOn: d('2026-02-13') }, targets: [{ answered: 'records' }] },
    ],
  ] as const)('not with %s', (_, wanted) => {
    expect(collision(wanted)).toBeNull()
  })

  test('before anybody was told it is known from when at the earliest', () => {
    expect(collision({ facts: { complianceOn: d('2026-02-13') }, targets: [{}] })).toMatchObject({
      atTheEarliest: true,
      // Told today, ten days run to Fri 20 Feb.
      opensOn: '2026-02-23',
    })
  })
})

const zone = 'America/Los_Angeles'
const facts: ClockFacts = {
  receivedOn: d('2026-01-29'),
  serviceMethod: 'personal',
  deemedReceived: deemedReceived(
    instantInTest('2026-01-29 10:12'),
    { zone, cutoff: '17:00' },
    calendarInTest,
  ),
  complianceTime: '17:00',
  notices: [
    { on: d('2026-02-02'), channel: 'e-mail', targets: [1], failedOn: null, effectiveOn: d('2026-02-02') },
    { on: d('2026-02-02'), channel: 'e-mail', targets: [2], failedOn: null, effectiveOn: d('2026-02-02') },
    { on: d('2026-02-02'), channel: 'e-mail', targets: [4], failedOn: d('2026-02-02'), effectiveOn: null },
    { on: d('2026-02-04'), channel: 'post', targets: [4], failedOn: null, effectiveOn: d('2026-02-09') },
  ],
  objections: [
    { number: 1, kind: 'motion', receivedOn: d('2026-02-09'), targets: [3], outcome: null, outcomeOn: null },
  ],
  invoices: [],
}

test('every clock of a case with three fates, in the order of its days', () => {
  const stay = { number: 1, kind: 'motion', effect: 'stays-part', extendsToOn: null, outcome: null } as const
  const given = caseInTest('2026-02-10', {
    facts: { complianceOn: d('2026-02-13') },
    doesNotObject: false,
    objections: [{ ...stay, receivedOn: d('2026-02-09') }],
    targets: [
      { notices: [notice('2026-02-02')] },
      { notices: [notice('2026-02-02')] },
      { notices: [notice('2026-02-02')], objections: [stay] },
      { notices: [notice('2026-02-09')] },
      { found: 'none', subscriberId: null },
    ],
  })
  const said = caseClocks(given, facts).map(({ on, words, tone, derivation }) =>
    [on, words, tone, derivation && 'why'].filter(Boolean).join(' · '),
  )
  expect(said).toEqual([
    '2026-01-29 · Received, served by hand',
    '2026-02-02 · Notice to A·B',
    '2026-02-02 · Notice to D',
    '2026-02-02 · E-mail to D failed',
    '2026-02-04 · Letter to D posted',
    '2026-02-09 · Letter to D counts from here',
    '2026-02-09 · C filed a motion',
    '2026-02-11 · Our objection, last safe day · ochre · why',
    '2026-02-13 · Our objection, legal limit · why',
    '2026-02-13 · Compliance, 5:00 pm · brick',
    '2026-02-13 · Hold of A·B ends · why',
    '2026-02-17 · Release of A·B opens · brick · why',
    '2026-02-17 · No records for E may be said',
    '2026-02-19 · Hold of D ends · why',
    '2026-02-20 · Release of D opens · why',
  ])
  expect(holdBars(holdGroups(given))).toEqual([
    { name: 'A·B', from: '2026-02-02', to: '2026-02-13', stayedFrom: null },
    { name: 'C', from: '2026-02-02', to: '2026-02-13', stayedFrom: '2026-02-09' },
    { name: 'D', from: '2026-02-09', to: '2026-02-19', stayedFrom: null },
  ])
})

test('more than six groups of lanes are six bars, and the last stands for the rest', () => {
  const days = ['02', '03', '04', '05', '06', '09', '10', '11']
  const given = caseInTest('2026-02-12', {
    targets: days.map((day) => ({ notices: [notice(`2026-02-${day}`)] })),
  })
  const bars = holdBars(holdGroups(given))
  expect(bars).toHaveLength(6)
  expect(bars.at(-1)?.name).toMatch(/^\+\d$/)
})

test.each([
  [[1], 'A'],
  [[2, 1], 'A·B'],
  [[1, 2, 3, 4, 5, 6, 7], '7 targets'],
])('%j is %s on the strip', (targets, words) => {
  expect(letters(targets)).toBe(words)
})
