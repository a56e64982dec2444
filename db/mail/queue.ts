import { randomUUID } from 'node:crypto'
import { domainToASCII } from 'node:url'
import { emailAddress } from '#lib/input.ts'
import type { KindOf } from '#lib/kinds.ts'
import { subjectLine } from '#lib/letters/plain.ts'
import type { Attachment } from '#lib/mail/attachment.ts'
import type { Context } from '../command.ts'
import { theOfficeRow } from '../queries/office.ts'
import { outbox } from '../schema.ts'
import type { Tx } from '../tx.ts'

/** One mail to one person. Its words are drawn from a letter once and never change. */
export type Mail = {
  readonly kind: KindOf<'mailKinds'>
  readonly subpoenaId: number | null
  readonly invoiceId?: number | null
  /** A single address, as `emailAddress` of lib/input.ts has it. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments?: readonly Attachment[]
  /** The mail that this one says again, to the same address or another. */
  readonly resendsId?: number | null
}

/**
 * Puts one mail into the outbox, in the transaction of what it tells of: it leaves when that is committed or not at
 * all. Its Message-ID is fixed here, so that the same mail sent twice is seen to be the same.
 *
 * @returns The row's id. @throws Error when `to` is not one address: forms have refused that before.
 */
export async function queueMail({ tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>, mail: Mail) {
  const [row] = await tx
    .insert(outbox)
    .values({
      kind: mail.kind,
      subpoenaId: mail.subpoenaId,
      invoiceId: mail.invoiceId ?? null,
      toAddress: oneAddress(mail.to),
      subject: subjectLine(mail.subject),
      text: mail.text.replaceAll('\0', ''),
      html: mail.html.replaceAll('\0', ''),
      attachments: [...(mail.attachments ?? [])],
      messageId: `<${randomUUID()}@${await mailHost(tx)}>`,
      state: 'waiting',
      nextTryAt: now,
      createdAt: now,
      byId: actor.id,
      resendsId: mail.resendsId ?? null,
    })
    .returning({ id: outbox.id })
  if (!row) throw new Error('The mail was not queued.')
  return row.id
}

function oneAddress(text: string): string {
  const read = emailAddress.safeParse(text)
  if (!read.success) throw new Error('A mail goes to one e-mail address, and this is none.')
  return read.data
}

/** The right side of a Message-ID: the domain that the office writes from. */
async function mailHost(tx: Tx): Promise<string> {
  const domain = (await theOfficeRow(tx))?.email.split('@')[1] ?? ''
  return domainToASCII(domain) || hostOf(process.env.PUBLIC_URL) || 'subpoena-desk.invalid'
}

function hostOf(address: string | undefined): string | null {
  return URL.parse(address ?? '')?.hostname ?? null
}
