import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import type { InvoiceFacts } from './balance.ts'
import { checkCredit, checkWriteOff } from './corrections.ts'

const issuedOn = calendarDate('2026-01-22')

function invoice(of: { paid?: number[]; credited?: number[]; writtenOff?: number[] }): InvoiceFacts {
  const movements = (amounts: number[] = []) => amounts.map((n) => ({ cents: cents(n), on: issuedOn }))
  return {
    total: cents(15900),
    issuedOn,
    receipt: null,
    allocations: movements(of.paid),
    credits: movements(of.credited),
    writeOffs: movements(of.writtenOff),
  }
}

describe('what may still be taken off an invoice of $159.00', () => {
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
