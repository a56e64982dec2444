import { z } from 'zod'
import * as fields from '#lib/input.ts'
import type { Cents } from '#lib/money.ts'
import { asDay, asLine, asMoney, type Column } from './column.ts'

const amount = (least: number, words: string) =>
  z
    .int('An amount in dollars and cents.')
    .min(least, words)
    .max(1_000_000_000, 'At most $10,000,000.00.')
    .refine((value): value is Cents => true)

/** What is left of an invoice that was issued before this program was used, as an old spreadsheet has it. */
export const invoiceRow = z.strictObject({
  row: fields.wholeNumber(1, 1_000_000),
  /** What the old spreadsheet called it. */
  formerNumber: fields.neededLine(60),
  /** Its subpoena, by our reference or by the old one. */
  subpoena: fields.neededLine(60),
  /** Who is billed, where that is not who pays for the subpoena: by our number, by the old one, or by name. */
  requester: fields.line(200).optional(),
  issuedOn: fields.calendarDate,
  receivedOn: fields.calendarDate.optional(),
  dueOn: fields.calendarDate.optional(),
  total: amount(0, 'An amount below zero is no total.').optional(),
  /** Nothing owed: the row stays out. */
  balance: amount(0, 'An amount below zero is no balance: a credit is recorded as a payment.'),
})

export type InvoiceInSheet = z.infer<typeof invoiceRow>

const column = (as: Column['as'], label: string, names: readonly string[], isNeeded = false): Column => ({
  ...{ label, names, isNeeded, as },
})

export const invoiceColumns: Readonly<Record<string, Column>> = {
  formerNumber: column(asLine, 'invoice number', ['invoice', 'invoice no', 'number', 'no', 'inv'], true),
  subpoena: column(
    asLine,
    'subpoena',
    ['our number', 'reference', 'ref', 'our ref', 'subpoena number', 'file number', 'log number', 'job'],
    true,
  ),
  requester: column(asLine, 'billed to', [
    'bill to',
    'requester',
    'firm',
    'law firm',
    'client',
    'customer',
    'payer',
  ]),
  issuedOn: column(asDay, 'issued on', ['issued', 'date', 'invoice date', 'invoiced on', 'billed on'], true),
  receivedOn: column(asDay, 'received on', ['received', 'receipt', 'delivered on']),
  dueOn: column(asDay, 'due on', ['due', 'due date', 'payable by']),
  total: column(asMoney, 'total', ['amount', 'invoice total', 'invoice amount', 'billed']),
  balance: column(
    asMoney,
    'balance',
    ['balance due', 'open', 'owed', 'outstanding', 'amount due', 'left'],
    true,
  ),
}
