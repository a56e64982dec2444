import { and, asc, count, eq } from 'drizzle-orm'
import { type Actor, isPermitted, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { invoiceState, overdueFrom } from '#lib/billing/balance.ts'
import { loadInvoice, owedBy } from '../invoices.ts'
import {
  feeSchedules,
  invoiceLines,
  invoiceReceipts,
  invoices,
  papers,
  people,
  requesters,
  subpoenas,
  writeOffs,
} from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { creditsOf, moneyOf, sendingsOf } from './invoice_money.ts'
import { suggestedReceipt } from './invoice_receipt.ts'
import { officeRow, policyOf, todayOf } from './office.ts'

/**
 * One invoice as those who see money read it: its frozen paper, its money, how it travelled, when it is due and why.
 * Null when there is none. Nothing here names a subscriber, an identifier or what was searched.
 *
 * @throws NotAllowed for a role that sees no money.
 */
export async function invoicePage(actor: Actor, number: string) {
  mustBe(actor, moneyReaders)
  const on = reader()
  const loaded = await loadInvoice(on, number)
  if (!loaded) return null
  const { row, facts, balance, reference, policyVersion } = loaded
  const today = await todayOf(on)
  const { timeZone: zone } = await officeRow(on)
  const sendings = await sendingsOf(on, row.id)
  const policy = await policyOf(on, policyVersion)
  return {
    ...{ number, reference, balance, today, zone },
    ...(await headOf(on, row.id)),
    total: row.totalCents,
    /** What it was called before it was taken over; null for one that was issued here. */
    former: row.importId === null ? null : row.formerNumber,
    issuedOn: row.issuedOn,
    issuedAt: row.issuedAt,
    dueDays: row.dueDays,
    state: invoiceState(facts, today),
    overdueFrom: overdueFrom(facts, today),
    money: await moneyOf(on, row.id),
    sendings,
    receipts: await receiptsOf(on, row.id),
    suggested: await suggestedReceipt(on, row.subpoenaId, sendings, policy.mailDays, zone),
    askedWriteOff: await askedWriteOff(on, row.id),
    credits: await creditsOf(on, row.billToId),
    owed: (await owedBy(on, row.billToId)).map((one) => ({
      number: one.number,
      balance: one.balance,
      dueOn: one.facts.receipt?.dueOn ?? null,
      state: invoiceState(one.facts, today),
    })),
    mayBill: isPermitted(actor, ['billing']),
    mayDecide: isPermitted(actor, ['counsel']),
    actorId: actor.id,
  }
}

export type InvoicePage = NonNullable<Awaited<ReturnType<typeof invoicePage>>>

async function headOf(on: On, invoiceId: number) {
  const [row] = await on
    .select({
      caption: subpoenas.caption,
      court: subpoenas.court,
      caseNumber: subpoenas.caseNumber,
      billTo: requesters.name,
      requester: requesters.number,
      email: requesters.email,
      address: requesters.address,
      issuedBy: people.name,
      schedule: feeSchedules.name,
      sha256: papers.sha256,
      layout: papers.layout,
      pages: papers.pages,
    })
    .from(invoices)
    .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
    .innerJoin(requesters, eq(requesters.id, invoices.billToId))
    .innerJoin(people, eq(people.id, invoices.issuedById))
    .innerJoin(feeSchedules, eq(feeSchedules.id, invoices.feeScheduleId))
    .innerJoin(papers, eq(papers.id, invoices.paperId))
    .where(eq(invoices.id, invoiceId))
  const [lines] = await on
    .select({ count: count() })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoiceId))
  if (!row) throw new Error('The invoice has lost its head.')
  return { ...row, lines: lines?.count ?? 0 }
}

/** All records of the receipt, the one that counts last. */
async function receiptsOf(on: On, invoiceId: number) {
  return on
    .select({
      receivedOn: invoiceReceipts.receivedOn,
      basis: invoiceReceipts.basis,
      reason: invoiceReceipts.reason,
      dueOn: invoiceReceipts.dueOn,
      derivation: invoiceReceipts.derivation,
      at: invoiceReceipts.at,
      by: people.name,
    })
    .from(invoiceReceipts)
    .innerJoin(people, eq(people.id, invoiceReceipts.byId))
    .where(eq(invoiceReceipts.invoiceId, invoiceId))
    .orderBy(asc(invoiceReceipts.id))
}

async function askedWriteOff(on: On, invoiceId: number) {
  const rows = await on
    .select({
      cents: writeOffs.cents,
      reason: writeOffs.reason,
      askedAt: writeOffs.askedAt,
      askedById: writeOffs.askedById,
      by: people.name,
      decision: writeOffs.decision,
    })
    .from(writeOffs)
    .innerJoin(people, eq(people.id, writeOffs.askedById))
    .where(and(eq(writeOffs.invoiceId, invoiceId)))
  return rows.find(({ decision }) => decision === null) ?? null
}
