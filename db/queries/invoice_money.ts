import { asc, eq } from 'drizzle-orm'
import { type LedgerEntry, type LedgerRow, ledger } from '#lib/billing/ledger.ts'
import { type Cents, cents, formatMoney, subtractCents } from '#lib/money.ts'
import {
  allocations,
  creditMemos,
  invoiceSendings,
  invoices,
  outbox,
  paymentReversals,
  payments,
  people,
  writeOffs,
} from '../schema.ts'
import type { On } from '../tx.ts'

const off = (amount: Cents): Cents => cents(-amount)

/** A row of an invoice's money, and where more of it stands. */
export type MoneyRow = LedgerRow & { readonly payment: string | null; readonly memo: string | null }

/** Everything that changed what is owed on an invoice, in order, with what was left after each. */
export async function moneyOf(on: On, invoiceId: number): Promise<MoneyRow[]> {
  const entries = [
    ...(await issued(on, invoiceId)),
    ...(await paid(on, invoiceId)),
    ...(await credited(on, invoiceId)),
    ...(await writtenOff(on, invoiceId)),
  ]
  return ledger(entries) as MoneyRow[]
}

type Entry = LedgerEntry & Pick<MoneyRow, 'payment' | 'memo'>
const nothingMore = { under: '', payment: null, memo: null }

async function issued(on: On, invoiceId: number): Promise<Entry[]> {
  const rows = await on.select().from(invoices).where(eq(invoices.id, invoiceId))
  return rows.map((row) => ({
    ...{ ...nothingMore, on: row.issuedOn, at: row.issuedAt },
    ...{ what: row.importId === null ? 'Issued' : 'Opening balance', amount: row.totalCents },
  }))
}

async function paid(on: On, invoiceId: number): Promise<Entry[]> {
  const rows = await on
    .select({
      number: payments.number,
      check: payments.checkNumber,
      whole: payments.cents,
      amount: allocations.cents,
      onDate: allocations.onDate,
      at: allocations.at,
      reversedWhy: paymentReversals.reason,
    })
    .from(allocations)
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
    .where(eq(allocations.invoiceId, invoiceId))
    .orderBy(asc(allocations.id))
  return rows.map((row) => ({
    ...{ on: row.onDate, at: row.at, payment: row.number, memo: null },
    what: row.amount < 0 ? `Check ${row.check} taken back` : `Check ${row.check}`,
    under: wordsOf(row),
    amount: off(row.amount),
  }))
}

function wordsOf({
  amount,
  whole,
  reversedWhy,
}: {
  amount: Cents
  whole: Cents
  reversedWhy: string | null
}) {
  if (amount < 0) return reversedWhy ?? 'credited, and kept for the payer'
  return amount === whole ? 'all of it allocated here' : `its part of ${formatMoney(whole)}`
}

async function credited(on: On, invoiceId: number): Promise<Entry[]> {
  const rows = await on.select().from(creditMemos).where(eq(creditMemos.invoiceId, invoiceId))
  return rows.map((row) => ({
    ...{ on: row.issuedOn, at: row.at, payment: null, memo: row.number },
    ...{ what: `Credit memo ${row.number}`, under: row.reason, amount: off(row.cents) },
  }))
}

async function writtenOff(on: On, invoiceId: number): Promise<Entry[]> {
  const rows = await on.select().from(writeOffs).where(eq(writeOffs.invoiceId, invoiceId))
  return rows.flatMap((row) => {
    if (row.decision !== 'approved' || row.decidedOn === null) return []
    const when = { on: row.decidedOn, at: row.decidedAt ?? row.askedAt }
    return [{ ...nothingMore, ...when, what: 'Written off', under: row.reason, amount: off(row.cents) }]
  })
}

/** How an invoice was sent: for an e-mail, what became of it. */
export async function sendingsOf(on: On, invoiceId: number) {
  return on
    .select({
      method: invoiceSendings.method,
      trackingNumber: invoiceSendings.trackingNumber,
      sentOn: invoiceSendings.sentOn,
      at: invoiceSendings.at,
      by: people.name,
      mail: outbox.state,
      mailSentAt: outbox.sentAt,
      to: outbox.toAddress,
    })
    .from(invoiceSendings)
    .innerJoin(people, eq(people.id, invoiceSendings.byId))
    .leftJoin(outbox, eq(outbox.id, invoiceSendings.outboxId))
    .where(eq(invoiceSendings.invoiceId, invoiceId))
    .orderBy(asc(invoiceSendings.id))
}

export type Sending = Awaited<ReturnType<typeof sendingsOf>>[number]

/** What a requester paid and no invoice has yet, the oldest first. */
export async function creditsOf(on: On, requesterId: number): Promise<{ payment: string; left: Cents }[]> {
  const rows = await on
    .select({
      id: payments.id,
      payment: payments.number,
      cents: payments.cents,
      reversedOn: paymentReversals.onDate,
    })
    .from(payments)
    .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
    .where(eq(payments.requesterId, requesterId))
    .orderBy(asc(payments.id))
  const placed = await on
    .select({ paymentId: allocations.paymentId, cents: allocations.cents })
    .from(allocations)
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .where(eq(payments.requesterId, requesterId))
  const placedOf = new Map<number, number>()
  for (const row of placed) placedOf.set(row.paymentId, (placedOf.get(row.paymentId) ?? 0) + row.cents)
  return rows.flatMap(({ id, payment, cents: whole, reversedOn }) => {
    const left = subtractCents(whole, cents(placedOf.get(id) ?? 0))
    return reversedOn === null && left > 0 ? [{ payment, left }] : []
  })
}
