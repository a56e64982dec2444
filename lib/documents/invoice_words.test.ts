import { expect, test } from 'vitest'
import { invoiceDue } from '#lib/billing/due.ts'
import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { cents } from '#lib/money.ts'
import type { PrintedLine } from './invoice_facts.ts'
import { commonYear, dayInColumn, dueReason, quantityWords, rateWords, sumsByKind } from './invoice_words.ts'

const line = (facts: Partial<PrintedLine>): PrintedLine => ({
  kind: 'research',
  on: calendarDate('2026-01-06'),
  description: 'Research',
  quantity: 75,
  rate: { cents: cents(9000), per: 60 },
  cents: cents(11250),
  ...facts,
})

test.each([
  { facts: {}, quantity: '1 h 15 min', rate: '$90.00 / h' },
  { facts: { quantity: 45 }, quantity: '45 min', rate: '$90.00 / h' },
  { facts: { quantity: 120 }, quantity: '2 h 00 min', rate: '$90.00 / h' },
  { facts: { rate: { cents: cents(600), per: 15 } }, quantity: '1 h 15 min', rate: '$6.00 / 15 min' },
  {
    facts: { kind: 'pages' as const, quantity: 1200, rate: { cents: cents(25), per: 1 } },
    quantity: '1,200',
    rate: '$0.25',
  },
  {
    facts: { kind: 'other' as const, quantity: 37, rate: { cents: cents(725), per: 10 } },
    quantity: '37',
    rate: '$7.25 / 10',
  },
  { facts: { kind: 'other' as const, quantity: 1, rate: null }, quantity: '', rate: '' },
])('$quantity at $rate', ({ facts, quantity, rate }) => {
  expect(quantityWords(line(facts))).toBe(quantity)
  expect(rateWords(line(facts))).toBe(rate)
})

test('a column has its year at the head when all lines are of one', () => {
  const other = line({ on: calendarDate('2025-12-31') })
  expect(commonYear([line({}), line({})])).toBe(2026)
  expect(commonYear([line({}), other])).toBeNull()
  expect(dayInColumn(other.on, true)).toBe('Dec 31')
  expect(dayInColumn(other.on, false)).toBe('Dec 31, 2025')
})

test('sums are told by kind, and not when there is one kind only', () => {
  const pages = line({ kind: 'pages', cents: cents(925) })
  const parcel = line({ kind: 'parcel', cents: cents(2200) })
  expect(sumsByKind([line({}), line({}), pages, parcel])).toBe(
    'Research $225.00, pages $9.25, Federal Express $22.00',
  )
  expect(sumsByKind([line({}), line({})])).toBe('')
})

const calendar = businessCalendar(
  [2026, 2027].flatMap((year) => [...federalHolidays(year), ...californiaHolidays(year)]),
)

test.each([
  {
    received: '2026-01-30',
    due: '2026-02-17',
    reason: ': day 15 is a Saturday, and Monday is Presidents’ Day',
  },
  { received: '2026-01-23', due: '2026-02-09', reason: ': day 15 is a Saturday' },
  { received: '2026-01-07', due: '2026-01-22', reason: '' },
])('received $received it is due $due$reason', ({ received, due, reason }) => {
  const derived = invoiceDue(calendarDate(received), 15, calendar)
  expect(derived.value).toBe(due)
  expect(dueReason(derived)).toBe(reason)
})
