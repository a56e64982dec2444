import { asc, between, eq, gt } from 'drizzle-orm'
import {
  charges,
  contacts,
  invoiceLines,
  invoiceReceipts,
  invoices,
  people,
  requesters,
  subpoenas,
} from '../schema.ts'
import { atOnce, type ExportedNoun, moneyCarriers } from './noun.ts'

const mine = { may: moneyCarriers, isIdentity: false } as const

/** What is asked, and of whom. Nothing here names a subscriber, an identifier or what was searched. */
export const moneyNouns: readonly ExportedNoun[] = [
  {
    ...{ name: 'requesters', label: 'Requesters', ...mine },
    after: (on, id) =>
      on
        .select({
          id: requesters.id,
          number: requesters.number,
          formerNumber: requesters.formerNumber,
          name: requesters.name,
          namePrinted: requesters.namePrinted,
          attention: requesters.attention,
          address: requesters.address,
          email: requesters.email,
          phone: requesters.phone,
          fax: requesters.fax,
          note: requesters.note,
          createdAt: requesters.createdAt,
        })
        .from(requesters)
        .where(gt(requesters.id, id))
        .orderBy(asc(requesters.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'contacts', label: 'Contacts of requesters', ...mine },
    after: (on, id) =>
      on
        .select({
          id: contacts.id,
          requester: requesters.number,
          name: contacts.name,
          email: contacts.email,
          phone: contacts.phone,
          barNumber: contacts.barNumber,
        })
        .from(contacts)
        .innerJoin(requesters, eq(requesters.id, contacts.requesterId))
        .where(gt(contacts.id, id))
        .orderBy(asc(contacts.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'charges', label: 'Charges', ...mine },
    after: (on, id) =>
      on
        .select({
          id: charges.id,
          subpoena: subpoenas.reference,
          number: charges.number,
          kind: charges.kind,
          workedOn: charges.workedOn,
          description: charges.description,
          quantity: charges.quantity,
          amountCents: charges.cents,
          invoice: invoices.number,
          droppedAt: charges.droppedAt,
          droppedWhy: charges.droppedWhy,
          at: charges.at,
          by: people.name,
        })
        .from(charges)
        .innerJoin(subpoenas, eq(subpoenas.id, charges.subpoenaId))
        .innerJoin(people, eq(people.id, charges.byId))
        .leftJoin(invoices, eq(invoices.id, charges.invoiceId))
        .where(gt(charges.id, id))
        .orderBy(asc(charges.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'invoices', label: 'Invoices', ...mine },
    after: (on, id) =>
      on
        .select({
          id: invoices.id,
          number: invoices.number,
          formerNumber: invoices.formerNumber,
          subpoena: subpoenas.reference,
          caption: subpoenas.caption,
          caseNumber: subpoenas.caseNumber,
          billTo: requesters.number,
          billToName: requesters.name,
          totalCents: invoices.totalCents,
          dueDays: invoices.dueDays,
          issuedOn: invoices.issuedOn,
          issuedBy: people.name,
        })
        .from(invoices)
        .innerJoin(subpoenas, eq(subpoenas.id, invoices.subpoenaId))
        .innerJoin(requesters, eq(requesters.id, invoices.billToId))
        .innerJoin(people, eq(people.id, invoices.issuedById))
        .where(gt(invoices.id, id))
        .orderBy(asc(invoices.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'invoice-lines', label: 'Lines of invoices', ...mine },
    // A line has no id of its own; those of one invoice come together, in its place.
    after: async (on, id) => {
      const some = await on
        .select({ id: invoices.id, number: invoices.number })
        .from(invoices)
        .where(gt(invoices.id, id))
        .orderBy(asc(invoices.id))
        .limit(atOnce)
      const last = some.at(-1)
      if (!last) return []
      return on
        .select({
          id: invoiceLines.invoiceId,
          invoice: invoices.number,
          ordinal: invoiceLines.ordinal,
          kind: invoiceLines.kind,
          workedOn: invoiceLines.workedOn,
          description: invoiceLines.description,
          quantity: invoiceLines.quantity,
          rateCents: invoiceLines.rateCents,
          ratePer: invoiceLines.ratePer,
          amountCents: invoiceLines.cents,
        })
        .from(invoiceLines)
        .innerJoin(invoices, eq(invoices.id, invoiceLines.invoiceId))
        .where(between(invoiceLines.invoiceId, id + 1, last.id))
        .orderBy(asc(invoiceLines.invoiceId), asc(invoiceLines.ordinal))
    },
  },
  {
    ...{ name: 'invoice-receipts', label: 'Receipts of invoices', ...mine },
    after: (on, id) =>
      on
        .select({
          id: invoiceReceipts.id,
          invoice: invoices.number,
          receivedOn: invoiceReceipts.receivedOn,
          basis: invoiceReceipts.basis,
          reason: invoiceReceipts.reason,
          dueOn: invoiceReceipts.dueOn,
          at: invoiceReceipts.at,
          by: people.name,
        })
        .from(invoiceReceipts)
        .innerJoin(invoices, eq(invoices.id, invoiceReceipts.invoiceId))
        .innerJoin(people, eq(people.id, invoiceReceipts.byId))
        .where(gt(invoiceReceipts.id, id))
        .orderBy(asc(invoiceReceipts.id))
        .limit(atOnce),
  },
]
