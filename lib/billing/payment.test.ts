import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCents, cents } from '#lib/money.ts'
import { distribute, standingOn } from './payment.ts'

const open = [
  { number: 'INV-2026-00001', balance: cents(15_900) },
  { number: 'INV-2026-00002', balance: cents(10_000) },
]

describe('a payment', () => {
  test.each([
    { name: 'less than the oldest', payment: 5_000, wish: {}, shares: [5_000] },
    { name: 'more than the oldest', payment: 20_000, wish: {}, shares: [15_900, 4_100] },
    { name: 'more than all', payment: 30_000, wish: {}, shares: [15_900, 10_000] },
    {
      name: 'for the second first',
      payment: 12_000,
      wish: { first: 'INV-2026-00002' },
      shares: [10_000, 2_000],
    },
    {
      name: 'as the clerk says',
      payment: 12_000,
      wish: { wanted: [{ invoice: 'INV-2026-00002', cents: cents(3_300) }] },
      shares: [3_300],
    },
  ])('$name goes as $shares', ({ payment, wish, shares }) => {
    const done = distribute(cents(payment), open, wish)
    expect(done.ok && done.value.map((share) => share.cents)).toEqual(shares)
  })

  test('is together with what is left over the payment, to the cent, and no invoice gets more than it asks', () => {
    const invoices = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), invoices, fc.nat(8), (payment, balances, at) => {
        const owed = balances.map((balance, index) => ({ number: `INV-${index}`, balance: cents(balance) }))
        const first = owed[at]?.number
        const done = distribute(cents(payment), owed, first === undefined ? {} : { first })
        if (!done.ok) throw new Error(done.refusal.sentence)
        const sum = addCents(...done.value.map((share) => share.cents))
        const owedInAll = addCents(...owed.map(({ balance }) => balance))
        expect(sum).toBe(Math.min(payment, owedInAll))
        for (const { invoice, cents: share } of done.value) expect(share).toBeLessThanOrEqual(invoice.balance)
        if (first !== undefined) expect(done.value[0]?.invoice.number).toBe(first)
      }),
    )
  })
})

test('what was put on an invoice and taken off again stands nowhere', () => {
  const placed = [
    { invoiceId: 1, cents: cents(100) },
    { invoiceId: 2, cents: cents(50) },
    { invoiceId: 1, cents: cents(-100) },
    { invoiceId: 2, cents: cents(-20) },
  ]
  expect(standingOn(placed)).toEqual([{ invoiceId: 2, cents: 30 }])
})
