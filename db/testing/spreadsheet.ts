import type { Actor } from '#lib/access/actor.ts'
import { invoiceColumns, invoiceRow } from '#lib/import/invoices.ts'
import { requesterColumns, requesterRow } from '#lib/import/requesters.ts'
import { readSheet } from '#lib/import/sheet.ts'
import { subpoenaColumns, subpoenaRow } from '#lib/import/subpoenas.ts'
import { importInvoices } from '../commands/import/invoices.ts'
import { importRequesters } from '../commands/import/requesters.ts'
import { importSubpoenas } from '../commands/import/subpoenas.ts'
import { keepSpreadsheet } from '../files/spreadsheet.ts'

/** Keeps a sheet of these words; returns its hash. */
export async function sheetInTest(actor: Actor, text: string): Promise<string> {
  const kept = await keepSpreadsheet(actor, { name: 'log.csv', bytes: new TextEncoder().encode(text) })
  if (!kept.ok) throw new Error(kept.refusal.sentence)
  return kept.value.sha256
}

/** Imports the rows of a sheet of subpoenas, as the page does. */
export async function importedSubpoenas(actor: Actor, text: string) {
  const file = await sheetInTest(actor, text)
  const { rows, faults } = readSheet(text, subpoenaColumns, subpoenaRow, 'unstated')
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return importSubpoenas(actor, { file, serviceMethod: 'mail', rows: [...rows] })
}

/** The same for requesters. */
export async function importedRequesters(actor: Actor, text: string) {
  const file = await sheetInTest(actor, text)
  const { rows, faults } = readSheet(text, requesterColumns, requesterRow, 'unstated')
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return importRequesters(actor, { file, rows: [...rows] })
}

/** The same for invoices with a balance. */
export async function importedInvoices(actor: Actor, text: string) {
  const file = await sheetInTest(actor, text)
  const { rows, faults } = readSheet(text, invoiceColumns, invoiceRow, 'unstated')
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return importInvoices(actor, { file, rows: [...rows] })
}
