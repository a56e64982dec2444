import { and, eq, inArray } from 'drizzle-orm'
import { balanceOf } from '#lib/billing/balance.ts'
import { owing } from '#lib/billing/list_filter.ts'
import { addCents, type Cents, zeroCents } from '#lib/money.ts'
import { invoices, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'
import { invoiceFacts } from './billing_state.ts'

/**
 * What requesters owe on open invoices, by row id; one who owes nothing is left out. The subpoena's cache says where to
 * look; what is owed is worked out from the invoice's rows. More paid on one invoice does not lessen another.
 *
 * @param ids Only of these.
 */
export async function openBalances(on: On, ids?: readonly number[]): Promise<Map<number, Cents>> {
  const open = await on
    .select({ id: invoices.id, billToId: invoices.billToId })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .where(
      and(inArray(subpoenas.billing, [...owing]), ids ? inArray(invoices.billToId, [...ids]) : undefined),
    )
  const facts = await invoiceFacts(
    on,
    open.map(({ id }) => id),
  )
  const owed = new Map<number, Cents>()
  for (const { id, billToId } of open) {
    const one = facts.get(id)
    const balance = one ? balanceOf(one) : zeroCents
    if (balance > 0) owed.set(billToId, addCents(owed.get(billToId) ?? zeroCents, balance))
  }
  return owed
}
