import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { addCents, cents } from '#lib/money.ts'
import {
  allocate,
  balanceOf,
  type InvoiceFacts,
  type InvoiceState,
  invoiceState,
  overdueFrom,
  subpoenaBilling,
} from './balance.ts'

const issuedOn = calendarDate('2026-01-22')
const dueOn = calendarDate('2026-02-09')
const receipt = { receivedOn: calendarDate('2026-01-23'), dueOn }

function invoice(of: {
  paid?: number[]
  credited?: number[]
  writtenOff?: number[]
  received?: boolean
}): InvoiceFacts {
  const movements = (amounts: number[] = []) => amounts.map((n) => ({ cents: cents(n), on: issuedOn }))
  return {
    total: cents(15900),
    issuedOn,
    receipt: of.received === false ? null : receipt,
    allocations: movements(of.paid),
    credits: movements(of.credited),
    writeOffs: movements(of.writtenOff),
  }
}

describe('an invoice of $159.00, due on February 9', () => {
  test.each([
    {
      name: 'nobody has received it',
      of: { received: false },
      on: '2026-03-01',
      balance: 15900,
      state: 'awaiting-receipt',
    },
    { name: 'it was received', of: {}, on: '2026-01-23', balance: 15900, state: 'due' },
    { name: 'it is the due day', of: {}, on: '2026-02-09', balance: 15900, state: 'due' },
    { name: 'it is the day after', of: {}, on: '2026-02-10', balance: 15900, state: 'overdue' },
    { name: 'half is paid', of: { paid: [8000] }, on: '2026-02-10', balance: 7900, state: 'overdue' },
    {
      name: 'it is paid in two checks',
      of: { paid: [8000, 7900] },
      on: '2026-02-10',
      balance: 0,
      state: 'paid',
    },
    {
      name: 'it is paid before anybody said it came',
      of: { paid: [15900], received: false },
      on: '2026-01-22',
      balance: 0,
      state: 'paid',
    },
    {
      name: 'more is paid than asked',
      of: { paid: [16000] },
      on: '2026-02-10',
      balance: -100,
      state: 'paid',
    },
    {
      name: 'the check was reversed',
      of: { paid: [15900, -15900] },
      on: '2026-02-10',
      balance: 15900,
      state: 'overdue',
    },
    {
      name: 'it is credited in full',
      of: { credited: [15900] },
      on: '2026-02-10',
      balance: 0,
      state: 'paid',
    },
    { name: 'a credit leaves a cent', of: { credited: [15899] }, on: '2026-02-09', balance: 1, state: 'due' },
    {
      name: 'the rest is written off',
      of: { paid: [15800], writtenOff: [100] },
      on: '2026-02-10',
      balance: 0,
      state: 'written-off',
    },
    {
      name: 'a part is written off',
      of: { writtenOff: [100] },
      on: '2026-02-10',
      balance: 15800,
      state: 'overdue',
    },
    {
      name: 'a check for all comes after a write-off',
      of: { writtenOff: [100], paid: [15900] },
      on: '2026-02-10',
      balance: -100,
      state: 'paid',
    },
  ])('$name on $on: balance $balance, $state', ({ of, on, balance, state }) => {
    expect(balanceOf(invoice(of))).toBe(balance)
    expect(invoiceState(invoice(of), calendarDate(on))).toBe(state)
  })

  test('it becomes overdue by the calendar alone only while it is due', () => {
    expect(overdueFrom(invoice({}), dueOn)).toBe('2026-02-10')
    expect(overdueFrom(invoice({}), calendarDate('2026-02-10'))).toBeNull()
    expect(overdueFrom(invoice({ received: false }), dueOn)).toBeNull()
    expect(overdueFrom(invoice({ paid: [15900] }), dueOn)).toBeNull()
  })
})

const owing = (...balances: number[]) =>
  balances.map((n, index) => ({ number: index + 1, balance: cents(n) }))

describe('a check is split over invoices in their order', () => {
  test.each([
    { name: 'one invoice, exactly', check: 15900, balances: [15900], shares: [[1, 15900]], over: 0 },
    { name: 'one invoice, in part', check: 10000, balances: [15900], shares: [[1, 10000]], over: 0 },
    { name: 'one invoice and too much', check: 16000, balances: [15900], shares: [[1, 15900]], over: 100 },
    {
      name: 'two invoices',
      check: 20000,
      balances: [15900, 6900],
      shares: [
        [1, 15900],
        [2, 4100],
      ],
      over: 0,
    },
    { name: 'a paid one is passed over', check: 5000, balances: [0, 6900], shares: [[2, 5000]], over: 0 },
    {
      name: 'so is one that is owed back',
      check: 5000,
      balances: [-100, 6900],
      shares: [[2, 5000]],
      over: 0,
    },
    { name: 'no invoice', check: 5000, balances: [], shares: [], over: 5000 },
  ])('$name', ({ check, balances, shares, over }) => {
    const split = allocate(cents(check), owing(...balances))
    expect(split.allocations.map((share) => [share.invoice.number, share.cents])).toEqual(shares)
    expect(split.overPayment).toBe(over)
  })

  test('to the cent: shares and over-payment are the check, and no share is above its balance or nothing', () => {
    const balances = fc.array(fc.integer({ min: -10_000, max: 1_000_000 }), { maxLength: 20 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), balances, (check, of) => {
        const { allocations, overPayment } = allocate(cents(check), owing(...of))
        expect(addCents(overPayment, ...allocations.map((share) => share.cents))).toBe(check)
        expect(allocations.every(({ invoice, cents }) => cents > 0 && cents <= invoice.balance)).toBe(true)
        expect(overPayment >= 0).toBe(true)
        const unpaid = owing(...of).filter((one) => one.balance > 0).length
        if (overPayment > 0) expect(allocations).toHaveLength(unpaid)
      }),
    )
  })

  test.each([0, -1])('a check over %s cents is none', (n) => {
    expect(() => allocate(cents(n), owing(100))).toThrow(RangeError)
  })
})

test.each<{ invoices: InvoiceState[]; unbilled: boolean; says: string }>([
  { invoices: [], unbilled: false, says: 'none' },
  { invoices: [], unbilled: true, says: 'unbilled' },
  { invoices: ['paid'], unbilled: false, says: 'paid' },
  { invoices: ['paid', 'written-off'], unbilled: false, says: 'written-off' },
  { invoices: ['paid'], unbilled: true, says: 'unbilled' },
  { invoices: ['written-off'], unbilled: true, says: 'unbilled' },
  { invoices: ['awaiting-receipt'], unbilled: true, says: 'awaiting-receipt' },
  { invoices: ['paid', 'due', 'awaiting-receipt'], unbilled: true, says: 'due' },
  { invoices: ['due', 'overdue', 'paid'], unbilled: true, says: 'overdue' },
])(
  'invoices $invoices and unbilled work $unbilled: the subpoena is $says',
  ({ invoices, unbilled, says }) => {
    expect(subpoenaBilling(invoices, unbilled)).toBe(says)
    expect(subpoenaBilling(invoices.toReversed(), unbilled)).toBe(says)
  },
)
