import { eq } from 'drizzle-orm'
import { neededLine } from '#lib/input.ts'
import { invoices, notices, outbox, subpoenas } from '../schema.ts'
import type { On } from '../tx.ts'

export type MailRow = typeof outbox.$inferSelect

/** A mail is named by its Message-ID, which says nothing about anybody. */
export const messageId = neededLine(200)

/** A command's first line about a mail. */
export async function mailRow(on: On, id: string): Promise<MailRow | null> {
  const [row] = await on.select().from(outbox).where(eq(outbox.messageId, id))
  return row ?? null
}

/** What a mail is about, in names that may stand in the history. */
export type MailAbout = {
  readonly kind: MailRow['kind']
  readonly subpoena: string | null
  readonly invoice: string | null
  /** The number of the notice that it carries. */
  readonly notice: number | null
}

export async function aboutMail(on: On, mail: MailRow): Promise<MailAbout> {
  const [notice] = await on
    .select({ number: notices.number })
    .from(notices)
    .where(eq(notices.outboxId, mail.id))
  return {
    kind: mail.kind,
    subpoena: mail.subpoenaId === null ? null : await referenceOf(on, mail.subpoenaId),
    invoice: mail.invoiceId === null ? null : await invoiceNumberOf(on, mail.invoiceId),
    notice: notice?.number ?? null,
  }
}

async function referenceOf(on: On, id: number): Promise<string | null> {
  const [row] = await on
    .select({ reference: subpoenas.reference })
    .from(subpoenas)
    .where(eq(subpoenas.id, id))
  return row?.reference ?? null
}

async function invoiceNumberOf(on: On, id: number): Promise<string | null> {
  const [row] = await on.select({ number: invoices.number }).from(invoices).where(eq(invoices.id, id))
  return row?.number ?? null
}

/** "notice 3", "the invoice", "a letter": what the history calls it. */
export function mailWords({ kind, notice, invoice }: MailAbout): string {
  if (notice !== null) return `notice ${notice}`
  if (kind === 'invoice') return invoice ? `the mail with ${invoice}` : 'an invoice’s mail'
  if (kind === 'withdrawal-told') return 'a letter that tells a subscriber it has ended'
  if (kind === 'production') return 'the mail with a production'
  return kind === 'sign-in' ? 'an invitation or reset' : 'a letter to the requester'
}

/** About what the history entry is. */
export function mailTold({ subpoena, invoice }: MailAbout) {
  return { subpoena: subpoena ?? undefined, invoice: invoice ?? undefined }
}
