import { eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isPermitted } from '#lib/access/actor.ts'
import { mayImport } from '#lib/import/access.ts'
import { refuse } from '#lib/import/refusals.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { builtOn } from '../../import/built_on.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import {
  counters,
  decisions,
  imports,
  invoiceLines,
  invoiceReceipts,
  invoices,
  notes,
  requesters,
  subpoenas,
  targets,
} from '../../schema.ts'
import type { Tx } from '../../tx.ts'

/**
 * Takes everything that came with an import away again, as one act, while nothing was built on any of it. The
 * spreadsheet, the import and both acts in the history stay; its references are not given again.
 */
export const undoImport = command({
  name: 'undo-import',
  may: ['intake', 'counsel', 'billing'],
  input: z.strictObject({ number: fields.importNumber, reason: fields.neededText(2000) }),
  seenBy: 'all',
  async run({ tx, actor, now, zone, touch }, { number, reason }) {
    const [row] = await tx.select().from(imports).where(eq(imports.number, number))
    if (!row) return refuse('no-such-import')
    if (!isPermitted(actor, mayImport[row.kind])) return refuseAny('not-permitted')
    if (row.undoneAt !== null) return refuse('import-undone')
    const what = await builtOn(tx, row.id, zone)
    if (what) return refuse('import-built-on', { what })
    const undone = { undoneAt: now, undoneById: actor.id, undoneWhy: reason }
    await tx.update(imports).set(undone).where(eq(imports.id, row.id))
    for (const subpoenaId of await takeAway(tx, row.id)) touch(subpoenaId)
    return accept({ number, kind: row.kind, rowCount: row.rowCount })
  },
  tells: ({ number }, { kind, rowCount }) => ({
    sentence: `Undid ${number}: ${rowCount.toLocaleString('en-US')} ${kind} went again`,
    facts: { import: number },
  }),
})

/** What points at something goes before it. Returns the subpoenas that stay and whose money is another now. */
async function takeAway(tx: Tx, importId: number): Promise<number[]> {
  const came = tx.select({ id: subpoenas.id }).from(subpoenas).where(eq(subpoenas.importId, importId))
  const billed = await tx
    .select({ id: invoices.id, subpoenaId: invoices.subpoenaId })
    .from(invoices)
    .where(eq(invoices.importId, importId))
  const balances = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.importId, importId))
  await tx.delete(invoiceReceipts).where(inArray(invoiceReceipts.invoiceId, balances))
  await tx.delete(invoiceLines).where(inArray(invoiceLines.invoiceId, balances))
  await tx.delete(invoices).where(eq(invoices.importId, importId))
  await tx.delete(notes).where(inArray(notes.subpoenaId, came))
  await tx.delete(decisions).where(inArray(decisions.subpoenaId, came))
  await tx.delete(targets).where(inArray(targets.subpoenaId, came))
  // A row's id may be given again, and its targets must then begin at A.
  const counted = tx
    .select({ name: sql<string>`'target-of-' || ${subpoenas.id}`.mapWith(String) })
    .from(subpoenas)
    .where(eq(subpoenas.importId, importId))
  await tx.delete(counters).where(inArray(counters.name, counted))
  await tx.delete(subpoenas).where(eq(subpoenas.importId, importId))
  await tx.delete(requesters).where(eq(requesters.importId, importId))
  return [...new Set(billed.map(({ subpoenaId }) => subpoenaId))]
}
