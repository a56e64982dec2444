import type { Cents } from '#lib/money.ts'
import { accept, type Result } from '#lib/result.ts'
import { type ChargeFacts, draftLines, type InvoiceLine, totalOf } from './lines.ts'
import { refuse } from './refusals.ts'
import type { FeeSchedule } from './schedule.ts'

/** An invoice before it has a number: lines and total, of charges that are nobody's paper yet. */
export type DraftInvoice = { readonly lines: readonly InvoiceLine[]; readonly total: Cents }

/** Turns unbilled charges into what an invoice would say; refused when there is nothing to pay. */
export function draftInvoice(
  charges: readonly ChargeFacts[],
  schedule: FeeSchedule,
): Result<DraftInvoice, 'nothing-to-invoice' | 'testimony-needs-a-rate' | 'total-not-positive'> {
  const lines = draftLines(charges, schedule)
  if (!lines.ok) return lines
  const total = totalOf(lines.value)
  if (total <= 0) return refuse('total-not-positive', { total })
  return accept({ lines: lines.value, total })
}
