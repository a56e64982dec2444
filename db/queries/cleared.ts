import { desc, eq, lt } from 'drizzle-orm'
import { type Actor, caseReaders, isPermitted, staff } from '#lib/access/actor.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { clearedWords } from '#lib/today/cleared.ts'
import { history, invoices, people, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'

/** Something that is off somebody's list: "S-2026-00052 logged". */
export type Cleared = {
  readonly sequence: number
  readonly reference: string
  readonly href: string
  readonly words: string
}

const pageSize = 500

/**
 * What people cleared since a moment, the latest first: commands of persons that the actor may read of. The history is
 * walked from its end, which is in the order of time, and no further than that moment.
 */
export async function clearedSinceThen(on: On, actor: Actor, since: Instant): Promise<Cleared[]> {
  if (!isPermitted(actor, staff)) return []
  const seesCases = isPermitted(actor, caseReaders)
  const found: Cleared[] = []
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await page(on, before)
    for (const row of rows) {
      if (row.at < since) return found
      const words = clearedWords(row.command)
      const reference = row.invoice ?? row.subpoena
      if (!words || !reference || row.kind === 'system' || (!seesCases && row.seenBy !== 'all')) continue
      const href = row.invoice ? `/invoices/${row.invoice}` : `/subpoenas/${row.subpoena}`
      found.push({ sequence: row.sequence, reference, href, words })
    }
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return found
    before = last.sequence
  }
}

const page = (on: On, before: number) =>
  on
    .select({
      sequence: history.sequence,
      at: history.at,
      command: history.command,
      seenBy: history.seenBy,
      kind: people.kind,
      subpoena: subpoenas.reference,
      invoice: invoices.number,
    })
    .from(history)
    .innerJoin(people, eq(people.id, history.actorId))
    .leftJoin(subpoenas, eq(subpoenas.id, history.subpoenaId))
    .leftJoin(invoices, eq(invoices.id, history.invoiceId))
    .where(lt(history.sequence, before))
    .orderBy(desc(history.sequence))
    .limit(pageSize)
