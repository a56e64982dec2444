import { minutesWords } from '#lib/billing/quantity.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { daysBetween, yearOf } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import { weekdayName } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { plainDay } from '#lib/letters/dates.ts'
import { addCents, type Cents, formatMoney } from '#lib/money.ts'
import type { PrintedLine } from './invoice_facts.ts'

/** "1 h 15 min" for work, "37" for what is counted; nothing for a free line of one piece. */
export function quantityWords({ kind, quantity, rate }: PrintedLine): string {
  if (isTime(kind)) return minutesWords(quantity)
  if (rate === null && quantity === 1) return ''
  return quantity.toLocaleString('en-US')
}

/** "$90.00 / h", "$6.00 / 15 min", "$0.25"; nothing for a free line. */
export function rateWords({ kind, rate }: PrintedLine): string {
  if (rate === null) return ''
  const money = formatMoney(rate.cents)
  if (!isTime(kind)) return rate.per === 1 ? money : `${money} / ${rate.per}`
  return rate.per === 60 ? `${money} / h` : `${money} / ${rate.per} min`
}

function isTime(kind: PrintedLine['kind']): boolean {
  return kind === 'research' || kind === 'testimony'
}

/** "Jan 6" when a column has one year at its head, else "Jan 6, 2026". */
export function dayInColumn(on: CalendarDate, oneYear: boolean): string {
  const [monthAndDay = '', year = ''] = plainDay(on, 'en').split(', ')
  const [month = '', day = ''] = monthAndDay.split(' ')
  const short = `${month.slice(0, 3)} ${day}`
  return oneYear ? short : `${short}, ${year}`
}

/** The year that all lines are of; null when they are of several. */
export function commonYear(lines: readonly PrintedLine[]): number | null {
  const years = new Set(lines.map(({ on }) => yearOf(on)))
  return years.size === 1 ? ([...years][0] ?? null) : null
}

/** "Research $382.50, pages $9.25, Federal Express $44.00"; nothing when there is one kind only. */
export function sumsByKind(lines: readonly PrintedLine[]): string {
  const kinds = [...new Set(lines.map(({ kind }) => kind))]
  if (kinds.length < 2) return ''
  const sums = kinds.map((kind) => {
    const sum = addCents(...lines.filter((line) => line.kind === kind).map(({ cents }): Cents => cents))
    const name = labelOf('chargeKinds', kind)
    return `${kind === 'parcel' ? name : name.toLowerCase()} ${formatMoney(sum)}`
  })
  const words = sums.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Why a due day is not simply day 15: ": day 15 is a Saturday, and Monday is Presidents’ Day". */
export function dueReason({ value, derivation }: Derived<CalendarDate>): string {
  const start = derivation.steps.find(({ kind }) => kind === 'anchor')?.on
  const skipped = derivation.steps.filter(({ kind }) => kind === 'skipped')
  const [first] = skipped
  if (!start || !first || first.on === value) return ''
  const holidays = skipped.slice(1).filter(({ on, note }) => note !== weekdayName(on))
  const reasons = [
    `day ${daysBetween(start, first.on)} is ${first.note === weekdayName(first.on) ? `a ${first.note}` : first.note}`,
    ...holidays.map(({ on, note }) => `${weekdayName(on)} is ${note}`),
  ]
  return `: ${reasons.length > 1 ? `${reasons.slice(0, -1).join(', ')}, and ${reasons.at(-1)}` : reasons[0]}`.replaceAll(
    "'",
    '’',
  )
}
