import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { againstClosing } from './acceptance.ts'
import {
  type CheckItem,
  type CheckResult,
  hasTimeAndZone,
  type PaperFacts,
  suggestions,
} from './checklist.ts'
import { warnings } from './warnings.ts'

const d = calendarDate
const paper: PaperFacts = {
  processType: 'ao-88b',
  court: 'C.D. Cal.',
  caseNumber: '2:26-cv-99011',
  issuingState: 'CA',
  issuedOn: d('2026-03-02'),
  servedOn: d('2026-03-11'),
  complianceOn: d('2026-04-10'),
  recordsRequested: 'Documents sufficient to identify the subscriber.',
  serviceMethod: 'fax',
  targets: [{ number: 1, kind: 'fax', identifier: '1-323-555-0142', period: '' }],
}

describe('the checklist suggests', () => {
  test.each<[Partial<PaperFacts>, CheckItem, CheckResult | undefined, string]>([
    [{}, 'court', 'passed', 'one is printed'],
    [{ court: ' ' }, 'court', 'failed', 'none is printed'],
    [{ caseNumber: '' }, 'case-number', 'failed', 'none is printed'],
    [{}, 'signature', undefined, 'only the eye can judge it'],
    [{}, 'our-name', undefined, 'only the eye can judge it'],
    [{ complianceOn: null }, 'date-not-too-early', 'failed', 'no day is printed'],
    [{ complianceOn: d('2026-03-10') }, 'date-not-too-early', 'failed', 'it is before service'],
    [{ complianceOn: d('2026-03-18') }, 'date-not-too-early', 'failed', 'a week is no reasonable time'],
    [{ complianceOn: d('2026-03-25') }, 'date-not-too-early', 'passed', 'two weeks'],
    [
      { processType: 'subp-010', complianceOn: d('2026-03-24') },
      'date-not-too-early',
      'failed',
      'issued 2 March, served 11 March: not before 26 March',
    ],
    [
      { processType: 'subp-010', complianceOn: d('2026-03-26') },
      'date-not-too-early',
      'passed',
      'the first lawful day',
    ],
    [{ processType: 'court-order' }, 'date-not-too-early', 'not-applicable', 'an order sets its own day'],
    [{ targets: [] }, 'identifies-account', 'failed', 'no target'],
    [
      { targets: [{ number: 1, kind: 'ip-address', identifier: '203.0.113.7', period: '2026-01-05 10:22' }] },
      'identifies-account',
      'failed',
      'no time zone',
    ],
    [
      {
        targets: [
          { number: 1, kind: 'ip-address', identifier: '203.0.113.7', period: '2026-01-05 10:22 PST' },
        ],
      },
      'identifies-account',
      'passed',
      'date, time and zone',
    ],
    [{ recordsRequested: 'All images of the faxes sent' }, 'no-content', 'failed', 'a fax is content'],
    [{ recordsRequested: 'Contents of the mailbox' }, 'no-content', 'failed', 'contents'],
    [{}, 'no-content', 'passed', 'an identity is none'],
    [{}, 'domesticated', 'not-applicable', 'a federal subpoena'],
    [{ processType: 'other-subpoena', issuingState: 'Texas' }, 'domesticated', 'failed', 'another state'],
    [{ processType: 'other-subpoena', issuingState: 'Calif.' }, 'domesticated', 'passed', 'ours'],
    [{ processType: 'subp-035', issuingState: 'Texas' }, 'domesticated', 'passed', 'it is what domesticates'],
    [{ serviceMethod: 'e-mail' }, 'service', 'failed', 'the policy names no e-mail'],
    [{}, 'service', 'passed', 'the policy names our fax'],
  ])('%o, %s: %s (%s)', (facts, item, result) => {
    const suggestion = suggestions({ ...paper, ...facts })[item]
    expect(suggestion?.result).toBe(result)
    if (suggestion) expect(suggestion.because).toMatch(/[.”]$/)
  })

  test.each([
    ['2026-01-05 10:22 PST port 51123', true],
    ['12/18/2025, 21:14 UTC, port 49822', true],
    ['2026-01-05T10:22:00Z', true],
    ['2026-01-05T10:22:00-08:00', true],
    ['18 December 2025, 9:14 pm Pacific', true],
    ['2026-01-05 10:22', false],
    ['January 2026, Pacific', false],
    ['', false],
  ])('whether "%s" has a time and its zone: %s', (period, has) => expect(hasTimeAndZone(period)).toBe(has))
})

describe('a paper is looked at twice', () => {
  const typed = { ...paper, caption: 'Larkmoor Dental v. Doe 1', receivedOn: d('2026-03-11') }
  const today = d('2026-03-12')
  const fieldsOf = (facts: Partial<typeof typed>, on = today) =>
    warnings({ ...typed, ...facts }, on).map(({ field }) => field)

  test('not at all when it is in order', () => expect(fieldsOf({})).toEqual([]))

  test.each([
    [{ caption: '' }, ['caption']],
    [{ court: '', caseNumber: '' }, ['court', 'caseNumber']],
    [{ complianceOn: d('2026-02-28') }, ['complianceOn']],
    [{ servedOn: d('2026-03-02') }, ['servedAt']],
  ])('%o: %o', (facts, fields) => expect(fieldsOf(facts)).toEqual(fields))

  test('when it lay, and when its compliance day has passed', () => {
    expect(fieldsOf({}, d('2026-04-20'))).toEqual(['complianceOn', 'receivedAt'])
  })
})

describe('closing', () => {
  const answered = { key: 'answered', label: 'Answered' }
  test.each([
    [answered, 'none', []],
    [answered, 'paid', []],
    [answered, 'written-off', []],
    [answered, 'unbilled', ['charges-unbilled']],
    [answered, 'due', ['invoice-unpaid']],
    [answered, 'overdue', ['invoice-unpaid']],
    [{ key: 'on-hold', label: 'On hold' }, 'due', ['still-open', 'invoice-unpaid']],
    [{ key: 'closed', label: 'Closed' }, 'paid', ['closed-already']],
    [{ key: 'referred', label: 'Not for this desk' }, 'none', []],
  ])('%o with billing %s is stopped by %o', (stage, billing, kinds) => {
    expect(againstClosing(stage, billing, []).map(({ refusal }) => refusal.kind)).toEqual(kinds)
  })
})
