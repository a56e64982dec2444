import { and, asc, eq } from 'drizzle-orm'
import { type Actor, caseReaders, mustBe } from '#lib/access/actor.ts'
import { withoutAddresses } from '#lib/mail/reply.ts'
import { deliveryOf } from '#lib/notice/delivery.ts'
import {
  letters,
  noticeBars,
  notices,
  noticeTargets,
  outbox,
  papers,
  people,
  subscribers,
  targets,
} from '../schema.ts'
import { type On, reader } from '../tx.ts'
import { type Identities, identitiesOf } from './identity.ts'
import { subpoenaIdOf } from './ids.ts'

/** The notices of a subpoena by row id, in order, each with how far it came. Subscribers by number only. */
export async function noticeLines(on: On, subpoenaId: number) {
  const rows = await on
    .select({ notice: notices, mail: outbox, subscriber: subscribers.number, by: people.name })
    .from(notices)
    .innerJoin(subscribers, eq(subscribers.id, notices.subscriberId))
    .innerJoin(people, eq(people.id, notices.byId))
    .leftJoin(outbox, eq(outbox.id, notices.outboxId))
    .where(eq(notices.subpoenaId, subpoenaId))
    .orderBy(asc(notices.number))
  const named = await on
    .select({
      noticeId: noticeTargets.noticeId,
      number: targets.number,
      subscriberId: targets.subscriberId,
    })
    .from(noticeTargets)
    .innerJoin(targets, eq(targets.id, noticeTargets.targetId))
    .where(eq(targets.subpoenaId, subpoenaId))
    .orderBy(asc(targets.number))
  return rows.map(({ notice, mail, subscriber, by }) => ({
    number: notice.number,
    subscriber,
    channel: notice.channel,
    language: notice.language,
    copyEnclosed: notice.copyEnclosed,
    lastDayOn: notice.lastDayOn,
    postedOn: notice.postedOn,
    effectiveOn: notice.effectiveOn,
    proof: withoutAddresses(notice.proof),
    failedAt: notice.failedAt,
    failedWhy: withoutAddresses(notice.failedWhy),
    at: notice.at,
    by,
    targets: named.filter(({ noticeId }) => noticeId === notice.id).map(({ number }) => number),
    /** Those of them whose subscriber is another, or nobody, by now: it told a stranger of them. */
    notTheirs: named
      .filter(({ noticeId, subscriberId }) => noticeId === notice.id && subscriberId !== notice.subscriberId)
      .map(({ number }) => number),
    delivery: deliveryOf({ ...notice, mailState: mail?.state ?? null }),
    mail: mail && {
      messageId: mail.messageId,
      sentAt: mail.sentAt,
      tries: mail.attempts,
      nextTryAt: mail.nextTryAt,
      reply: withoutAddresses(mail.reply),
    },
  }))
}

export type NoticeLine = Awaited<ReturnType<typeof noticeLines>>[number]

/** @throws NotAllowed for a role that does not see the case. */
export async function noticesOf(actor: Actor, reference: string): Promise<NoticeLine[]> {
  mustBe(actor, caseReaders)
  const id = await subpoenaIdOf(reader(), reference)
  return id === null ? [] : noticeLines(reader(), id)
}

/** The printed notice, for those to whom its subscriber is shown; it names them. */
export async function noticePaper(actor: Actor, reference: string, number: number) {
  const identities = await identitiesOf(actor, reference)
  if (identities.state !== 'shown') return null
  const id = await subpoenaIdOf(reader(), reference)
  const [row] = await reader()
    .select({ bytes: papers.bytes, sha256: papers.sha256, subscriber: subscribers.number })
    .from(notices)
    .innerJoin(papers, eq(papers.id, notices.paperId))
    .innerJoin(subscribers, eq(subscribers.id, notices.subscriberId))
    .where(and(eq(notices.subpoenaId, id ?? 0), eq(notices.number, number)))
  if (!row || !isShown(identities, row.subscriber)) return null
  return { name: `${reference}-notice-${number}.pdf`, bytes: row.bytes, sha256: row.sha256 }
}

function isShown(identities: Identities, subscriber: string): boolean {
  return (
    identities.state === 'shown' && [...identities.of.values()].some(({ number }) => number === subscriber)
  )
}

const toldOfTheEnd = (id: number) =>
  and(eq(letters.subpoenaId, id), eq(letters.kind, 'withdrawal-told'), eq(letters.recipient, 'subscriber'))

/** The letters that told subscribers of the end of a paper, in order: the place of each is its number. */
export async function endedLetters(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const id = await subpoenaIdOf(reader(), reference)
  const rows = await reader()
    .select({
      subscriber: subscribers.number,
      on: letters.onDate,
      mail: outbox.state,
      messageId: outbox.messageId,
    })
    .from(letters)
    .innerJoin(subscribers, eq(subscribers.id, letters.subscriberId))
    .leftJoin(outbox, eq(outbox.id, letters.outboxId))
    .where(toldOfTheEnd(id ?? 0))
    .orderBy(asc(letters.id))
  return rows.map((row, index) => ({ number: index + 1, ...row }))
}

/** One of them as it was issued, for those to whom its subscriber is shown. */
export async function endedLetterPaper(actor: Actor, reference: string, number: number) {
  const identities = await identitiesOf(actor, reference)
  const id = await subpoenaIdOf(reader(), reference)
  const rows = await reader()
    .select({ subscriber: subscribers.number, paperId: letters.paperId })
    .from(letters)
    .innerJoin(subscribers, eq(subscribers.id, letters.subscriberId))
    .where(toldOfTheEnd(id ?? 0))
    .orderBy(asc(letters.id))
  const found = rows[number - 1]
  if (!found || !isShown(identities, found.subscriber)) return null
  const [paper] = await reader().select().from(papers).where(eq(papers.id, found.paperId))
  return paper ? { name: `${reference}-ended-${number}.pdf`, bytes: paper.bytes, sha256: paper.sha256 } : null
}

/** The orders that forbid a notice, with those that were lifted. */
export async function barsOf(actor: Actor, reference: string) {
  mustBe(actor, caseReaders)
  const id = await subpoenaIdOf(reader(), reference)
  return reader()
    .select({
      number: noticeBars.number,
      targets: noticeBars.targetNumbers,
      endsOn: noticeBars.endsOn,
      reason: noticeBars.reason,
      file: noticeBars.fileSha256,
      at: noticeBars.at,
      liftedAt: noticeBars.liftedAt,
      liftedWhy: noticeBars.liftedWhy,
      by: people.name,
    })
    .from(noticeBars)
    .innerJoin(people, eq(people.id, noticeBars.byId))
    .where(eq(noticeBars.subpoenaId, id ?? 0))
    .orderBy(asc(noticeBars.number))
}

export type BarLine = Awaited<ReturnType<typeof barsOf>>[number]
