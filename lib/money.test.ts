import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCents,
  cents,
  formatMoney,
  parseMoney,
  type Rate,
  rateTimes,
  subtractCents,
  zeroCents,
} from '#lib/money.ts'

const perHour: Rate = { cents: cents(9000), per: 60, unit: 'minute' }
const perMile: Rate = { cents: cents(725), per: 10, unit: 'mile' }

describe('cents are whole', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is not an amount', (n) => {
    expect(() => cents(n)).toThrow(RangeError)
  })

  test('there is no minus zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true)
    expect(formatMoney(cents(-0))).toBe('$0.00')
  })

  test('a sum beyond what a number holds exactly is an error, not a near answer', () => {
    expect(() => addCents(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError)
  })

  test('nothing adds up to nothing', () => {
    expect(addCents()).toBe(zeroCents)
    expect(subtractCents(cents(5), cents(7))).toBe(-2)
  })
})

describe('a rate times a quantity is rounded once', () => {
  test.each([
    { rate: perHour, quantity: 90, costs: 13500, because: 'ninety minutes at $90.00 an hour' },
    { rate: perHour, quantity: 1, costs: 150, because: 'one minute' },
    { rate: perHour, quantity: 0, costs: 0, because: 'no minutes' },
    { rate: perMile, quantity: 368, costs: 26680, because: '368 miles at $0.725 each' },
    { rate: perMile, quantity: 1, costs: 73, because: '72.5 cents is half a cent, and goes up' },
    { rate: { ...perMile, cents: cents(724) }, quantity: 1, costs: 72, because: '72.4 cents goes down' },
    {
      rate: { cents: cents(1), per: 3, unit: 'page' as const },
      quantity: 2,
      costs: 1,
      because: 'two thirds go up',
    },
  ])('$quantity cost $costs: $because', ({ rate, quantity, costs }) => {
    expect(rateTimes(rate, quantity)).toBe(costs)
  })

  test('agrees with arithmetic that cannot lose a digit', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 10_000 }),
        fc.nat(1_000_000),
        (rate, per, quantity) => {
          const exact = (2n * BigInt(rate) * BigInt(quantity) + BigInt(per)) / (2n * BigInt(per))
          expect(rateTimes({ cents: cents(rate), per, unit: 'minute' }, quantity)).toBe(Number(exact))
        },
      ),
    )
  })

  test.each([-1, 1.5, Number.NaN])('%s is not a quantity', (quantity) => {
    expect(() => rateTimes(perHour, quantity)).toThrow(RangeError)
  })

  test('a rate below zero, per nothing, or an amount beyond safe integers is an error', () => {
    expect(() => rateTimes({ ...perHour, cents: cents(-1) }, 1)).toThrow(RangeError)
    expect(() => rateTimes({ ...perHour, per: 0 }, 1)).toThrow(RangeError)
    expect(() => rateTimes(perHour, Number.MAX_SAFE_INTEGER)).toThrow(RangeError)
  })
})

describe('money as people read and type it', () => {
  test.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [99999, '$999.99'],
    [106300, '$1,063.00'],
    [123456789, '$1,234,567.89'],
    [-4500, '−$45.00'],
  ])('%i cents read %s', (amount, text) => {
    expect(formatMoney(cents(amount))).toBe(text)
  })

  test.each([
    ['$1,234.5', 123450],
    ['12.50', 1250],
    ['12', 1200],
    [' $7 ', 700],
    ['.25', 25],
    ['-3.00', -300],
    ['−$3.00', -300],
    ['00.10', 10],
  ])('%j is understood', (text, amount) => {
    expect(parseMoney(text)).toBe(amount)
  })

  test.each([
    '',
    '$',
    '.',
    '12.',
    '12,50',
    '1,23',
    '12.505',
    '1e3',
    '12 50',
    'abc',
    '$-3',
    '١٢',
    '99999999999999999',
  ])('%j is not money', (text) => {
    expect(parseMoney(text)).toBeNull()
  })

  test('whatever is printed can be read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(parseMoney(formatMoney(cents(n)))).toBe(cents(n))
      }),
    )
  })
})
