import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { calendarDate, line, text } from '#lib/input.ts'
import { refuse } from '#lib/mail/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { aboutMail, mailRow, mailTold, mailWords, messageId } from '../../mail/row.ts'
import { outbox } from '../../schema.ts'
import { noteAttempt, noticeTakesEffect } from './result.ts'

const released = { leaseOwner: null, leaseUntilAt: null }

/**
 * A try ended, or its sender vanished, when the mail may already have been taken. A subscriber's notice then waits for
 * a person; other mail just goes again under the same Message-ID.
 *
 * @param owner The sender who saw the connection break; empty when its lease ran out without a word.
 */
export const recordMailUnsure = command({
  name: 'record-mail-unsure',
  may: ['system'],
  input: z.strictObject({ messageId, owner: line(100), reply: text(2000) }),
  async run(context, { messageId, owner, reply }) {
    const { tx, now } = context
    const mail = await mailRow(tx, messageId)
    if (!mail) return refuse('no-such-mail')
    const runs = mail.leaseUntilAt !== null && mail.leaseUntilAt > now
    const mine = owner === '' ? mail.leaseUntilAt !== null && !runs : runs && mail.leaseOwner === owner
    if (mail.state !== 'waiting' || !mine) return refuse('lease-lost')
    await noteAttempt(context, mail, 'unsure', reply)
    await tx
      .update(outbox)
      .set({ ...released, state: 'unsure', reply, attempts: mail.attempts + 1 })
      .where(eq(outbox.id, mail.id))
    return accept(await aboutMail(tx, mail))
  },
  tells: ({ messageId }, about) => ({
    ...mailTold(about),
    sentence: `Nobody knows whether ${mailWords(about)} arrived: a person must say.`,
    facts: { messageId },
  }),
})

/** A person found out what became of a notice: it arrived on a day, or it goes again as the very same mail. */
export const settleUnsureMail = command({
  name: 'settle-unsure-mail',
  may: ['intake', 'custodian'],
  inPerson: true,
  input: z.strictObject({
    messageId,
    outcome: z.enum(['arrived', 'send-again'], 'Say what became of it.'),
    arrivedOn: calendarDate.nullable(),
    proof: text(1000),
  }),
  async run(context, { messageId, outcome, arrivedOn, proof }) {
    const { tx, now, today, zone } = context
    const mail = await mailRow(tx, messageId)
    if (!mail) return refuse('no-such-mail')
    if (mail.state !== 'unsure') return refuse('not-unsure')
    const on = arrivedOn ?? today
    if (on > today) return refuse('arrived-in-the-future', undefined, 'arrivedOn')
    if (on < dayOf(mail.createdAt, zone)) return refuse('arrived-before-sent', undefined, 'arrivedOn')
    if (outcome === 'arrived') {
      await tx.update(outbox).set({ state: 'sent', sentAt: now, reply: proof }).where(eq(outbox.id, mail.id))
      await noticeTakesEffect(context, mail, on, proof)
    } else {
      await tx.update(outbox).set({ state: 'waiting', nextTryAt: now }).where(eq(outbox.id, mail.id))
    }
    return accept({ about: await aboutMail(tx, mail), on })
  },
  tells: ({ outcome, messageId }, { about, on }) => ({
    ...mailTold(about),
    sentence:
      outcome === 'arrived'
        ? `Found that ${mailWords(about)} arrived on ${formatLong(on)}.`
        : `Sends ${mailWords(about)} again, as the same mail.`,
    facts: { messageId },
  }),
})
