import { desc, eq } from 'drizzle-orm'
import { invoices, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'

/** Row ids are never shown: inputs and addresses name things by reference and number. */
export async function subpoenaIdOf(on: On, reference: string): Promise<number | null> {
  const [row] = await on
    .select({ id: subpoenas.id })
    .from(subpoenas)
    .where(eq(subpoenas.reference, reference))
  return row?.id ?? null
}

export async function invoiceIdOf(on: On, number: string): Promise<number | null> {
  const [row] = await on.select({ id: invoices.id }).from(invoices).where(eq(invoices.number, number))
  return row?.id ?? null
}

/** The row id of the subpoena logged last; 0 while there is none. */
export async function lastSubpoenaId(on: On): Promise<number> {
  const [row] = await on.select({ id: subpoenas.id }).from(subpoenas).orderBy(desc(subpoenas.id)).limit(1)
  return row?.id ?? 0
}
