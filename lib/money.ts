/** US money in whole cents: the only money type here. No floats, no currency field. */
export type Cents = number & { readonly unit: 'cents' }

/** What a rate counts. Time is whole minutes, whatever the rate is called. */
export type RateUnit = 'minute' | 'page' | 'parcel' | 'mile' | 'item'

/** Whole cents for whole units: 9000 for 60 minutes, 25 for 1 page, 725 for 10 miles. */
export type Rate = { readonly cents: Cents; readonly per: number; readonly unit: RateUnit }

/** @throws RangeError unless `n` is a safe integer. Half a cent is a bug, never a rounding choice. */
export function cents(n: number): Cents {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not whole cents: ${n}`)
  return (n === 0 ? 0 : n) as Cents // no minus zero
}

export const zeroCents = cents(0)

/** @throws RangeError when the sum is no longer a safe integer. */
export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => cents(sum + amount), 0))
}

/** `a − b`. @throws RangeError when the difference is no longer a safe integer. */
export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(a - b)
}

/**
 * What a quantity costs at a rate, rounded once, half a cent up.
 *
 * Units:  `quantity` in the rate's unit, whole and not negative; the answer in cents.
 * Errors: RangeError for a fractional or negative quantity or rate, or an amount beyond safe integers.
 * Rule:   integer arithmetic only; no float decides about half a cent.
 */
export function rateTimes(rate: Rate, quantity: number): Cents {
  if (!Number.isSafeInteger(quantity) || quantity < 0)
    throw new RangeError(`Not a whole quantity: ${quantity}`)
  if (!Number.isSafeInteger(rate.per) || rate.per < 1) throw new RangeError(`Not a whole unit: ${rate.per}`)
  if (rate.cents < 0) throw new RangeError(`Not a rate: ${rate.cents}`)
  const product = cents(rate.cents * quantity)
  const rest = product % rate.per
  return cents((product - rest) / rate.per + (rest >= rate.per - rest ? 1 : 0))
}

/** "$1,063.00"; below zero "−$45.00" with a true minus sign (U+2212). */
export function formatMoney(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const dollars = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '−' : ''}$${dollars}.${digits.slice(-2)}`
}

/**
 * Reads what a person types: "$1,234.50", "1234.5", "12", ".25", "−$3.00". Dollars and a decimal point only.
 * Null for everything else, a decimal comma and a third decimal included, and for more than safe integers hold.
 */
export function parseMoney(text: string): Cents | null {
  const found = /^([-−])?\$?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,2}))?$/u.exec(text.trim())
  if (!found) return null
  const [, minus, dollars, decimals] = found
  if (dollars === undefined && decimals === undefined) return null
  const amount = Number((dollars ?? '').replaceAll(',', '') + (decimals ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return null
  return cents(minus ? -amount : amount)
}
