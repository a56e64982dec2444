import { and, count, desc, eq, inArray, isNotNull, lt, notInArray, type SQL } from 'drizzle-orm'
import { type Actor, isPermitted, mustBe } from '#lib/access/actor.ts'
import { withoutAddresses } from '#lib/mail/reply.ts'
import { mailKeepers } from '../commands/mail/again.ts'
import {
  attempts,
  invoices,
  letters,
  notices,
  outbox,
  people,
  productions,
  shipments,
  subpoenas,
  subscribers,
} from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { shippedAgain, toldOtherwise } from './done_otherwise.ts'
import { mailReaders, readersOf, toSubscribers, visible, wordsFor } from './mail_readers.ts'
import { type Span, type Stretch, stretchOf } from './stretch.ts'

export type MailState = (typeof outbox.$inferSelect)['state']

const sentAgain = (on: On) => on.select({ id: outbox.resendsId }).from(outbox)

/** A state as a filter; a failed mail that was sent again is done with. */
export function inState(on: On, state: MailState | null): SQL | undefined {
  if (state === null) return undefined
  if (state !== 'failed') return eq(outbox.state, state)
  const again = sentAgain(on).where(isNotNull(outbox.resendsId))
  const told = toldOtherwise(on)
  const done = [again, told, shippedAgain(on)].map((ids) => notInArray(outbox.id, ids))
  return and(eq(outbox.state, 'failed'), ...done)
}

export const mailPageSize = 50

/**
 * The mail that an actor sees, the newest first, a page at a time, and how many there are in each state.
 *
 * @throws NotAllowed for a role that sees no mail.
 */
export async function mailPage(actor: Actor, { state, page }: { state: MailState | null; page: number }) {
  mustBe(actor, mailReaders)
  const on = reader()
  const wanted = and(visible(actor), inState(on, state))
  const rows = await lines(on, wanted, mailPageSize, (page - 1) * mailPageSize)
  const { counts, all } = await countsOf(on, actor)
  return { rows, total: state === null ? all : counts[state], counts }
}

/** A stretch of the mail that an actor sees, the newest first. @throws NotAllowed for a role that sees no mail. */
export async function mailAfter(
  actor: Actor,
  state: MailState | null,
  { after, most }: Span,
): Promise<Stretch<MailLine>> {
  mustBe(actor, mailReaders)
  const on = reader()
  const older = after === null ? undefined : lt(outbox.id, after)
  const wanted = and(visible(actor), inState(on, state), older)
  const found = await on
    .select({ id: outbox.id })
    .from(outbox)
    .where(wanted)
    .orderBy(desc(outbox.id))
    .limit(most + 1)
  return stretchOf(
    found.map(({ id }) => id),
    most,
    (ids) => lines(on, inArray(outbox.id, [...ids]), most, 0),
  )
}

/** How many an actor sees in each state, and in all: a failed one that is done with is in none. */
async function countsOf(on: On, actor: Actor): Promise<{ counts: Record<MailState, number>; all: number }> {
  const counts = { waiting: 0, sent: 0, written: 0, failed: 0, unsure: 0, withdrawn: 0 }
  const rows = await on
    .select({ state: outbox.state, total: count() })
    .from(outbox)
    .where(visible(actor))
    .groupBy(outbox.state)
  for (const { state, total } of rows) counts[state] = total
  const all = rows.reduce((sum, { total }) => sum + total, 0)
  const [failed] = await on
    .select({ total: count() })
    .from(outbox)
    .where(and(visible(actor), inState(on, 'failed')))
  return { counts: { ...counts, failed: failed?.total ?? 0 }, all }
}

async function lines(on: On, wanted: SQL | undefined, limit: number, offset: number) {
  const rows = await on
    .select({
      mail: {
        id: outbox.id,
        messageId: outbox.messageId,
        kind: outbox.kind,
        subject: outbox.subject,
        toAddress: outbox.toAddress,
        state: outbox.state,
        tries: outbox.attempts,
        nextTryAt: outbox.nextTryAt,
        createdAt: outbox.createdAt,
        sentAt: outbox.sentAt,
        reply: outbox.reply,
        resendsId: outbox.resendsId,
        stoppedWhy: outbox.stoppedWhy,
      },
      reference: subpoenas.reference,
      invoice: invoices.number,
      notice: notices.number,
      production: productions.number,
      subscriber: subscribers.number,
      by: people.name,
    })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.byId))
    .leftJoin(subpoenas, eq(subpoenas.id, outbox.subpoenaId))
    .leftJoin(invoices, eq(invoices.id, outbox.invoiceId))
    .leftJoin(notices, eq(notices.outboxId, outbox.id))
    .leftJoin(letters, eq(letters.outboxId, outbox.id))
    .leftJoin(shipments, eq(shipments.outboxId, outbox.id))
    .leftJoin(productions, eq(productions.id, shipments.productionId))
    .leftJoin(subscribers, eq(subscribers.id, letters.subscriberId))
    .where(wanted)
    .orderBy(desc(outbox.id))
    .limit(limit)
    .offset(offset)
  const ids = rows.map(({ mail }) => mail.id)
  const again = ids.length > 0 ? await sentAgain(on).where(inArray(outbox.resendsId, ids)) : []
  const shipped = ids.length > 0 ? await shippedAgain(on, ids) : []
  const done = new Set([...again, ...shipped].map(({ id }) => id))
  return rows.map(({ mail: { id, toAddress, reply, resendsId, ...mail }, ...about }) => ({
    ...mail,
    ...about,
    to: toSubscribers.includes(mail.kind) ? null : toAddress,
    reply: withoutAddresses(reply),
    isResent: done.has(id),
    resends: resendsId !== null,
  }))
}

export type MailLine = Awaited<ReturnType<typeof lines>>[number]

/** One mail with its tries; its words only where they name no subscriber and open no door. */
export async function mailOf(actor: Actor, messageId: string) {
  mustBe(actor, mailReaders)
  const on = reader()
  const wanted = and(visible(actor), eq(outbox.messageId, messageId))
  const [line] = await lines(on, wanted, 1, 0)
  const [words] = await on.select({ id: outbox.id, text: outbox.text }).from(outbox).where(wanted)
  if (!line || !words) return null
  const tries = await on
    .select({ at: attempts.at, outcome: attempts.outcome, reply: attempts.reply })
    .from(attempts)
    .where(eq(attempts.outboxId, words.id))
    .orderBy(desc(attempts.id))
  const isShown = isPermitted(actor, wordsFor[line.kind] ?? readersOf[line.kind])
  return {
    ...line,
    text: isShown ? words.text : null,
    attempts: tries.map(({ reply, ...one }) => ({ ...one, reply: withoutAddresses(reply) })),
    isMine: isPermitted(actor, mailKeepers[line.kind]),
  }
}

export type OneMail = NonNullable<Awaited<ReturnType<typeof mailOf>>>
