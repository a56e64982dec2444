import type { InvoiceState } from './balance.ts'

/** How a subpoena stands with its money: the most pressing of its invoices and of its work not billed yet. */
export type SubpoenaBilling = InvoiceState | 'none' | 'unbilled'

/** The first that is true speaks for the subpoena. Paid only when nothing of it was written off. */
const precedence = ['overdue', 'due', 'awaiting-receipt', 'unbilled', 'written-off', 'paid'] as const

export function subpoenaBilling(invoices: readonly InvoiceState[], hasUnbilled: boolean): SubpoenaBilling {
  const present = new Set<SubpoenaBilling>(invoices)
  if (hasUnbilled) present.add('unbilled')
  return precedence.find((state) => present.has(state)) ?? 'none'
}
