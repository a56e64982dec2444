import { asc, eq } from 'drizzle-orm'
import { type Actor, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { balanceOf, invoiceState } from '#lib/billing/balance.ts'
import { invoices, subpoenas } from '../schema.ts'
import { reader } from '../tx.ts'
import { invoiceFacts } from './billing_state.ts'
import { todayOf } from './office.ts'

/** The invoices of one subpoena, in the order in which they were issued. */
export async function invoicesOf(actor: Actor, reference: string) {
  mustBe(actor, moneyReaders)
  const on = reader()
  const today = await todayOf(on)
  const rows = await on
    .select({
      id: invoices.id,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      total: invoices.totalCents,
    })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .where(eq(subpoenas.reference, reference))
    .orderBy(asc(invoices.id))
  const facts = await invoiceFacts(
    on,
    rows.map((row) => row.id),
  )
  return {
    today,
    invoices: rows.flatMap(({ id, ...row }) => {
      const own = facts.get(id)
      if (!own) return []
      const state = invoiceState(own, today)
      return [{ ...row, state, balance: balanceOf(own), dueOn: own.receipt?.dueOn ?? null }]
    }),
  }
}
