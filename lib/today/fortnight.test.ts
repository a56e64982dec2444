import { expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { fortnightOf } from '#lib/clocks/two_weeks.ts'
import { cents } from '#lib/money.ts'
import { caseInTest, notice } from './file_in_test.ts'
import { caseClocks, paymentItems, shortOf } from './fortnight.ts'

const d = calendarDate
const today = d('2026-02-10')

const said = (wanted: Parameters<typeof caseInTest>[1]) =>
  caseClocks(caseInTest('2026-02-10', wanted)).map(({ clock, on, words, state }) =>
    [clock, on, words, state].filter(Boolean).join(' '),
  )

test('the strip begins on this week’s Monday', () => {
  const days = fortnightOf(today)
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-02-09', '2026-02-22', 14])
})

test.each([
  ['S-2026-00042', '00042'],
  ['S-2025-00042', '25-00042'],
  ['INV-2026-00017', 'INV-17'],
  ['INV-2026-00009', 'INV-09'],
  ['INV-2025-00003', 'INV-25-03'],
])('%s is %s on the strip', (reference, words) => {
  expect(shortOf(reference, today)).toBe(words)
})

test.each([
  [
    'a hold, our own day that is decided, and compliance before release',
    { facts: { complianceOn: d('2026-02-13') } },
    ['holds 2026-02-13 00042', 'own 2026-02-11 00042 done', 'compliance 2026-02-13 00042 collides'],
  ],
  [
    'an own day that is not decided',
    { doesNotObject: false },
    ['holds 2026-02-13 00042', 'own 2026-02-11 00042'],
  ],
  [
    'lanes that end later are named',
    {
      targets: [{ notices: [notice('2026-01-29')] }, { notices: [notice('2026-02-09')] }],
    },
    ['holds 2026-02-13 00042', 'holds 2026-02-19 00042 B', 'own 2026-02-11 00042 done'],
  ],
  [
    'a stayed case keeps its compliance day in sight',
    {
      facts: { complianceOn: d('2026-02-18') },
      targets: [
        {
          notices: [notice('2026-01-29')],
          objections: [{ number: 1, kind: 'motion', effect: 'stays-all', extendsToOn: null, outcome: null }],
        },
      ],
    },
    ['own 2026-02-11 00042 done', 'compliance 2026-02-18 00042 stayed'],
  ],
  ['a rejected paper has no days', { facts: { judgement: 'rejected' } }, []],
] as const)('%s', (_, wanted, expected) => {
  expect(said(wanted)).toEqual(expected)
})

test('an invoice stands on its due day, late once that has passed', () => {
  const invoice = {
    number: 'INV-2026-00009',
    state: 'overdue',
    balance: cents(100),
    issuedOn: today,
    sentOn: today,
    billTo: 'x',
  } as const
  expect(paymentItems([{ ...invoice, dueOn: d('2026-02-09') }], today)).toMatchObject([
    { words: 'INV-09', state: 'late' },
  ])
  expect(paymentItems([{ ...invoice, dueOn: d('2026-01-09') }], today)).toEqual([])
})
