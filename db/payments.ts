import { asc, eq } from 'drizzle-orm'
import { addCents, type Cents, subtractCents, zeroCents } from '#lib/money.ts'
import { allocations, paymentReversals, payments } from './schema.ts'
import type { On, Tx } from './tx.ts'

export type PaymentRow = typeof payments.$inferSelect

/** A payment with what of it lies where; `left` is what no invoice has, and nothing once it was reversed. */
export type LoadedPayment = {
  readonly row: PaymentRow
  readonly placed: readonly (typeof allocations.$inferSelect)[]
  readonly reversed: boolean
  readonly left: Cents
}

export async function loadPayment(on: On, number: string): Promise<LoadedPayment | null> {
  const [row] = await on.select().from(payments).where(eq(payments.number, number))
  if (!row) return null
  const placed = await on
    .select()
    .from(allocations)
    .where(eq(allocations.paymentId, row.id))
    .orderBy(asc(allocations.id))
  const [reversal] = await on.select().from(paymentReversals).where(eq(paymentReversals.paymentId, row.id))
  const reversed = reversal !== undefined
  const left = subtractCents(row.cents, addCents(...placed.map(({ cents }) => cents)))
  return { row, placed, reversed, left: reversed ? zeroCents : left }
}

type NewAllocation = Omit<typeof allocations.$inferInsert, 'id'>

/** Puts a part of a payment on an invoice; below zero takes it back. Nothing is ever changed or deleted. */
export async function place(tx: Tx, allocation: NewAllocation): Promise<void> {
  await tx.insert(allocations).values(allocation)
}
