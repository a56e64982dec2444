import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import { neededLine, text } from '#lib/input.ts'
import { refuse } from '#lib/mail/refusals.ts'
import { replyCode } from '#lib/mail/reply.ts'
import { nextTryAt } from '#lib/mail/retry.ts'
import { mayStillGo } from '#lib/notice/still.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../../command.ts'
import { aboutMail, type MailRow, mailRow, mailTold, mailWords, messageId } from '../../mail/row.ts'
import { noticeOfMail, stopNotices } from '../../notice_stops.ts'
import { attempts, notices, outbox } from '../../schema.ts'

const fields = { messageId, owner: neededLine(100), reply: text(2000) }
const released = { leaseOwner: null, leaseUntilAt: null }

/** The mail, while this sender owns it. A sender whose lease has run out may not say what became of it. */
async function owned({ tx, now }: Context, id: string, owner: string) {
  const mail = await mailRow(tx, id)
  if (!mail) return refuse('no-such-mail')
  const holds = mail.leaseOwner === owner && mail.leaseUntilAt !== null && mail.leaseUntilAt > now
  return mail.state === 'waiting' && holds ? accept(mail) : refuse('lease-lost')
}

type Outcome = (typeof attempts.$inferSelect)['outcome']

export async function noteAttempt({ tx, now }: Context, mail: MailRow, outcome: Outcome, reply: string) {
  await tx.insert(attempts).values({ outboxId: mail.id, at: now, outcome, reply })
}

/** A notice takes effect on the day its mail was taken; one that failed meanwhile stays failed. */
export async function noticeTakesEffect(
  { tx, touch }: Context,
  mail: MailRow,
  effectiveOn: CalendarDate,
  proof: string,
) {
  await tx
    .update(notices)
    .set({ effectiveOn, proof })
    .where(and(eq(notices.outboxId, mail.id), isNull(notices.failedAt), isNull(notices.effectiveOn)))
  if (mail.subpoenaId !== null) touch(mail.subpoenaId)
}

async function noticeFails({ tx, now, touch }: Context, mail: MailRow, why: string) {
  await tx
    .update(notices)
    .set({ failedAt: now, failedWhy: why })
    .where(and(eq(notices.outboxId, mail.id), isNull(notices.failedAt)))
  if (mail.subpoenaId !== null) touch(mail.subpoenaId)
}

/** The mail server took it: its reply is the proof, and a notice takes effect today. */
export const recordMailSent = command({
  name: 'record-mail-sent',
  may: ['system'],
  input: z.strictObject(fields),
  async run(context, { messageId, owner, reply }) {
    const found = await owned(context, messageId, owner)
    if (!found.ok) return found
    const { tx, now, today } = context
    const mail = found.value
    await noteAttempt(context, mail, 'sent', reply)
    await tx
      .update(outbox)
      .set({ ...released, state: 'sent', sentAt: now, reply, attempts: mail.attempts + 1 })
      .where(eq(outbox.id, mail.id))
    await noticeTakesEffect(context, mail, today, reply)
    return accept({ about: await aboutMail(tx, mail), on: today })
  },
  tells: ({ reply, messageId }, { about, on }) => ({
    ...mailTold(about),
    sentence:
      about.notice === null
        ? `The mail server took ${mailWords(about)}.`
        : `The mail server took notice ${about.notice}: it takes effect on ${formatLong(on)}.`,
    facts: { messageId, code: replyCode(reply) },
  }),
})

/** The server asked to come again, or could not be reached: later, and after enough tries a person's task. */
export const recordMailDeferred = command({
  name: 'record-mail-deferred',
  may: ['system'],
  input: z.strictObject(fields),
  async run(context, { messageId, owner, reply }) {
    const found = await owned(context, messageId, owner)
    if (!found.ok) return found
    const { tx, now } = context
    const mail = found.value
    const tries = mail.attempts + 1
    const again = nextTryAt(tries, now)
    await noteAttempt(context, mail, 'deferred', reply)
    await tx
      .update(outbox)
      .set({
        ...released,
        state: again === null ? 'failed' : 'waiting',
        nextTryAt: again ?? mail.nextTryAt,
        reply,
        attempts: tries,
      })
      .where(eq(outbox.id, mail.id))
    if (again === null) await noticeFails(context, mail, `Not delivered after ${tries} tries: ${reply}`)
    else await stopIfOver(context, mail)
    return accept({ about: await aboutMail(tx, mail), failed: again === null, tries })
  },
  tells: ({ messageId }, { about, failed, tries }) =>
    failed
      ? {
          ...mailTold(about),
          sentence: `Gave up on ${mailWords(about)} after ${tries} tries: it waits for a person.`,
          facts: { messageId },
        }
      : null,
})

/** What was in a sender’s hands when a paper ended, or an order came, could not be stopped then; now it can. */
async function stopIfOver(context: Context, mail: MailRow) {
  const found = await noticeOfMail(context.tx, mail)
  if (!found || mayStillGo(found.made, found.loaded.facts, context.today).ok) return
  const standing = { ...found.standing, mail: { ...mail, leaseUntilAt: null } }
  await stopNotices(context, [standing], { reaches: ['here'], why: 'It was over before a server took it.' })
  context.touch(found.loaded.row.id)
}

/** The server refused it for good: it is a person's task, and a notice has not arrived. */
export const recordMailRefused = command({
  name: 'record-mail-refused',
  may: ['system'],
  input: z.strictObject(fields),
  async run(context, { messageId, owner, reply }) {
    const found = await owned(context, messageId, owner)
    if (!found.ok) return found
    const { tx } = context
    const mail = found.value
    await noteAttempt(context, mail, 'refused', reply)
    await tx
      .update(outbox)
      .set({ ...released, state: 'failed', reply, attempts: mail.attempts + 1 })
      .where(eq(outbox.id, mail.id))
    await noticeFails(context, mail, `The mail server refused it: ${reply}`)
    return accept(await aboutMail(tx, mail))
  },
  tells: ({ reply, messageId }, about) => ({
    ...mailTold(about),
    sentence: `The mail server refused ${mailWords(about)}: it waits for a person.`,
    facts: { messageId, code: replyCode(reply) },
  }),
})

/** Without a mail server it was written as a file: no delivery, and it starts nothing. */
export const recordMailWritten = command({
  name: 'record-mail-written',
  may: ['system'],
  input: z.strictObject(fields),
  async run(context, { messageId, owner, reply }) {
    const found = await owned(context, messageId, owner)
    if (!found.ok) return found
    const { tx } = context
    const mail = found.value
    await noteAttempt(context, mail, 'written', reply)
    await tx
      .update(outbox)
      .set({ ...released, state: 'written', reply, attempts: mail.attempts + 1 })
      .where(eq(outbox.id, mail.id))
    return accept(await aboutMail(tx, mail))
  },
  tells: ({ messageId }, about) => ({
    ...mailTold(about),
    sentence: `Wrote ${mailWords(about)} to a file, since there is no mail server. That is no delivery.`,
    facts: { messageId },
  }),
})
