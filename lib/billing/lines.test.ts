import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents, formatMoney, rateTimes } from '#lib/money.ts'
import { draftInvoice } from './draft.ts'
import { type ChargeFacts, draftLines, totalOf } from './lines.ts'
import { type FeeSchedule, publishedSchedule, rateOf } from './schedule.ts'

const monday = calendarDate('2026-01-12')

function charge(of: Partial<ChargeFacts>): ChargeFacts {
  return { id: 1, kind: 'research', on: monday, description: 'Searched', quantity: 1, cents: null, ...of }
}

/** Research minutes, pages, parcels and minutes of testimony, each as one charge; none of a kind that is 0. */
function work(minutes: number, pages: number, parcels: number, testimony = 0): ChargeFacts[] {
  return [
    charge({ id: 1, kind: 'research', quantity: minutes }),
    charge({ id: 2, kind: 'pages', quantity: pages }),
    charge({ id: 3, kind: 'parcel', quantity: parcels }),
    charge({ id: 4, kind: 'testimony', quantity: testimony }),
  ].filter((one) => one.quantity > 0)
}

function accepted(charges: readonly ChargeFacts[], schedule: FeeSchedule = publishedSchedule) {
  const draft = draftInvoice(charges, schedule)
  if (!draft.ok) throw new Error(draft.refusal.sentence)
  return draft.value
}

describe('the published rates make the totals that people know', () => {
  const withTestimony: FeeSchedule = { ...publishedSchedule, testimonyCentsPerHour: cents(15000) }

  test.each([
    { scenario: '1, a baseline', charges: work(90, 8, 1), total: '$159.00' },
    { scenario: '4, a leap day', charges: work(54, 5, 1), total: '$104.25' },
    { scenario: '9, a court order', charges: work(180, 40, 1), total: '$302.00' },
    { scenario: '23, a consent', charges: work(45, 6, 0), total: '$69.00' },
    { scenario: '24, withdrawn', charges: work(60, 0, 0), total: '$90.00' },
    { scenario: '25, forty addresses', charges: work(680, 84, 1), total: '$1,063.00' },
    { scenario: '5, five identifiers', charges: work(255, 37, 2), total: '$435.75' },
    {
      scenario: '22, a deposition',
      charges: work(120, 60, 0, 210),
      schedule: withTestimony,
      total: '$720.00',
    },
  ])('scenario $scenario comes to $total', ({ charges, schedule, total }) => {
    expect(formatMoney(accepted(charges, schedule).total)).toBe(total)
  })
})

describe('lines show what was done', () => {
  test('each charge has its own line, by kind and then by day, numbered from one', () => {
    const { lines } = accepted([
      charge({ id: 7, kind: 'parcel', description: 'FedEx to Larkmoor Law' }),
      charge({ id: 9, kind: 'other', description: 'Certified copy', cents: cents(1250) }),
      charge({ id: 5, on: calendarDate('2026-01-14'), description: 'Read the fax logs', quantity: 30 }),
      charge({ id: 6, description: 'Searched the accounts', quantity: 60 }),
    ])
    expect(lines).toEqual([
      {
        ordinal: 1,
        kind: 'research',
        on: '2026-01-12',
        description: 'Searched the accounts',
        quantity: 60,
        unit: 'minute',
        rate: { cents: 9000, per: 60 },
        cents: 9000,
        chargeIds: [6],
      },
      expect.objectContaining({ ordinal: 2, on: '2026-01-14', cents: 4500, chargeIds: [5] }),
      expect.objectContaining({ ordinal: 3, kind: 'parcel', unit: 'parcel', cents: 2200, chargeIds: [7] }),
      expect.objectContaining({ ordinal: 4, unit: 'item', rate: null, cents: 1250, chargeIds: [9] }),
    ])
  })

  test('where minutes do not come out in whole cents, the kind is one line that lists the work and rounds once', () => {
    const odd: FeeSchedule = { ...publishedSchedule, researchCentsPerHour: cents(10_001) }
    const { lines } = accepted(
      [
        charge({ id: 1, description: 'Searched', quantity: 7 }),
        charge({ id: 2, description: 'Read the logs', quantity: 11, on: calendarDate('2026-01-13') }),
      ],
      odd,
    )
    expect(lines).toEqual([
      expect.objectContaining({
        on: '2026-01-13',
        description: 'Searched; Read the logs',
        quantity: 18,
        cents: 3000, // 3000.3; rounding each by itself would come to 1167 + 1834 = 3001
        chargeIds: [1, 2],
      }),
    ])
  })

  const anyCharges = fc.uniqueArray(
    fc.record({
      id: fc.nat(),
      kind: fc.constantFrom('research' as const, 'pages' as const, 'parcel' as const, 'testimony' as const),
      quantity: fc.integer({ min: 1, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 12, selector: (one) => one.id },
  )
  const anySchedule = fc.record({ hour: fc.nat(100_000), page: fc.nat(1000), parcel: fc.nat(10_000) })

  test('a kind’s lines come to its quantities together, rounded once, and no charge is lost or billed twice', () => {
    fc.assert(
      fc.property(anyCharges, anySchedule, (of, { hour, page, parcel }) => {
        const schedule: FeeSchedule = {
          ...publishedSchedule,
          researchCentsPerHour: cents(hour),
          pageCents: cents(page),
          parcelCents: cents(parcel),
          testimonyCentsPerHour: cents(hour + 1),
        }
        const charges = of.map(charge)
        const lines = draftLines(charges, schedule)
        if (!lines.ok) throw new Error(lines.refusal.sentence)
        expect(lines.value.flatMap((line) => line.chargeIds).sort()).toEqual(
          charges.map((one) => one.id).sort(),
        )
        expect(lines.value.map((line) => line.ordinal)).toEqual(lines.value.map((_, index) => index + 1))
        for (const kind of ['research', 'pages', 'parcel', 'testimony'] as const) {
          const quantity = charges
            .filter((one) => one.kind === kind)
            .reduce((sum, one) => sum + one.quantity, 0)
          const rate = rateOf(kind, schedule)
          if (rate === null) throw new Error('All four have a rate here')
          expect(totalOf(lines.value.filter((line) => line.kind === kind))).toBe(rateTimes(rate, quantity))
        }
      }),
    )
  })
})

describe('what cannot be invoiced', () => {
  test.each([
    { name: 'nothing at all', charges: [], kind: 'nothing-to-invoice' },
    { name: 'testimony without a rate', charges: work(10, 0, 0, 60), kind: 'testimony-needs-a-rate' },
    {
      name: 'a page that costs nothing',
      charges: [charge({ kind: 'other', cents: cents(0) })],
      kind: 'total-not-positive',
    },
    {
      name: 'more given back than billed',
      charges: [charge({ quantity: 1 }), charge({ id: 2, kind: 'other', cents: cents(-151) })],
      kind: 'total-not-positive',
    },
  ])('$name is refused: $kind', ({ charges, kind }) => {
    const draft = draftInvoice(charges, publishedSchedule)
    expect(draft).toMatchObject({ ok: false, refusal: { kind, sentence: expect.stringMatching(/\.$/) } })
  })

  test.each([0, -5, 1.5, Number.NaN])('%s minutes are a broken row, not a refusal', (quantity) => {
    expect(() => draftLines([charge({ quantity })], publishedSchedule)).toThrow(RangeError)
  })

  test('a free line without an amount is a broken row', () => {
    expect(() => draftLines([charge({ kind: 'other', cents: null })], publishedSchedule)).toThrow(RangeError)
  })

  test('a testimony rate of nothing is a rate', () => {
    const free: FeeSchedule = { ...publishedSchedule, testimonyCentsPerHour: cents(0) }
    expect(accepted(work(10, 0, 0, 60), free).total).toBe(1500)
  })
})
