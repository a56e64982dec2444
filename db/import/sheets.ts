import { type Actor, caseReaders, isPermitted } from '#lib/access/actor.ts'
import type { Decoded } from '#lib/csv/decode.ts'
import { spreadsheetType } from '#lib/file/paper_type.ts'
import { type ImportKind, mayImport } from '#lib/import/access.ts'
import type { DateOrder } from '#lib/import/date.ts'
import { type InvoiceInSheet, invoiceColumns, invoiceRow } from '#lib/import/invoices.ts'
import { type RequesterInSheet, requesterColumns, requesterRow } from '#lib/import/requesters.ts'
import { readSheet, type Sheet } from '#lib/import/sheet.ts'
import { type SubpoenaInSheet, subpoenaColumns, subpoenaRow } from '#lib/import/subpoenas.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { Result } from '#lib/result.ts'
import { accept } from '#lib/result.ts'
import { readSpreadsheet } from '../files/spreadsheet.ts'
import { type FileRow, fileRow } from '../files.ts'
import { refuse } from '../refusals.ts'
import type { On } from '../tx.ts'

/** A sheet that was kept, and how it is to be read. */
export type AskedSheet = {
  readonly kind: ImportKind
  readonly file: string
  readonly dates: DateOrder
  readonly serviceMethod: KindOf<'serviceMethods'>
}

export type OpenSheet = { readonly file: FileRow; readonly decoded: Decoded }

/**
 * A kept sheet, for who may import its kind. A sheet of subpoenas says what only the case may: who does not see cases
 * opens none but their own.
 */
export async function openSheet(
  on: On,
  actor: Actor,
  { kind, file: sha256 }: AskedSheet,
): Promise<Result<OpenSheet>> {
  if (!isPermitted(actor, mayImport[kind])) return refuse('not-permitted')
  const file = await fileRow(on, sha256)
  const isTheirs = file?.storedById === actor.id || isPermitted(actor, caseReaders)
  if (!file || file.contentType !== spreadsheetType || !isTheirs) return refuse('no-such-file', {}, 'file')
  return accept({ file, decoded: await readSpreadsheet(sha256) })
}

export const requestersIn = (text: string, dates: DateOrder): Sheet<RequesterInSheet> =>
  readSheet(text, requesterColumns, requesterRow, dates)

export const subpoenasIn = (text: string, dates: DateOrder): Sheet<SubpoenaInSheet> =>
  readSheet(text, subpoenaColumns, subpoenaRow, dates)

export const invoicesIn = (text: string, dates: DateOrder): Sheet<InvoiceInSheet> =>
  readSheet(text, invoiceColumns, invoiceRow, dates)
