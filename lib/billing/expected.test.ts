import { expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { expectedReceipt } from './expected.ts'
import { quantityOf } from './quantity.ts'

const calendar = businessCalendar([...federalHolidays(2026), ...californiaHolidays(2026)])
const policy = { mailDays: 5, dueDays: 15 }

test.each([
  {
    method: 'fedex',
    issued: '2026-01-22',
    on: '2026-01-23',
    due: '2026-02-09',
    because: 'it takes a business day',
  },
  {
    method: 'courier',
    issued: '2026-01-23',
    on: '2026-01-26',
    due: '2026-02-10',
    because: 'not at the weekend',
  },
  {
    method: 'post',
    issued: '2026-01-22',
    on: '2026-01-27',
    due: '2026-02-11',
    because: 'mail takes five days',
  },
  {
    method: 'e-mail',
    issued: '2026-01-28',
    on: '2026-01-28',
    due: '2026-02-13',
    because: 'day 15 is Lincoln Day',
  },
  {
    method: 'by-hand',
    issued: '2026-01-23',
    on: '2026-01-23',
    due: '2026-02-09',
    because: 'day 15 is a Saturday',
  },
] as const)(
  'an invoice of $issued by $method comes on $on, due $due: $because',
  ({ method, issued, on, due }) => {
    const expected = expectedReceipt(method, calendarDate(issued), policy, calendar)
    expect([expected.on, expected.due.value]).toEqual([on, due])
  },
)

test.each([
  { kind: 'research', quantity: 45, words: '45 min' },
  { kind: 'testimony', quantity: 210, words: '3 h 30 min' },
  { kind: 'research', quantity: 605, words: '10 h 05 min' },
  { kind: 'pages', quantity: 1234, words: '1,234' },
] as const)('$quantity of $kind is said as $words', ({ kind, quantity, words }) => {
  expect(quantityOf({ kind, quantity })).toBe(words)
})
