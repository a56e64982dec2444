import { asc, eq, gt } from 'drizzle-orm'
import { alias } from '../columns.ts'
import {
  allocations,
  creditMemos,
  invoices,
  paymentReversals,
  payments,
  people,
  requesters,
  writeOffs,
} from '../schema.ts'
import { atOnce, type ExportedNoun, moneyCarriers } from './noun.ts'

const decidedBy = alias(people, 'decided_by')
const mine = { may: moneyCarriers, isIdentity: false } as const

/** The only ways in which an invoice's balance changes. */
export const paymentNouns: readonly ExportedNoun[] = [
  {
    ...{ name: 'payments', label: 'Payments', ...mine },
    after: (on, id) =>
      on
        .select({
          id: payments.id,
          number: payments.number,
          requester: requesters.number,
          payer: payments.payer,
          checkNumber: payments.checkNumber,
          amountCents: payments.cents,
          receivedOn: payments.receivedOn,
          reversedOn: paymentReversals.onDate,
          reversedWhy: paymentReversals.reason,
          at: payments.at,
          by: people.name,
        })
        .from(payments)
        .innerJoin(requesters, eq(requesters.id, payments.requesterId))
        .innerJoin(people, eq(people.id, payments.byId))
        .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
        .where(gt(payments.id, id))
        .orderBy(asc(payments.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'allocations', label: 'Where payments went', ...mine },
    after: (on, id) =>
      on
        .select({
          id: allocations.id,
          payment: payments.number,
          invoice: invoices.number,
          amountCents: allocations.cents,
          onDate: allocations.onDate,
          at: allocations.at,
          by: people.name,
        })
        .from(allocations)
        .innerJoin(payments, eq(payments.id, allocations.paymentId))
        .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
        .innerJoin(people, eq(people.id, allocations.byId))
        .where(gt(allocations.id, id))
        .orderBy(asc(allocations.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'credit-memos', label: 'Credit memos', ...mine },
    after: (on, id) =>
      on
        .select({
          id: creditMemos.id,
          number: creditMemos.number,
          invoice: invoices.number,
          amountCents: creditMemos.cents,
          reason: creditMemos.reason,
          issuedOn: creditMemos.issuedOn,
          at: creditMemos.at,
          by: people.name,
        })
        .from(creditMemos)
        .innerJoin(invoices, eq(invoices.id, creditMemos.invoiceId))
        .innerJoin(people, eq(people.id, creditMemos.byId))
        .where(gt(creditMemos.id, id))
        .orderBy(asc(creditMemos.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'write-offs', label: 'Write-offs', ...mine },
    after: (on, id) =>
      on
        .select({
          id: writeOffs.id,
          invoice: invoices.number,
          amountCents: writeOffs.cents,
          reason: writeOffs.reason,
          askedAt: writeOffs.askedAt,
          askedBy: people.name,
          decision: writeOffs.decision,
          decisionReason: writeOffs.decisionReason,
          decidedOn: writeOffs.decidedOn,
          decidedBy: decidedBy.name,
        })
        .from(writeOffs)
        .innerJoin(invoices, eq(invoices.id, writeOffs.invoiceId))
        .innerJoin(people, eq(people.id, writeOffs.askedById))
        .leftJoin(decidedBy, eq(decidedBy.id, writeOffs.decidedById))
        .where(gt(writeOffs.id, id))
        .orderBy(asc(writeOffs.id))
        .limit(atOnce),
  },
]
