import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import {
  balanceOf,
  checkCredit,
  checkWriteOff,
  type InvoiceFacts,
  invoiceState,
  overdueFrom,
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

describe('what may still be taken off it', () => {
  test.each([
    { name: 'all of it', of: {}, amount: 15900, credit: true, writeOff: true },
    { name: 'a cent too much', of: {}, amount: 15901, credit: false, writeOff: false },
    { name: 'nothing', of: {}, amount: 0, credit: false, writeOff: false },
    { name: 'less than nothing', of: {}, amount: -1, credit: false, writeOff: false },
    { name: 'all after it was paid', of: { paid: [15900] }, amount: 15900, credit: true, writeOff: false },
    { name: 'all after a credit', of: { credited: [1] }, amount: 15900, credit: false, writeOff: false },
    {
      name: 'the rest after a write-off',
      of: { writtenOff: [900] },
      amount: 15000,
      credit: true,
      writeOff: true,
    },
  ])('$name: credit $credit, write-off $writeOff', ({ of, amount, credit, writeOff }) => {
    expect(checkCredit(invoice(of), cents(amount)).ok).toBe(credit)
    expect(checkWriteOff(invoice(of), cents(amount)).ok).toBe(writeOff)
  })

  test('the refusal says how much would have been possible', () => {
    const refused = checkWriteOff(invoice({ paid: [15800] }), cents(500))
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        kind: 'write-off-above-balance',
        field: 'cents',
        most: 100,
        sentence: expect.stringContaining('$1.00'),
      },
    })
  })
})
