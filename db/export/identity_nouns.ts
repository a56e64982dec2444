import { asc, eq, gt } from 'drizzle-orm'
import { invoices, outbox, people, subpoenas, subscribers } from '../schema.ts'
import { atOnce, caseCarriers, type ExportedNoun } from './noun.ts'

const mine = { may: caseCarriers, isIdentity: true } as const

/** Who subscribers are, and the mail that names them. */
export const identityNouns: readonly ExportedNoun[] = [
  {
    ...{ name: 'subscribers', label: 'Subscribers', ...mine },
    after: (on, id) =>
      on
        .select({
          id: subscribers.id,
          number: subscribers.number,
          name: subscribers.name,
          namePrinted: subscribers.namePrinted,
          email: subscribers.email,
          address: subscribers.address,
          account: subscribers.account,
          language: subscribers.language,
          createdAt: subscribers.createdAt,
        })
        .from(subscribers)
        .where(gt(subscribers.id, id))
        .orderBy(asc(subscribers.id))
        .limit(atOnce),
  },
  {
    ...{ name: 'mail', label: 'Mail', ...mine },
    after: (on, id) =>
      on
        .select({
          id: outbox.id,
          kind: outbox.kind,
          subpoena: subpoenas.reference,
          invoice: invoices.number,
          to: outbox.toAddress,
          subject: outbox.subject,
          text: outbox.text,
          messageId: outbox.messageId,
          state: outbox.state,
          createdAt: outbox.createdAt,
          sentAt: outbox.sentAt,
          reply: outbox.reply,
          by: people.name,
        })
        .from(outbox)
        .innerJoin(people, eq(people.id, outbox.byId))
        .leftJoin(subpoenas, eq(subpoenas.id, outbox.subpoenaId))
        .leftJoin(invoices, eq(invoices.id, outbox.invoiceId))
        .where(gt(outbox.id, id))
        .orderBy(asc(outbox.id))
        .limit(atOnce),
  },
]
