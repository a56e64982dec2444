import { desc, eq, inArray } from 'drizzle-orm'
import { type Actor, isPermitted, mustBe } from '#lib/access/actor.ts'
import type { Decoded } from '#lib/csv/decode.ts'
import { type ImportKind, mayImport } from '#lib/import/access.ts'
import type { Fault, Sheet } from '#lib/import/sheet.ts'
import { kindsOf } from '#lib/kinds.ts'
import { formatMoney } from '#lib/money.ts'
import { accept, type Result } from '#lib/result.ts'
import { planInvoices } from '../import/invoices_plan.ts'
import { planRequesters } from '../import/requesters_plan.ts'
import { type AskedSheet, invoicesIn, openSheet, requestersIn, subpoenasIn } from '../import/sheets.ts'
import { planSubpoenas } from '../import/subpoenas_plan.ts'
import { theOffice } from '../open_office.ts'
import { imports, people } from '../schema.ts'
import { reader } from '../tx.ts'
import { officeZone, todayOf } from './office.ts'

/** The kinds of sheet that an actor may import. */
export const kindsFor = (actor: Actor): ImportKind[] =>
  kindsOf('importKinds').filter((kind) => isPermitted(actor, mayImport[kind]))

/** Every import of the kinds that the actor may import, the newest first, the undone ones too. */
export async function importsDone(actor: Actor) {
  mustBe(actor, [...mayImport.subpoenas, ...mayImport.invoices])
  return reader()
    .select({
      number: imports.number,
      kind: imports.kind,
      fileName: imports.fileName,
      rowCount: imports.rowCount,
      at: imports.at,
      by: people.name,
      undoneAt: imports.undoneAt,
      undoneWhy: imports.undoneWhy,
    })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.byId))
    .where(inArray(imports.kind, kindsFor(actor)))
    .orderBy(desc(imports.id))
}

/** What an import of a sheet would do, row by row, and what is wrong with it. */
export type Preview = Pick<Sheet<unknown>, 'read' | 'notRead'> & {
  readonly fileName: string
  readonly encoding: Decoded['encoding']
  readonly faults: readonly Fault[]
  readonly heads: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** Rows that stay out, and why. */
  readonly leftOut: readonly { readonly row: number; readonly why: string }[]
}

/** The preview of a kept sheet; nothing is changed by it. */
export async function importPreview(actor: Actor, asked: AskedSheet): Promise<Result<Preview>> {
  const open = await openSheet(reader(), actor, asked)
  if (!open.ok) return open
  const { file, decoded } = open.value
  const preview = await shown[asked.kind](decoded.text, asked)
  const faults = preview.faults.toSorted((a, b) => a.row - b.row)
  return accept({ fileName: file.name, encoding: decoded.encoding, ...preview, faults })
}

/** Each kind by its own columns. */
const shown = { requesters: requestersShown, subpoenas: subpoenasShown, invoices: invoicesShown } as const

async function requestersShown(text: string, { dates }: AskedSheet) {
  const { rows, faults, read, notRead } = requestersIn(text, dates)
  const plan = await planRequesters(reader(), rows)
  return {
    ...{ read, notRead, faults: [...faults, ...plan.faults] },
    heads: ['Old number', 'Name', 'Attention', 'E-mail', 'Address'],
    rows: plan.added.map(({ row, formerNumber = '', name, attention = '', email = '', address = '' }) => ({
      row,
      cells: [formerNumber, name, attention, email, address],
    })),
    leftOut: plan.known.map(({ row, number }) => ({ row: row.row, why: `On file already, as ${number}` })),
  }
}

async function subpoenasShown(text: string, { dates }: AskedSheet) {
  const { rows, faults, read, notRead } = subpoenasIn(text, dates)
  const on = reader()
  const moment = { now: theOffice().clock(), today: await todayOf(on), zone: await officeZone(on) }
  const plan = await planSubpoenas(on, rows, moment)
  return {
    ...{ read, notRead, faults: [...faults, ...plan.faults] },
    heads: ['Old number', 'Comes in', 'Received', 'Case', 'Requester', 'Targets'],
    rows: plan.planned.map(({ row, columns, requester, targets }) => ({
      row: row.row,
      cells: [
        row.formerReference,
        row.status === 'open' ? 'open, to review' : 'closed',
        row.receivedOn,
        [columns.caption, columns.caseNumber].filter(Boolean).join(', '),
        requester.id === null ? `${requester.name} (new)` : (row.requester ?? requester.number),
        targets.map(({ identifier }) => identifier).join('; '),
      ],
    })),
    leftOut: [],
  }
}

async function invoicesShown(text: string, { dates }: AskedSheet) {
  const { rows, faults, read, notRead } = invoicesIn(text, dates)
  const plan = await planInvoices(reader(), rows, await todayOf(reader()))
  return {
    ...{ read, notRead, faults: [...faults, ...plan.faults] },
    heads: ['Old number', 'For', 'Billed to', 'Issued', 'Due', 'Balance'],
    rows: plan.planned.map(({ row, subpoena }) => ({
      row: row.row,
      cells: [
        row.formerNumber,
        subpoena.reference,
        row.requester ?? 'who pays for it',
        row.issuedOn,
        row.dueOn ?? 'not said',
        formatMoney(row.balance),
      ],
    })),
    leftOut: plan.settled.map(({ row }) => ({ row, why: 'Nothing is owed on it' })),
  }
}
