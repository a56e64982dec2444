import { expect, test } from 'vitest'
import type { InvoiceState } from './balance.ts'
import { subpoenaBilling } from './state.ts'

test.each<{ invoices: InvoiceState[]; unbilled: boolean; says: string }>([
  { invoices: [], unbilled: false, says: 'none' },
  { invoices: [], unbilled: true, says: 'unbilled' },
  { invoices: ['paid'], unbilled: false, says: 'paid' },
  { invoices: ['paid', 'written-off'], unbilled: false, says: 'written-off' },
  { invoices: ['paid'], unbilled: true, says: 'unbilled' },
  { invoices: ['written-off'], unbilled: true, says: 'unbilled' },
  { invoices: ['awaiting-receipt'], unbilled: true, says: 'awaiting-receipt' },
  { invoices: ['paid', 'due', 'awaiting-receipt'], unbilled: true, says: 'due' },
  { invoices: ['due', 'overdue', 'paid'], unbilled: true, says: 'overdue' },
])(
  'invoices $invoices and unbilled work $unbilled: the subpoena is $says',
  ({ invoices, unbilled, says }) => {
    expect(subpoenaBilling(invoices, unbilled)).toBe(says)
    expect(subpoenaBilling(invoices.toReversed(), unbilled)).toBe(says)
  },
)
