import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { isPermitted, type Permission } from '#lib/access/actor.ts'
import { maybeEmailAddress, neededText } from '#lib/input.ts'
import type { KindOf } from '#lib/kinds.ts'
import { refuse } from '#lib/mail/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { queueMail } from '../../mail/queue.ts'
import { aboutMail, type MailRow, mailRow, mailTold, mailWords, messageId } from '../../mail/row.ts'
import { refuse as refuseAlways } from '../../refusals.ts'
import { letters, notes, outbox, subscribers } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

/** Whose task a mail of each kind is, once it failed. */
export const mailKeepers: Record<KindOf<'mailKinds'>, readonly Permission[]> = {
  notice: ['intake', 'custodian'],
  'withdrawal-told': ['intake', 'custodian', 'counsel'],
  invoice: ['billing'],
  letter: ['intake', 'custodian', 'counsel'],
  production: ['custodian'],
  'sign-in': ['administrator'],
}

const keepers = ['intake', 'custodian', 'counsel', 'billing', 'administrator'] as const

/**
 * A mail that failed, or was only written to a file, goes once more as a new mail, to the same address or another. What
 * a subscriber is told goes to the address on file alone; a production is shipped again, which asks whether it may leave.
 */
export const sendAgain = command({
  name: 'send-again',
  may: keepers,
  input: z.strictObject({ messageId, to: maybeEmailAddress }),
  async run(context, { messageId, to }) {
    const { tx, actor } = context
    const mail = await mailRow(tx, messageId)
    if (!mail) return refuse('no-such-mail')
    if (!isPermitted(actor, mailKeepers[mail.kind])) return refuseAlways('not-permitted')
    if (mail.kind === 'notice') return refuse('a-notice-counts-anew')
    if (actor.kind === 'machine' && to !== '' && to !== mail.toAddress)
      return refuse('address-not-on-file', {}, 'to')
    if (mail.kind === 'sign-in') return refuse('invite-again')
    if (mail.kind === 'production') return refuse('ship-it-again')
    if (mail.state !== 'failed' && mail.state !== 'written') return refuse('not-failed')
    const [before] = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.resendsId, mail.id))
    if (before) return refuse('sent-again-before')
    const onFile = await addressOnFile(tx, mail)
    if (onFile !== null && to !== '' && to !== onFile) return refuse('only-to-the-address-on-file', {}, 'to')
    const { kind, subpoenaId, invoiceId, toAddress, subject, text, html, attachments } = mail
    const words = { kind, subpoenaId, invoiceId, subject, text, html, attachments }
    const address = to || onFile || toAddress
    await queueMail(context, { ...words, to: address, resendsId: mail.id })
    return accept({ about: await aboutMail(tx, mail), elsewhere: address !== toAddress })
  },
  tells: ({ messageId }, { about, elsewhere }) => ({
    ...mailTold(about),
    sentence: `Sends ${mailWords(about)} again${elsewhere ? ', to another address' : ''}.`,
    facts: { messageId },
  }),
})

/** The subscriber's address of today, for what tells a subscriber; null for all other mail. */
async function addressOnFile(tx: Tx, mail: MailRow): Promise<string | null> {
  if (mail.kind !== 'withdrawal-told') return null
  const first = await firstOf(tx, mail)
  const [row] = await tx
    .select({ email: subscribers.email })
    .from(letters)
    .innerJoin(subscribers, eq(subscribers.id, letters.subscriberId))
    .where(eq(letters.outboxId, first.id))
  return row?.email || first.toAddress
}

/** The mail with which it began, however often it was sent again: the letter on file names that one. */
async function firstOf(tx: Tx, mail: MailRow): Promise<MailRow> {
  if (mail.resendsId === null) return mail
  const [before] = await tx.select().from(outbox).where(eq(outbox.id, mail.resendsId))
  return before ? firstOf(tx, before) : mail
}

/**
 * A mail that failed, or was only written, and is not to go any more: the task is done in another way. Not a notice,
 * for then nobody would be told and nobody asked to. Why is a note of
 * the subpoena, since a subscriber's name is easily written in it.
 */
export const setMailAside = command({
  name: 'set-mail-aside',
  may: keepers,
  input: z.strictObject({ messageId, reason: neededText(400) }),
  async run({ tx, actor, now }, { messageId, reason }) {
    const mail = await mailRow(tx, messageId)
    if (!mail) return refuse('no-such-mail')
    if (!isPermitted(actor, mailKeepers[mail.kind])) return refuseAlways('not-permitted')
    if (mail.kind === 'notice') return refuse('a-notice-is-followed')
    if (mail.state !== 'failed' && mail.state !== 'written') return refuse('not-failed')
    await tx.update(outbox).set({ state: 'withdrawn' }).where(eq(outbox.id, mail.id))
    const about = await aboutMail(tx, mail)
    if (mail.subpoenaId !== null) {
      const text = `Set ${mailWords(about)} aside: ${reason.trim()}`
      await tx.insert(notes).values({ subpoenaId: mail.subpoenaId, text, at: now, byId: actor.id })
    }
    return accept(about)
  },
  tells: ({ messageId, reason }, about) => ({
    ...mailTold(about),
    sentence: `Set ${mailWords(about)} aside: it is not sent again.`,
    facts: about.subpoena === null ? { messageId, reason } : { messageId },
  }),
})
