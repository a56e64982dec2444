import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { consumerServedBy, earliestComplianceDate, opensAfterCompliance } from './compliance.ts'
import { ownObjectionDay } from './own.ts'

const holidays = standardHolidays(2025, 2029)
const union = businessCalendar(holidays, ['federal', 'california'])
const federal = businessCalendar(holidays, ['federal'])
const date = calendarDate

describe('our own objection under Rule 45', () => {
  test.each<[string, string | null, string, string, string]>([
    // served, compliance, legal limit, safe day, because
    ['2026-03-06', '2026-04-06', '2026-03-20', '2026-03-19', 'plain count'],
    ['2026-01-05', '2026-02-06', '2026-01-20', '2026-01-16', 'MLK Day'],
    ['2026-02-02', '2026-02-11', '2026-02-11', '2026-02-10', 'compliance first'],
    ['2026-06-19', '2026-07-20', '2026-07-06', '2026-07-02', 'July 4 observed'],
    ['2026-12-11', '2027-01-15', '2026-12-28', '2026-12-24', 'Christmas'],
    ['2028-02-15', '2028-03-20', '2028-02-29', '2028-02-28', 'leap day'],
    ['2026-08-18', '2026-08-31', '2026-08-31', '2026-08-28', 'compliance on Monday'],
    ['2026-08-10', null, '2026-08-24', '2026-08-21', 'no compliance day printed'],
    ['2026-01-05', '2026-01-19', '2026-01-19', '2026-01-16', 'compliance on a holiday is not moved'],
  ])('served %s, compliance %s: limit %s, safe by %s: %s', (served, compliance, limitOn, safeOn) => {
    const facts = {
      servedOn: date(served),
      complianceOn: compliance === null ? null : date(compliance),
    }
    expect(ownObjectionDay(facts, union).value).toEqual({ limitOn, safeOn })
    expect(ownObjectionDay(facts, federal).value).toEqual({ limitOn, safeOn })
  })

  test('a compliance day that is already past is no error: both days lie in the past', () => {
    const past = ownObjectionDay({ servedOn: date('2026-03-06'), complianceOn: date('2026-03-02') }, union)
    expect(past.value).toEqual({ limitOn: '2026-03-02', safeOn: '2026-02-27' })
  })

  test('it says why: served, counted, passed over, and the day to lean on', () => {
    const { derivation } = ownObjectionDay({ servedOn: date('2026-01-05'), complianceOn: null }, union)
    expect(derivation.steps.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2026-01-05 anchor',
      '2026-01-19 count',
      '2026-01-19 skipped',
      '2026-01-20 count',
      '2026-01-18 skipped',
      '2026-01-17 skipped',
      '2026-01-16 answer',
    ])
  })
})

describe('the earliest compliance day of a California records subpoena', () => {
  test.each([
    {
      issued: '2026-03-02',
      served: '2026-03-11',
      earliest: '2026-03-26',
      because: '15 days after service is later',
    },
    {
      issued: '2026-05-01',
      served: '2026-05-04',
      earliest: '2026-05-21',
      because: '20 days after issue is later',
    },
    {
      issued: '2026-05-06',
      served: '2026-05-11',
      earliest: '2026-05-26',
      because: 'both come to the same day',
    },
    { issued: null, served: '2026-05-11', earliest: '2026-05-26', because: 'no day of issue is printed' },
  ])('issued $issued, served $served: $earliest, $because', ({ issued, served, earliest }) => {
    const facts = { issuedOn: issued === null ? null : date(issued), servedOn: date(served) }
    expect(earliestComplianceDate(facts).value).toBe(earliest)
  })

  test('a compliance day of March 24 is then too early', () => {
    const facts = { issuedOn: date('2026-03-02'), servedOn: date('2026-03-11') }
    expect(date('2026-03-24') < earliestComplianceDate(facts).value).toBe(true)
  })
})

describe('when the consumer must have been served', () => {
  test.each([
    { mailDays: 0, by: '2026-05-24', how: 'in person' },
    { mailDays: 5, by: '2026-05-19', how: 'by mail in California' },
  ])('production June 15, we were served May 29: $how by $by', ({ mailDays, by }) => {
    const facts = { productionOn: date('2026-06-15'), custodianServedOn: date('2026-05-29'), mailDays }
    expect(consumerServedBy(facts).value).toBe(by)
  })

  test('production soon after service makes the ten days decide', () => {
    const facts = { productionOn: date('2026-06-01'), custodianServedOn: date('2026-05-29'), mailDays: 0 }
    expect(consumerServedBy(facts).value).toBe('2026-05-22')
  })
})

describe('a hold that outlasts the compliance day', () => {
  test.each([
    { opens: '2026-05-27', compliance: '2026-05-26', conflict: true },
    { opens: '2026-05-26', compliance: '2026-05-26', conflict: false },
    { opens: null, compliance: '2026-05-26', conflict: false },
    { opens: '2026-05-27', compliance: null, conflict: false },
  ])('opens $opens, compliance $compliance: a conflict is $conflict', ({ opens, compliance, conflict }) => {
    const day = (text: string | null) => (text === null ? null : date(text))
    expect(opensAfterCompliance(day(opens), day(compliance))).toBe(conflict)
  })
})
