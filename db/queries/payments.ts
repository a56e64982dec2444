import { asc, desc, eq } from 'drizzle-orm'
import { type Actor, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { addCents, type Cents, subtractCents, zeroCents } from '#lib/money.ts'
import { owedBy } from '../invoices.ts'
import { loadPayment } from '../payments.ts'
import { allocations, invoices, paymentReversals, payments, people, requesters } from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { groupedBy } from './in_batches.ts'
import { officeZone, todayOf } from './office.ts'

/** What a requester has paid, the newest first. @throws NotAllowed for a role that sees no money. */
export async function paymentsOf(actor: Actor, requester: string) {
  mustBe(actor, moneyReaders)
  const on = reader()
  const rows = await on
    .select({
      id: payments.id,
      number: payments.number,
      checkNumber: payments.checkNumber,
      payer: payments.payer,
      cents: payments.cents,
      receivedOn: payments.receivedOn,
      reversedOn: paymentReversals.onDate,
    })
    .from(payments)
    .innerJoin(requesters, eq(requesters.id, payments.requesterId))
    .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
    .where(eq(requesters.number, requester))
    .orderBy(desc(payments.id))
  const placed = await on
    .select({ paymentId: allocations.paymentId, cents: allocations.cents })
    .from(allocations)
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .innerJoin(requesters, eq(requesters.id, payments.requesterId))
    .where(eq(requesters.number, requester))
  const placedOf = groupedBy(placed, (row) => row.paymentId)
  return rows.map(({ id, ...payment }) => ({
    ...payment,
    left: payment.reversedOn === null ? leftOf(payment.cents, placedOf.get(id) ?? []) : zeroCents,
  }))
}

function leftOf(whole: Cents, placed: readonly { readonly cents: Cents }[]): Cents {
  return subtractCents(whole, addCents(...placed.map(({ cents }) => cents)))
}

/** One check: whose it is, where it lies, and what else it could pay. Null when there is none. */
export async function paymentPage(actor: Actor, number: string) {
  mustBe(actor, moneyReaders)
  const on = reader()
  const loaded = await loadPayment(on, number)
  if (!loaded) return null
  const { row, left, reversed } = loaded
  const [payer] = await on.select().from(requesters).where(eq(requesters.id, row.requesterId))
  const [by] = await on.select({ name: people.name }).from(people).where(eq(people.id, row.byId))
  const [reversal] = await on.select().from(paymentReversals).where(eq(paymentReversals.paymentId, row.id))
  return {
    number,
    checkNumber: row.checkNumber,
    payer: row.payer,
    cents: row.cents,
    receivedOn: row.receivedOn,
    recordedAt: row.at,
    by: by?.name ?? '',
    requester: { number: payer?.number ?? '', name: payer?.name ?? '' },
    ...{ left, reversed },
    reversal: reversal ? { on: reversal.onDate, reason: reversal.reason } : null,
    placed: await placedOn(on, row.id),
    owed: (await owedBy(on, row.requesterId)).map((one) => ({ number: one.number, balance: one.balance })),
    today: await todayOf(on),
    zone: await officeZone(on),
    mayBill: isPermitted(actor, ['billing']),
  }
}

export type PaymentPage = NonNullable<Awaited<ReturnType<typeof paymentPage>>>

async function placedOn(on: On, paymentId: number) {
  return on
    .select({
      id: allocations.id,
      invoice: invoices.number,
      cents: allocations.cents,
      onDate: allocations.onDate,
    })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .where(eq(allocations.paymentId, paymentId))
    .orderBy(asc(allocations.id))
}
