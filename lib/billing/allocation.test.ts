import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCents, cents } from '#lib/money.ts'
import { allocate } from './allocation.ts'

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
