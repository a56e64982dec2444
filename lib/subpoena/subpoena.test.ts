import { expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { instantOf } from '#lib/calendar/instant.ts'
import type { SubpoenaFacts, TargetFacts } from './facts.ts'
import { laneOf } from './lane.ts'
import { blockers } from './release.ts'
import { stageOf } from './stage.ts'
import { targetLetter, targetLetters } from './target.ts'

const calendar = businessCalendar(standardHolidays(2025, 2030), ['federal', 'california'])
const day = (text: string) => calendarDate(text)
const noon = (on: CalendarDate) => instantOf(on, '12:00', 'America/Los_Angeles')

const target: TargetFacts = {
  number: 1,
  found: 'subscriber',
  subscriberId: 7,
  notices: [
    {
      number: 1,
      channel: 'e-mail',
      effectiveOn: day('2026-01-06'),
      failed: false,
      lastDayOn: day('2026-01-20'),
      opensOn: null,
    },
  ],
  bars: [],
  objections: [],
  earlyReleases: [],
  answered: null,
  prepared: true,
}
const facts: SubpoenaFacts = {
  governmental: false,
  deemedReceivedOn: day('2026-01-05'),
  complianceOn: day('2026-02-06'),
  holdDays: 14,
  noticeDays: 10,
  judgement: 'accepted',
  closed: false,
  terms: 'agreed',
  preservationDone: true,
  inboxLookedAt: noon(day('2026-01-21')),
  targets: [target],
}
const moment = { today: day('2026-01-21'), now: noon(day('2026-01-21')) }
const motion = { number: 1, kind: 'motion', effect: 'stays-part', extendsToOn: null, outcome: null } as const

type Change = { name: string; change: Partial<TargetFacts>; lane: string; today?: string }
test.each<Change>([
  { name: 'nobody looked yet', change: { found: null, subscriberId: null }, lane: 'to-research' },
  { name: 'nobody was found', change: { found: 'none', subscriberId: null }, lane: 'no-records' },
  { name: 'no notice went', change: { notices: [] }, lane: 'to-notify' },
  {
    name: 'the only notice bounced',
    change: { notices: [{ ...target.notices[0], failed: true }] as never },
    lane: 'notice-failed',
  },
  {
    name: 'an order bars the notice',
    change: { notices: [], bars: [{ number: 1, endsOn: null }] },
    lane: 'notice-barred',
  },
  {
    name: 'the order ended yesterday',
    change: { notices: [], bars: [{ number: 1, endsOn: day('2026-01-20') }] },
    lane: 'to-notify',
  },
  { name: 'the day before release opens', change: {}, today: '2026-01-20', lane: 'on-hold' },
  { name: 'the day on which release opens', change: {}, lane: 'ready' },
  { name: 'a motion stands', change: { objections: [motion] }, lane: 'stayed' },
  {
    name: 'the motion was denied',
    change: { objections: [{ ...motion, outcome: 'denied' }] },
    lane: 'ready',
  },
  {
    name: 'the motion was granted',
    change: { objections: [{ ...motion, outcome: 'quashed' }] },
    lane: 'quashed',
  },
  {
    name: 'an intent to challenge extends it',
    change: { objections: [{ ...motion, effect: 'extends-to-day', extendsToOn: day('2026-02-06') }] },
    lane: 'on-hold',
  },
  {
    name: 'an early release is in force',
    change: { earlyReleases: [{ number: 1, ground: 'consent', opensOn: day('2026-01-07') }] },
    today: '2026-01-07',
    lane: 'ready',
  },
  {
    name: 'an early release without a notice',
    change: { notices: [], earlyReleases: [{ number: 1, ground: 'consent', opensOn: day('2026-01-07') }] },
    today: '2026-01-07',
    lane: 'to-notify',
  },
  { name: 'it was released', change: { answered: 'records', objections: [motion] }, lane: 'released' },
])('a lane is $lane when $name', ({ change, lane, today = '2026-01-21' }) => {
  expect(laneOf({ ...target, ...change }, facts, calendar, day(today)).lane).toBe(lane)
})

test('release opens on the day after the last day of the hold, and not one day sooner', () => {
  expect(blockers(facts, [1], calendar, moment)).toEqual([])
  const before = { today: day('2026-01-20'), now: noon(day('2026-01-20')) }
  const early = { ...facts, inboxLookedAt: before.now }
  expect(blockers(early, [1], calendar, before).map(({ kind }) => kind)).toEqual(['hold-not-over'])
})

test.each([
  { opens: '2026-01-09', notice: '2026-01-06', on: '2026-01-09', rule: 'early-release' },
  { opens: '2026-01-09', notice: '2026-01-11', on: '2026-01-11', rule: 'early-release' },
  { opens: '2026-02-20', notice: '2026-01-06', on: '2026-01-21', rule: 'release-opens' },
])('approved early for $opens and told on $notice, release opens on $on by $rule', (approved) => {
  const earlyReleases = [{ number: 1, ground: 'court-order', opensOn: day(approved.opens) }] as const
  const notices = target.notices.map((one) => ({ ...one, effectiveOn: day(approved.notice) }))
  const sooner = { ...target, notices, earlyReleases }
  const state = laneOf(sooner, facts, calendar, day('2026-01-08'))
  expect(state).toMatchObject({ lane: 'on-hold', early: null, holdEndsOn: { value: expect.any(String) } })
  expect(state.opensOn).toMatchObject({ value: approved.on, derivation: { rule: approved.rule } })
  const dayBefore = addDays(day(approved.on), -1)
  const before = { today: dayBefore, now: noon(dayBefore) }
  const asked = { ...facts, inboxLookedAt: before.now, targets: [sooner] }
  expect(blockers(asked, [1], calendar, before)).not.toEqual([])
  const then = { today: day(approved.on), now: noon(day(approved.on)) }
  expect(blockers({ ...asked, inboxLookedAt: then.now }, [1], calendar, then)).toEqual([])
})

test('before an approved early release opens, the sentence says when it does', () => {
  const earlyReleases = [{ number: 1, ground: 'court-order', opensOn: day('2026-01-09') }] as const
  const before = { today: day('2026-01-08'), now: noon(day('2026-01-08')) }
  const asked = { ...facts, inboxLookedAt: before.now, targets: [{ ...target, earlyReleases }] }
  expect(blockers(asked, [1], calendar, before).map(({ sentence }) => sentence)).toEqual([
    'The hold is not over: release opens on Friday, January 9, 2026.',
  ])
})

type Against = { name: string; whole?: Partial<SubpoenaFacts>; one?: Partial<TargetFacts>; kinds: string[] }
test.each<Against>([
  { name: 'the paper is not judged', whole: { judgement: null }, kinds: ['not-accepted'] },
  { name: 'it was withdrawn', whole: { judgement: 'withdrawn' }, kinds: ['withdrawn'] },
  { name: 'the terms were never sent', whole: { terms: null }, kinds: ['terms-not-agreed'] },
  { name: 'the terms were refused', whole: { terms: 'refused' }, kinds: ['terms-not-agreed'] },
  { name: 'nobody looked into the inbox', whole: { inboxLookedAt: null }, kinds: ['inbox-not-looked-at'] },
  {
    name: 'the look is older than a day',
    whole: { inboxLookedAt: noon(day('2026-01-19')) },
    kinds: ['inbox-not-looked-at'],
  },
  { name: 'a motion stands', one: { objections: [motion] }, kinds: ['stayed'] },
  { name: 'no notice took effect', one: { notices: [] }, kinds: ['not-notified', 'hold-has-no-end'] },
  { name: 'it was answered', one: { answered: 'records' }, kinds: ['already-answered'] },
])('it cannot be released when $name', ({ whole, one, kinds }) => {
  const changed = { ...facts, ...whole, targets: [{ ...target, ...one }] }
  expect(blockers(changed, [1], calendar, moment).map(({ kind }) => kind)).toEqual(kinds)
})

test('waived terms and terms that do not apply are as good as agreed ones', () => {
  for (const terms of ['waived', 'not-applicable'] as const) {
    expect(blockers({ ...facts, terms }, [1], calendar, moment)).toEqual([])
  }
})

test('that there are no records is not said before an account that was found could be released', () => {
  const none = { ...target, found: 'none', subscriberId: null, notices: [] } as const
  const silent = { ...facts, targets: [none] }
  expect(blockers(silent, [1], calendar, moment)).toEqual([])
  const before = { today: day('2026-01-20'), now: noon(day('2026-01-20')) }
  const kinds = blockers({ ...silent, inboxLookedAt: before.now }, [1], calendar, before).map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(['silence-not-over'])
})

test('a subpoena follows the lane that needs a person first', () => {
  const held = {
    ...target,
    number: 2,
    notices: [{ ...target.notices[0], effectiveOn: day('2026-01-16') }] as never,
  }
  const unsent = { ...target, number: 3, notices: [] }
  expect(stageOf({ ...facts, targets: [target, held] }, calendar, day('2026-01-21'))).toBe('ready')
  expect(stageOf({ ...facts, targets: [target, held, unsent] }, calendar, day('2026-01-21'))).toBe(
    'to-notify',
  )
  expect(stageOf({ ...facts, targets: [held] }, calendar, day('2026-01-21'))).toBe('on-hold')
  expect(
    stageOf({ ...facts, targets: [{ ...target, answered: 'records' }] }, calendar, day('2026-01-21')),
  ).toBe('answered')
})

test('targets are lettered as on a chart', () => {
  expect([1, 2, 26, 27, 52, 53, 702, 703].map(targetLetter)).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
  expect(targetLetters([3, 1, 4])).toBe('A, C and D')
  expect(() => targetLetter(0)).toThrow(RangeError)
})
