import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import type { Role } from '#lib/kinds.ts'
import { cents } from '#lib/money.ts'
import { daysLeft, daysToPay } from './days_left.ts'
import { caseInTest, instantInTest, notice } from './file_in_test.ts'
import { type MoneyFile, moneyTasks } from './money_tasks.ts'
import { obstacles } from './obstacles.ts'
import { moneyVerbs, verbsFor } from './verbs.ts'

const d = calendarDate
type Wanted = Parameters<typeof caseInTest>[1]
const stay = { number: 1, kind: 'motion', effect: 'stays-part', extendsToOn: null, outcome: null } as const

describe('the days that are left', () => {
  test.each<[string, string, Wanted, string | null]>([
    ['in the hold', '2026-02-10', {}, '3 days left in the hold, 2026-02-13 11:59 pm'],
    [
      'in the hold that ends first, with its lanes',
      '2026-02-10',
      { targets: [{ notices: [notice('2026-02-09')] }, { notices: [notice('2026-01-29')] }] },
      '3 days left in the hold of B, 2026-02-13 11:59 pm',
    ],
    [
      'in the hold that an approved early release ends',
      '2026-02-10',
      {
        targets: [
          {
            notices: [notice('2026-01-29')],
            earlyReleases: [{ number: 1, ground: 'court-order', opensOn: d('2026-02-12') }],
          },
        ],
      },
      '1 day left in the hold, 2026-02-11 11:59 pm',
    ],
    ['on its last day', '2026-02-13', {}, 'Last day in the hold, 2026-02-13 11:59 pm'],
    [
      'to compliance, once it is over',
      '2026-02-18',
      { facts: { complianceOn: d('2026-02-20') } },
      '2 days left to its compliance day, 2026-02-20 5:00 pm',
    ],
    [
      'late, after it',
      '2026-02-23',
      { facts: { complianceOn: d('2026-02-20') } },
      '3 days late to its compliance day, 2026-02-20 5:00 pm',
    ],
    ['none, once it is answered', '2026-02-23', { targets: [{ answered: 'records' }] }, null],
    ['none, for a paper that was withdrawn', '2026-02-10', { facts: { judgement: 'withdrawn' } }, null],
  ])('%s', (_, now, wanted, said) => {
    const found = daysLeft(caseInTest(now, wanted), '17:00')
    expect(found && `${found.value} ${found.of}, ${[found.on, found.time].filter(Boolean).join(' ')}`).toBe(
      said,
    )
  })

  test('to pay, of the invoice that is due first', () => {
    const invoice = {
      state: 'due',
      balance: cents(100),
      issuedOn: d('2026-02-01'),
      sentOn: null,
      billTo: '',
    } as const
    const found = daysToPay(
      [
        { ...invoice, number: 'INV-2026-00002', dueOn: d('2026-02-20') },
        { ...invoice, number: 'INV-2026-00001', dueOn: d('2026-02-09') },
        { ...invoice, number: 'INV-2026-00003', dueOn: null },
      ],
      d('2026-02-10'),
    )
    expect(found).toMatchObject({ value: '1 day late', of: 'to pay INV-2026-00001' })
  })
})

describe('what stands in the way of a release', () => {
  const page = '/subpoenas/S-2026-00042'
  test.each<[string, string, Wanted, string[]]>([
    [
      'the hold, and a stay',
      '2026-02-10',
      {
        targets: [
          { notices: [notice('2026-01-29')] },
          { notices: [notice('2026-01-29')], objections: [stay] },
        ],
      },
      [
        'All: The hold is not over: release opens on Tuesday, February 17, 2026. → /early-release',
        'B: Objection 1 stays it until it has an outcome. → /objections/1',
      ],
    ],
    [
      'a paper that is not judged, and terms that were not sent',
      '2026-02-10',
      { facts: { judgement: null, terms: null }, targets: [{ found: null, subscriberId: null }] },
      [
        'All: The paper is not accepted. → /review',
        'All: The terms of compensation were not sent yet. → /terms/send',
        'A: Nobody has looked for the subscriber yet. → /targets/1',
      ],
    ],
    [
      'nobody was told',
      '2026-02-10',
      { targets: [{}] },
      ['A: No notice to the subscriber has taken effect. → /notice?subscriber=U-00001'],
    ],
    [
      'terms that are not answered, and an inbox to look into, once the hold is over',
      '2026-02-17',
      { facts: { terms: 'sent' }, targets: [{ notices: [notice('2026-01-29')], prepared: true }] },
      [
        'All: The terms of compensation were sent and are not agreed. → /terms/agreed',
        'All: Nobody has looked into the objection inbox in the last 24 hours. → /inbox',
      ],
    ],
    [
      'that nothing is prepared, where nothing else stands in the way',
      '2026-02-17',
      { facts: { inboxLookedAt: instantInTest('2026-02-17 08:00') } },
      ['A: Nothing is prepared yet: one person prepares it, and another releases it. → /production'],
    ],
    [
      'nothing',
      '2026-02-17',
      {
        facts: { inboxLookedAt: instantInTest('2026-02-17 08:00') },
        targets: [{ notices: [notice('2026-01-29')], prepared: true }],
      },
      [],
    ],
    ['nothing, once all is answered', '2026-02-17', { targets: [{ answered: 'records' }] }, []],
  ])('%s', (_, now, wanted, said) => {
    const found = obstacles(caseInTest(now, wanted)).map(
      ({ who, sentence, clear }) =>
        `${who}: ${sentence} → ${clear?.href.replace(page, '') ?? 'nothing clears it'}`,
    )
    expect(found).toEqual(said)
  })
})

describe('what may be done besides', () => {
  const actor = (...roles: Role[]): Actor => ({ kind: 'person', id: 1, name: 'P', roles, sessionId: 1 })
  const words = (wanted: Wanted, role: Role) =>
    verbsFor(caseInTest('2026-02-10', wanted), actor(role)).map(({ href }) => href.split('/').at(-1))

  test('is what the role may, and can still be', () => {
    expect(words({}, 'counsel')).toContain('own-objection')
    expect(words({}, 'custodian')).toContain('production')
    expect(words({}, 'custodian')).not.toContain('withdraw')
    expect(words({}, 'auditor')).toEqual([])
    expect(words({ facts: { closed: true } }, 'counsel')).toEqual(['assign', 'note', 'reopen'])
    expect(words({ facts: { judgement: null } }, 'intake')).toContain('review')
  })

  test('billing may charge and invoice', () => {
    expect(moneyVerbs('S-2026-00042', actor('billing')).map(({ words }) => words)).toEqual([
      'Add a charge',
      'Invoice',
    ])
  })
})

describe('what money asks for', () => {
  const today = d('2026-02-10')
  const file: MoneyFile = {
    reference: 'S-2026-00042',
    unbilled: null,
    isAnswered: true,
    invoices: [],
    writeOffs: [],
  }
  const invoice = {
    number: 'INV-2026-00009',
    state: 'overdue',
    balance: cents(15_900),
    issuedOn: d('2026-01-23'),
    dueOn: d('2026-02-09'),
    sentOn: d('2026-01-23'),
    billTo: 'Sable Finch LLP',
  } as const
  test.each<[string, Partial<MoneyFile>, string[]]>([
    ['nothing', {}, []],
    [
      'work of an answered case is billed',
      { unbilled: { total: cents(15_900), lastWorkedOn: d('2026-02-09') } },
      ['invoice: Issue the invoice, $159.00 unbilled, the last work Mon 9 Feb · now'],
    ],
    [
      'work of an open one waits',
      { isAnswered: false, unbilled: { total: cents(15_900), lastWorkedOn: d('2026-02-09') } },
      ['invoice: Issue the invoice, $159.00 unbilled, the last work Mon 9 Feb · later'],
    ],
    [
      'testimony without a rate is looked at',
      { unbilled: { total: null, lastWorkedOn: d('2026-02-09') } },
      ['invoice: Look at the charges, they cannot be billed as they are · now'],
    ],
    [
      'an invoice that was not sent, and one whose receipt nobody recorded',
      {
        invoices: [
          { ...invoice, state: 'awaiting-receipt', dueOn: null, sentOn: null },
          { ...invoice, state: 'awaiting-receipt', dueOn: null },
        ],
      },
      [
        'receipts: Send the invoice, $159.00, issued Fri 23 Jan · now',
        'receipts: Record its receipt, $159.00, sent Fri 23 Jan · now',
      ],
    ],
    [
      'one that is late',
      { invoices: [invoice] },
      ['overdue: Ask for the payment, $159.00 from Sable Finch LLP · now'],
    ],
    ['one that is due asks nothing yet', { invoices: [{ ...invoice, state: 'due' }] }, []],
    [
      'a write-off waits for counsel',
      {
        writeOffs: [{ invoice: 'INV-2026-00009', cents: cents(500), askedOn: d('2026-02-09'), askedById: 6 }],
      },
      ['write-offs: Decide on the write-off, $5.00 of INV-2026-00009 · now'],
    ],
  ])('%s', (_, given, said) => {
    const found = moneyTasks({ ...file, ...given }, today)
    expect(
      found.map(
        ({ group, verb, reason, fromOn }) =>
          `${group}: ${verb}, ${reason} · ${fromOn === 'never' ? 'later' : 'now'}`,
      ),
    ).toEqual(said)
  })
})
