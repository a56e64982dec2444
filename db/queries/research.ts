import { and, asc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { charges, invoices, people, researchEntries, subpoenas } from '../schema.ts'
import { reader } from '../tx.ts'
import { todayOf } from './office.ts'

/** What was searched for a subpoena, by whom and how long; for those who see the case, and never for billing. */
export async function researchOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const on = reader()
  const rows = await on
    .select({
      number: researchEntries.number,
      workedOn: researchEntries.workedOn,
      minutes: researchEntries.minutes,
      searched: researchEntries.searched,
      by: people.name,
      charge: charges.number,
      billedAs: charges.description,
      droppedAt: charges.droppedAt,
      invoice: invoices.number,
    })
    .from(researchEntries)
    .innerJoin(subpoenas, eq(subpoenas.id, researchEntries.subpoenaId))
    .innerJoin(people, eq(people.id, researchEntries.personId))
    .leftJoin(charges, eq(charges.researchEntryId, researchEntries.id))
    .leftJoin(invoices, eq(invoices.id, charges.invoiceId))
    .where(and(eq(subpoenas.reference, reference)))
    .orderBy(asc(researchEntries.workedOn), asc(researchEntries.number))
  return { entries: rows, today: await todayOf(on) }
}
