import { type CalendarDate, latest } from '#lib/calendar/date.ts'
import { kindsOf } from '#lib/kinds.ts'
import { addCents, type Cents, type Rate, type RateUnit, rateTimes } from '#lib/money.ts'
import { accept, type Result } from '#lib/result.ts'
import { refuse } from './refusals.ts'
import { type ChargeKind, type FeeSchedule, rateOf } from './schedule.ts'

/** Work or a cost that is not billed yet. */
export type ChargeFacts = {
  readonly id: number
  readonly kind: ChargeKind
  readonly on: CalendarDate
  readonly description: string
  /** Minutes of research or testimony, pages, parcels; for a free line how many pieces its amount is for. */
  readonly quantity: number
  /** The amount of a free line ("other"), below zero for one that gives back; null for what has a rate. */
  readonly cents: Cents | null
}

export type InvoiceLine = {
  readonly ordinal: number
  readonly kind: ChargeKind
  readonly on: CalendarDate
  readonly description: string
  readonly quantity: number
  readonly unit: RateUnit
  readonly rate: { readonly cents: Cents; readonly per: number } | null
  readonly cents: Cents
  readonly chargeIds: readonly number[]
}

type Line = Omit<InvoiceLine, 'ordinal'>

/**
 * The lines that a set of charges makes at a schedule, by kind and day.
 *
 * Units:  quantities in minutes, pages and parcels; amounts in cents.
 * Rule:   a kind's quantities are added first and rounded once. Where every charge of the kind comes out in whole
 *         cents, each has its own line and the sum is the same; otherwise the kind is one line that lists the work.
 * Errors: RangeError for a quantity that is not a positive whole number, or a free line without an amount.
 * Source: the civil subpoena policy, $90.00 an hour, $0.25 a page, $22.00 by Federal Express.
 */
export function draftLines(
  charges: readonly ChargeFacts[],
  schedule: FeeSchedule,
): Result<InvoiceLine[], 'nothing-to-invoice' | 'testimony-needs-a-rate'> {
  if (charges.length === 0) return refuse('nothing-to-invoice')
  const lines: Line[] = []
  for (const kind of kindsOf('chargeKinds')) {
    const ofKind = charges.filter((charge) => charge.kind === kind).sort(byDay)
    const rate = rateOf(kind, schedule)
    if (ofKind.length === 0) continue
    if (kind === 'testimony' && rate === null) return refuse('testimony-needs-a-rate')
    lines.push(...(rate === null ? ofKind.map(freeLine) : ratedLines(ofKind, rate)))
  }
  return accept(lines.map((line, index) => ({ ordinal: index + 1, ...line })))
}

/** What the lines come to. */
export function totalOf(lines: readonly { readonly cents: Cents }[]): Cents {
  return addCents(...lines.map((line) => line.cents))
}

function byDay(a: ChargeFacts, b: ChargeFacts): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.id - b.id
}

function ratedLines(charges: readonly ChargeFacts[], rate: Rate): Line[] {
  const allWhole = charges.every((charge) => (rate.cents * positive(charge.quantity)) % rate.per === 0)
  return allWhole ? charges.map((charge) => ratedLine([charge], rate)) : [ratedLine(charges, rate)]
}

function ratedLine(charges: readonly ChargeFacts[], { cents, per, unit }: Rate): Line {
  const [first, ...others] = charges
  if (first === undefined) throw new RangeError('A line needs a charge')
  const quantity = positive(charges.reduce((sum, charge) => sum + charge.quantity, 0))
  return {
    kind: first.kind,
    on: latest(first.on, ...others.map((charge) => charge.on)),
    description: [...new Set(charges.map((charge) => charge.description))].join('; '),
    quantity,
    unit,
    rate: { cents, per },
    cents: rateTimes({ cents, per, unit }, quantity),
    chargeIds: charges.map((charge) => charge.id),
  }
}

function freeLine({ id, kind, on, description, quantity, cents }: ChargeFacts): Line {
  if (cents === null) throw new RangeError(`Charge ${id} has neither a rate nor an amount`)
  return {
    kind,
    on,
    description,
    quantity: positive(quantity),
    unit: 'item',
    rate: null,
    cents,
    chargeIds: [id],
  }
}

function positive(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new RangeError(`Not a quantity to bill: ${quantity}`)
  return quantity
}
