import { hashOf } from '#db/history.ts'
import { pdfOf } from '#db/testing/upload.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import type { Ground, Progress } from './case.ts'
import type { Insert, Row } from './insert.ts'

/** The office's day, near enough: Pacific time without the hour of summer. */
export const dayOn = (at: number) => new Date(at - 8 * 3_600_000).toISOString().slice(0, 10)
const paperBytes = pdfOf('A paper of the bench')
const paperHash = hashOf(paperBytes)
const derivation = JSON.stringify({
  ...{ rule: 'due-from-receipt', version: 1, source: 'The civil subpoena policy', calendars: [], steps: [] },
})

/** One of our own papers, as small as one can be. */
export function insertPaper(insert: Insert, kind: string, subpoenaId: number, at: Instant): number {
  return insert('papers', {
    ...{ kind, subpoena_id: subpoenaId, language: 'en', sha256: paperHash, layout: 1, pages: 1 },
    ...{ bytes: paperBytes, created_at: at },
  })
}

type Answered = {
  readonly id: number
  readonly targetId: number
  readonly requesterId: number
  readonly reference: string
  readonly progress: Progress
  /** So many days after its receipt. */
  readonly at: (daysLater: number) => Instant
}

type Line = { kind: string; quantity: number; cents: number; rate_cents: number; rate_per: number }

/** What was researched, released, shipped, billed and, where it came so far, paid. */
export function insertAnswer(
  { insert, tell, people, next }: Ground,
  { id, targetId, requesterId, reference, progress, at }: Answered,
): void {
  const by = { by_id: people.worker }
  const day = (daysLater: number) => dayOn(at(daysLater))
  const told = (command: string, daysLater: number, sentence: string, invoiceId?: number) =>
    tell({ at: at(daysLater), actorId: people.worker, command, subpoenaId: id, invoiceId, sentence })
  const researchId = insert('research_entries', {
    ...{ subpoena_id: id, number: 1, person_id: people.worker, worked_on: day(20), minutes: 60 },
    ...{ searched: 'Accounts and logs.', at: at(20) },
  })
  const productionId = insert('productions', {
    ...{ subpoena_id: id, number: 1, kind: 'records', pages: 20, prepared_at: at(20) },
    prepared_by_id: people.worker,
  })
  const description = 'Account record'
  insert('production_items', { production_id: productionId, target_id: targetId, description, pages: 20 })
  told('release-production', 21, 'Released production 1')
  const shipmentId = insert('shipments', {
    ...{ production_id: productionId, number: 1, method: 'fedex', tracking_number: '8817 0042 1190' },
    ...{ sent_to: 'Oakhurst Tarn LLP', sent_on: day(21), delivered_on: day(22), at: at(21), ...by },
  })
  const total = 9000 + 500 + 2200
  const number = `INV-${day(22).slice(0, 4)}-${String(next(`invoice-${day(22).slice(0, 4)}`)).padStart(5, '0')}`
  const invoiceId = insert('invoices', {
    ...{ number, year: Number(day(22).slice(0, 4)), sequence: Number(number.slice(9)), subpoena_id: id },
    ...{ bill_to_id: requesterId, fee_schedule_id: 1, total_cents: total, due_days: 15 },
    ...{ issued_on: day(22), issued_at: at(22), issued_by_id: people.worker },
    paper_id: insertPaper(insert, 'invoice', id, at(22)),
  })
  const lines: (Row & Line)[] = [
    {
      kind: 'research',
      quantity: 60,
      rate_cents: 9000,
      rate_per: 60,
      cents: 9000,
      research_entry_id: researchId,
    },
    { kind: 'pages', quantity: 20, rate_cents: 25, rate_per: 1, cents: 500, production_id: productionId },
    { kind: 'parcel', quantity: 1, rate_cents: 2200, rate_per: 1, cents: 2200, shipment_id: shipmentId },
  ]
  for (const [index, { rate_cents, rate_per, cents, ...charge }] of lines.entries()) {
    insert('charges', {
      ...{ subpoena_id: id, number: index + 1, worked_on: day(21), description: charge.kind, ...charge },
      ...{ invoice_id: invoiceId, at: at(21), ...by },
    })
    insert('invoice_lines', {
      ...{ invoice_id: invoiceId, ordinal: index + 1, kind: charge.kind, worked_on: day(21) },
      ...{ description: charge.kind, quantity: charge.quantity, rate_cents, rate_per, cents },
    })
  }
  told('issue-invoice', 22, `Issued ${number} for $117.00`, invoiceId)
  insert('invoice_sendings', {
    ...{
      invoice_id: invoiceId,
      method: 'fedex',
      tracking_number: '8817',
      sent_on: day(22),
      at: at(22),
      ...by,
    },
  })
  insert('invoice_receipts', {
    ...{ invoice_id: invoiceId, received_on: day(23), basis: 'fedex-delivered', reason: '' },
    ...{ due_on: day(38), derivation, at: at(23), ...by },
  })
  if (progress === 'closed') {
    const paymentId = insert('payments', {
      ...{ number: `P-${String(next('payment')).padStart(5, '0')}`, requester_id: requesterId },
      ...{ check_number: reference, payer: 'Oakhurst Tarn LLP', cents: total, received_on: day(30) },
      ...{ at: at(30), ...by },
    })
    insert('allocations', {
      ...{ payment_id: paymentId, invoice_id: invoiceId, cents: total, on_date: day(30), at: at(30), ...by },
    })
    told('record-payment', 30, `Recorded check ${reference}, $117.00`, invoiceId)
  }
  insert('decisions', {
    ...{ subpoena_id: id, kind: 'closed', reason: '', deficiencies: '[]', decided_on: day(31), at: at(31) },
    ...by,
  })
  told('close-subpoena', 31, 'Closed')
}
