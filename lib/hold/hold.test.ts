import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar, rollForward } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { instant } from '#lib/calendar/instant.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { type HoldFacts, holdEnd, releaseOpens } from './hold.ts'
import { deferredNoticeOn, postedNoticeEffectiveOn } from './notice.ts'
import { deemedReceived } from './receipt.ts'

const union = businessCalendar(standardHolidays(2025, 2031), ['federal', 'california'])
const date = calendarDate

function facts(of: Partial<Record<keyof HoldFacts, string | null>>): HoldFacts {
  const day = (text: string | null | undefined): CalendarDate | null => (text ? date(text) : null)
  return {
    deemedReceivedOn: date(of.deemedReceivedOn ?? '2026-01-05'),
    noticeEffectiveOn: day(of.noticeEffectiveOn),
    lastDayPrinted: day(of.lastDayPrinted),
    extendedTo: day(of.extendedTo),
  }
}

describe('without a notice there is no end', () => {
  test('a hold whose notice did not take effect is open, whatever else is known', () => {
    const open = holdEnd(
      facts({ lastDayPrinted: '2026-01-20', extendedTo: '2026-02-02' }),
      publishedPolicy,
      union,
    )
    expect(open.value).toBeNull()
    expect(open.derivation.rule).toBe('no-notice-yet')
    expect(open.derivation.steps.some((step) => step.kind === 'answer')).toBe(false)
  })
})

describe('a hold lasts to the latest of its reasons', () => {
  test.each([
    { notice: '2026-01-06', printed: null, extended: null, ends: '2026-01-20', rule: 'from-receipt' },
    { notice: '2026-01-20', printed: null, extended: null, ends: '2026-01-30', rule: 'from-notice' },
    {
      notice: '2026-01-06',
      printed: '2026-01-23',
      extended: null,
      ends: '2026-01-23',
      rule: 'printed-in-notice',
    },
    { notice: '2026-01-06', printed: '2026-01-19', extended: null, ends: '2026-01-20', rule: 'from-receipt' },
    { notice: '2026-01-06', printed: null, extended: '2026-01-31', ends: '2026-02-02', rule: 'extended' },
    {
      notice: '2026-01-06',
      printed: '2026-02-05',
      extended: '2026-01-31',
      ends: '2026-02-05',
      rule: 'printed-in-notice',
    },
    { notice: '2026-01-06', printed: '2026-01-20', extended: null, ends: '2026-01-20', rule: 'from-receipt' },
  ])('notice $notice, printed $printed, extended to $extended: held to $ends, $rule', (row) => {
    const end = holdEnd(
      facts({ noticeEffectiveOn: row.notice, lastDayPrinted: row.printed, extendedTo: row.extended }),
      publishedPolicy,
      union,
    )
    expect(end.value).toBe(row.ends)
    expect(end.derivation.rule).toBe(row.rule)
  })

  test('a shorter policy never takes back a day that a notice has printed', () => {
    const shorter = { holdDays: 7, noticeDays: 3 }
    const end = holdEnd(
      facts({ noticeEffectiveOn: '2026-01-06', lastDayPrinted: '2026-01-20' }),
      shorter,
      union,
    )
    expect(end.value).toBe('2026-01-20')
  })
})

describe('a hold says why it ends on its day', () => {
  test('each skipped day stands with its reason between the counted day and the answer', () => {
    const { derivation } = holdEnd(
      facts({ deemedReceivedOn: '2026-01-30', noticeEffectiveOn: '2026-02-01' }),
      { holdDays: 13, noticeDays: 5 },
      union,
    )
    expect(derivation).toMatchObject({
      rule: 'from-receipt',
      version: 1,
      calendars: ['federal', 'california'],
    })
    expect(derivation.steps).toEqual([
      { kind: 'count', on: '2026-02-06', note: '5 days after the notice: sooner, so it does not decide' },
      { kind: 'anchor', on: '2026-01-30', note: 'Deemed received' },
      { kind: 'count', on: '2026-02-12', note: '13 days after receipt' },
      { kind: 'skipped', on: '2026-02-12', note: 'Lincoln Day' },
      { kind: 'answer', on: '2026-02-13', note: 'Hold ends, at the end of this day' },
    ])
    expect(releaseOpens(date('2026-02-13'), union).derivation.steps).toEqual([
      { kind: 'anchor', on: '2026-02-13', note: 'Hold ends, at the end of this day' },
      { kind: 'skipped', on: '2026-02-14', note: 'Saturday' },
      { kind: 'skipped', on: '2026-02-15', note: 'Sunday' },
      { kind: 'skipped', on: '2026-02-16', note: "Presidents' Day" },
      { kind: 'answer', on: '2026-02-17', note: 'Release opens' },
    ])
  })

  test('a release is never sooner than a notice told, and says so', () => {
    const opens = releaseOpens(date('2026-02-13'), union, date('2026-02-18'))
    expect(opens.value).toBe('2026-02-18')
    expect(opens.derivation.rule).toBe('release-promised')
    expect(opens.derivation.steps.map(({ note }) => note)).toEqual([
      'Hold ends, at the end of this day',
      'The notice says: not before this day',
      'Release opens',
    ])
    expect(releaseOpens(date('2026-02-13'), union, date('2026-02-14')).value).toBe('2026-02-17')
  })

  test('a fax on Friday evening says that it was after hours', () => {
    const fax = deemedReceived(
      instant(Date.UTC(2026, 4, 9, 1, 42)),
      { zone: 'America/Los_Angeles', cutoff: '17:00' },
      union,
    )
    expect(fax.derivation.steps).toEqual([
      { kind: 'anchor', on: '2026-05-08', note: 'Received, 6:42 pm' },
      { kind: 'skipped', on: '2026-05-08', note: 'After 5:00 pm' },
      { kind: 'skipped', on: '2026-05-09', note: 'Saturday' },
      { kind: 'skipped', on: '2026-05-10', note: 'Sunday' },
      { kind: 'answer', on: '2026-05-11', note: 'Deemed received' },
    ])
  })
})

describe('whatever the facts', () => {
  const day = fc.integer({ min: 0, max: 365 * 5 }).map((n) => addDays(date('2025-06-01'), n))
  const maybe = fc.option(day, { nil: null })
  const anyFacts = fc.record({
    deemedReceivedOn: day,
    noticeEffectiveOn: day,
    lastDayPrinted: maybe,
    extendedTo: maybe,
  })

  test('a hold ends on a business day, never before any of its reasons, and nothing opens before it is over', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        const end = holdEnd(of, publishedPolicy, union)
        if (end.value === null) throw new Error('A notice took effect, so there is an end')
        const reasons = [
          addDays(of.deemedReceivedOn, 14),
          addDays(of.noticeEffectiveOn, 10),
          of.lastDayPrinted,
          of.extendedTo,
        ]
        const given = reasons.filter((reason) => reason !== null)
        expect(union.isBusinessDay(end.value)).toBe(true)
        expect(given.every((reason) => reason <= (end.value ?? ''))).toBe(true)
        expect(given.some((reason) => rollForward(reason, union) === end.value)).toBe(true)
        expect(end.derivation.steps.at(-1)).toMatchObject({ kind: 'answer', on: end.value })

        const opens = releaseOpens(end.value, union).value
        expect(opens > end.value).toBe(true)
        expect(union.isBusinessDay(opens)).toBe(true)
      }),
    )
  })

  test('a paper is never deemed received before it came, and always on a business day', () => {
    const moment = fc.integer({ min: Date.UTC(2025, 5, 1), max: Date.UTC(2030, 5, 1) }).map((n) => instant(n))
    fc.assert(
      fc.property(moment, fc.constantFrom('17:00', '00:00', null), (receivedAt, cutoff) => {
        const deemed = deemedReceived(receivedAt, { zone: 'America/Los_Angeles', cutoff }, union)
        expect(union.isBusinessDay(deemed.value)).toBe(true)
        expect(deemed.value >= (deemed.derivation.steps[0]?.on ?? '')).toBe(true)
      }),
    )
  })
})

describe('when a subscriber can be told', () => {
  test('a letter posted on a Monday takes effect on the Saturday, which is not moved', () => {
    expect(postedNoticeEffectiveOn(date('2026-04-06'), 5).value).toBe('2026-04-11')
  })

  test('an order that forbids notice until December 31 defers it to Monday, January 4', () => {
    const deferred = deferredNoticeOn(date('2026-12-31'), union)
    expect(deferred.value).toBe('2027-01-04')
    expect(deferred.derivation.steps.map((step) => step.note)).toEqual([
      'Nondisclosure order expires',
      "New Year's Day",
      'Saturday',
      'Sunday',
      'Send the notice',
    ])
  })
})
