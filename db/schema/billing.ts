import type { Derivation } from '#lib/calendar/derivation.ts'
import type { KindOf } from '#lib/kinds.ts'
import { cents, date, id, instant, int, json, primaryKey, table, text } from '../columns.ts'

export const charges = table('charges', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  kind: text<KindOf<'chargeKinds'>>().notNull(),
  workedOn: date().notNull(),
  description: text().notNull(),
  quantity: int().notNull(),
  cents: cents(),
  researchEntryId: int(),
  productionId: int(),
  shipmentId: int(),
  invoiceId: int(),
  droppedAt: instant(),
  droppedById: int(),
  droppedWhy: text().notNull().default(''),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const invoices = table('invoices', {
  id: id(),
  number: text().notNull(),
  year: int().notNull(),
  sequence: int().notNull(),
  subpoenaId: int().notNull(),
  billToId: int().notNull(),
  feeScheduleId: int().notNull(),
  totalCents: cents().notNull(),
  dueDays: int().notNull(),
  issuedOn: date().notNull(),
  issuedAt: instant().notNull(),
  issuedById: int().notNull(),
  paperId: int().notNull(),
  /** Null: it was issued here. Else it is an opening balance, and its year is 0. */
  importId: int(),
  formerNumber: text().notNull().default(''),
})

export const invoiceLines = table(
  'invoice_lines',
  {
    invoiceId: int().notNull(),
    ordinal: int().notNull(),
    kind: text<KindOf<'chargeKinds'>>().notNull(),
    workedOn: date().notNull(),
    description: text().notNull(),
    quantity: int().notNull(),
    rateCents: cents(),
    ratePer: int(),
    cents: cents().notNull(),
  },
  (row) => [primaryKey({ columns: [row.invoiceId, row.ordinal] })],
)

export const invoiceSendings = table('invoice_sendings', {
  id: id(),
  invoiceId: int().notNull(),
  method: text<KindOf<'shipmentMethods'>>().notNull(),
  trackingNumber: text().notNull(),
  sentOn: date().notNull(),
  outboxId: int(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const invoiceReceipts = table('invoice_receipts', {
  id: id(),
  invoiceId: int().notNull(),
  receivedOn: date().notNull(),
  basis: text<KindOf<'receiptBases'>>().notNull(),
  /** Why another day than the one recorded before; empty for the first. */
  reason: text().notNull(),
  dueOn: date().notNull(),
  derivation: json<Derivation>().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const payments = table('payments', {
  id: id(),
  number: text().notNull(),
  requesterId: int().notNull(),
  checkNumber: text().notNull(),
  payer: text().notNull(),
  cents: cents().notNull(),
  receivedOn: date().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const allocations = table('allocations', {
  id: id(),
  paymentId: int().notNull(),
  invoiceId: int().notNull(),
  cents: cents().notNull(),
  onDate: date().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const paymentReversals = table('payment_reversals', {
  paymentId: int().primaryKey(),
  reason: text().notNull(),
  onDate: date().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const creditMemos = table('credit_memos', {
  id: id(),
  number: text().notNull(),
  year: int().notNull(),
  sequence: int().notNull(),
  invoiceId: int().notNull(),
  cents: cents().notNull(),
  reason: text().notNull(),
  issuedOn: date().notNull(),
  paperId: int().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const writeOffs = table('write_offs', {
  id: id(),
  invoiceId: int().notNull(),
  cents: cents().notNull(),
  reason: text().notNull(),
  askedAt: instant().notNull(),
  askedById: int().notNull(),
  decision: text<'approved' | 'refused'>(),
  decisionReason: text().notNull().default(''),
  decidedOn: date(),
  decidedAt: instant(),
  decidedById: int(),
})
