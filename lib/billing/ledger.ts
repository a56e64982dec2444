import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { addCents, type Cents } from '#lib/money.ts'

/** Something that changed what is owed on an invoice: above zero adds to it, below takes off. */
export type LedgerEntry = {
  readonly on: CalendarDate
  /** Orders what happened on one day. */
  readonly at: Instant
  readonly what: string
  readonly under: string
  readonly amount: Cents
}

export type LedgerRow = LedgerEntry & { readonly balance: Cents }

/** The money of an invoice in the order in which it came, with what was left after each. */
export function ledger(entries: readonly LedgerEntry[]): LedgerRow[] {
  const ordered = [...entries].sort((a, b) => a.at - b.at)
  const rows: LedgerRow[] = []
  for (const entry of ordered) {
    const before = rows.at(-1)?.balance
    rows.push({ ...entry, balance: before === undefined ? entry.amount : addCents(before, entry.amount) })
  }
  return rows
}
