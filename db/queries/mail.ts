import { and, count, desc, eq, gt, inArray, isNotNull, notInArray, type SQL } from 'drizzle-orm'
import {
  type Actor,
  caseReaders,
  isPermitted,
  moneyReaders,
  mustBe,
  type Permission,
} from '#lib/access/actor.ts'
import { type KindOf, kindsOf } from '#lib/kinds.ts'
import { withoutAddresses } from '#lib/mail/reply.ts'
import { alias } from '../columns.ts'
import { mailKeepers } from '../commands/mail/again.ts'
import { attempts, invoices, letters, notices, outbox, people, subpoenas, subscribers } from '../schema.ts'
import { type On, reader } from '../tx.ts'

type MailKind = KindOf<'mailKinds'>
export type MailState = (typeof outbox.$inferSelect)['state']

/** Who sees mail of each kind. */
const readersOf: Record<MailKind, readonly Permission[]> = {
  notice: caseReaders,
  'withdrawal-told': caseReaders,
  letter: caseReaders,
  production: caseReaders,
  invoice: moneyReaders,
  'sign-in': ['administrator'],
}

/** To subscribers: their address is who they are, so lists leave it out. */
const toSubscribers: readonly MailKind[] = ['notice', 'withdrawal-told']

const mailReaders: readonly Permission[] = [...caseReaders, 'billing', 'administrator']

function visible(actor: Actor): SQL | undefined {
  return inArray(
    outbox.kind,
    kindsOf('mailKinds').filter((kind) => isPermitted(actor, readersOf[kind])),
  )
}

const sentAgain = (on: On) => on.select({ id: outbox.resendsId }).from(outbox)

/** The mail of notices after which the same subscriber was sent another about the same paper. */
function toldOtherwise(on: On) {
  const later = alias(notices, 'later')
  return on
    .select({ id: notices.outboxId })
    .from(notices)
    .innerJoin(
      later,
      and(
        eq(later.subpoenaId, notices.subpoenaId),
        eq(later.subscriberId, notices.subscriberId),
        gt(later.number, notices.number),
      ),
    )
    .where(isNotNull(notices.outboxId))
}

/** A state as a filter; a failed mail that was sent again is done with. */
function inState(on: On, state: MailState | null): SQL | undefined {
  if (state === null) return undefined
  if (state !== 'failed') return eq(outbox.state, state)
  const again = sentAgain(on).where(isNotNull(outbox.resendsId))
  const told = toldOtherwise(on)
  return and(eq(outbox.state, 'failed'), notInArray(outbox.id, again), notInArray(outbox.id, told))
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
      },
      reference: subpoenas.reference,
      invoice: invoices.number,
      notice: notices.number,
      subscriber: subscribers.number,
      by: people.name,
    })
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.byId))
    .leftJoin(subpoenas, eq(subpoenas.id, outbox.subpoenaId))
    .leftJoin(invoices, eq(invoices.id, outbox.invoiceId))
    .leftJoin(notices, eq(notices.outboxId, outbox.id))
    .leftJoin(letters, eq(letters.outboxId, outbox.id))
    .leftJoin(subscribers, eq(subscribers.id, letters.subscriberId))
    .where(wanted)
    .orderBy(desc(outbox.id))
    .limit(limit)
    .offset(offset)
  const ids = rows.map(({ mail }) => mail.id)
  const again = ids.length > 0 ? await sentAgain(on).where(inArray(outbox.resendsId, ids)) : []
  const done = new Set(again.map(({ id }) => id))
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
  const isShown = !toSubscribers.includes(line.kind) && line.kind !== 'sign-in'
  return {
    ...line,
    text: isShown ? words.text : null,
    attempts: tries.map(({ reply, ...one }) => ({ ...one, reply: withoutAddresses(reply) })),
    isMine: isPermitted(actor, mailKeepers[line.kind]),
  }
}

export type OneMail = NonNullable<Awaited<ReturnType<typeof mailOf>>>
