import type { Actor } from '#lib/access/actor.ts'
import { refuse } from '#lib/import/refusals.ts'
import type { Sheet } from '#lib/import/sheet.ts'
import { importInvoices } from '../commands/import/invoices.ts'
import { importRequesters } from '../commands/import/requesters.ts'
import { importSubpoenas } from '../commands/import/subpoenas.ts'
import { reader } from '../tx.ts'
import { type AskedSheet, invoicesIn, openSheet, requestersIn, subpoenasIn } from './sheets.ts'

/** Imports a kept sheet as it was shown: read anew, and handed to its command row by row. */
export async function importSheet(actor: Actor, asked: AskedSheet, options: { submission?: string }) {
  const open = await openSheet(reader(), actor, asked)
  if (!open.ok) return open
  const { text } = open.value.decoded
  const { kind, file, dates, serviceMethod } = asked
  if (kind === 'requesters') {
    const sheet = requestersIn(text, dates)
    return atFault(sheet) ?? importRequesters(actor, { file, rows: [...sheet.rows] }, options)
  }
  if (kind === 'invoices') {
    const sheet = invoicesIn(text, dates)
    return atFault(sheet) ?? importInvoices(actor, { file, rows: [...sheet.rows] }, options)
  }
  const sheet = subpoenasIn(text, dates)
  return atFault(sheet) ?? importSubpoenas(actor, { file, serviceMethod, rows: [...sheet.rows] }, options)
}

const atFault = ({ faults }: Sheet<unknown>) =>
  faults.length > 0 ? refuse('rows-at-fault', { faults: faults.slice(0, 100) }) : null
