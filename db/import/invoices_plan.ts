import { ne } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type InvoiceInSheet, invoiceColumns as sheetColumns } from '#lib/import/invoices.ts'
import type { Fault } from '#lib/import/sheet.ts'
import { unprintable } from '../printed.ts'
import { invoices, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import { knownRequesters } from './known_requesters.ts'

export type PlannedInvoice = {
  readonly row: InvoiceInSheet
  readonly subpoena: { readonly id: number; readonly reference: string }
  readonly billToId: number
}

export type InvoicesPlan = {
  readonly faults: readonly Fault[]
  readonly planned: readonly PlannedInvoice[]
  /** Nothing is owed on them. */
  readonly settled: readonly InvoiceInSheet[]
}

/** What an import of these rows would do, asked by the page that shows it and by the command that does it. */
export async function planInvoices(
  on: On,
  rows: readonly InvoiceInSheet[],
  today: CalendarDate,
): Promise<InvoicesPlan> {
  const requesters = await knownRequesters(on)
  const subpoenaOf = await subpoenasByName(on)
  const imported = await on
    .select({ number: invoices.number, formerNumber: invoices.formerNumber })
    .from(invoices)
    .where(ne(invoices.formerNumber, ''))
  const known = new Map(imported.map((row) => [row.formerNumber.toLowerCase(), row.number]))
  const before = new Map<string, number>()
  const faults: Fault[] = []
  const planned: PlannedInvoice[] = []
  for (const row of rows.filter(({ balance }) => balance > 0)) {
    const found: Fault[] = []
    const fault = (field: string, sentence: string) =>
      found.push({ row: row.row, column: sheetColumns[field]?.label ?? field, sentence })
    const key = row.formerNumber.toLowerCase()
    const [twice, number] = [before.get(key), known.get(key)]
    if (twice) fault('formerNumber', `Row ${twice} has the same number.`)
    if (number) fault('formerNumber', `It was imported before, as ${number}.`)
    before.set(key, row.row)
    const noGlyph = unprintable({ formerNumber: row.formerNumber })
    if (noGlyph) fault('formerNumber', noGlyph.refusal.sentence)
    const subpoena = subpoenaOf.get(row.subpoena.toLowerCase())
    if (!subpoena) fault('subpoena', `There is no subpoena ${row.subpoena}. Import the subpoenas first.`)
    const billed = row.requester ? requesters.find(row.requester, '') : null
    if (row.requester && !billed)
      fault('requester', `There is no requester ${row.requester}. Import the requesters first.`)
    if (row.issuedOn > today) fault('issuedOn', 'It cannot have been issued later than today.')
    if (row.receivedOn && row.receivedOn > today)
      fault('receivedOn', 'It cannot have been received later than today.')
    if (row.receivedOn && row.receivedOn < row.issuedOn)
      fault('receivedOn', 'It was not issued yet on that day.')
    if (row.dueOn && row.dueOn < row.issuedOn) fault('dueOn', 'It was not issued yet on that day.')
    if (row.total !== undefined && row.balance > row.total)
      fault('balance', 'More is left than was asked for.')
    faults.push(...found)
    if (found.length === 0 && subpoena)
      planned.push({ row, subpoena, billToId: billed?.id ?? subpoena.billToId })
  }
  return { faults, planned, settled: rows.filter(({ balance }) => balance === 0) }
}

async function subpoenasByName(on: On) {
  const rows = await on
    .select({
      id: subpoenas.id,
      reference: subpoenas.reference,
      formerReference: subpoenas.formerReference,
      billToId: subpoenas.billToId,
    })
    .from(subpoenas)
  const found = new Map(rows.map((row) => [row.reference.toLowerCase(), row]))
  for (const row of rows) if (row.formerReference) found.set(row.formerReference.toLowerCase(), row)
  return found
}
