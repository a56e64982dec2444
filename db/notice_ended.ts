import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { Language } from '#lib/letters/letter.ts'
import { withdrawalTold } from '#lib/letters/notice.ts'
import type { EndedFacts } from '#lib/letters/notice_facts.ts'
import { accept, type Result } from '#lib/result.ts'
import type { Context } from './command.ts'
import { sendLetter } from './letters.ts'
import type { Loaded } from './load.ts'
import { servedPaper } from './queries/letter_facts.ts'
import { officeRow } from './queries/office.ts'
import { notices, outbox, subscribers } from './schema.ts'

type Ended = {
  readonly why: EndedFacts['why']
  readonly endedOn: CalendarDate | null
  /** Only those whose targets are among these; without it, all. */
  readonly targets?: readonly number[]
}

/**
 * Tells every subscriber who was, or may have been, told of a paper that it has ended, by the same way and in the same
 * language. A notice that no server has taken is withdrawn instead. Nobody is told that nothing was released where
 * something was.
 *
 * @returns The numbers of the subscribers told, U-00007, and the letters that a person must print and post.
 */
export async function tellEnded(
  context: Context,
  { row, facts }: Loaded,
  { why, endedOn, targets }: Ended,
): Promise<Result<{ told: string[]; toPost: string[] }, 'no-email-address' | 'no-glyph'>> {
  const { tx, now, today, zone } = context
  const sent = await tx
    .select({ notice: notices, mail: outbox, subscriber: subscribers })
    .from(notices)
    .innerJoin(subscribers, eq(subscribers.id, notices.subscriberId))
    .leftJoin(outbox, eq(outbox.id, notices.outboxId))
    .where(and(eq(notices.subpoenaId, row.id), isNull(notices.failedAt)))
    .orderBy(asc(notices.number))
  const told: string[] = []
  const toPost: string[] = []
  const office = await officeRow(tx)
  for (const { notice, mail, subscriber } of sent) {
    const theirs = facts.targets.filter((target) => target.subscriberId === subscriber.id)
    const concerned = !targets || theirs.some(({ number }) => targets.includes(number))
    const released = theirs.some(({ answered }) => answered === 'records')
    if (!concerned || released || told.includes(subscriber.number)) continue
    const waits = mail?.state === 'waiting' && (mail.leaseUntilAt === null || mail.leaseUntilAt <= now)
    if (waits && mail.attempts === 0) {
      await tx.update(outbox).set({ state: 'withdrawn' }).where(eq(outbox.id, mail.id))
      continue
    }
    const paper = servedPaper(row, zone)
    const subscriberName = subscriber.namePrinted ?? subscriber.name
    const toldOn = notice.postedOn ?? dayOf(mail?.sentAt ?? notice.at, zone)
    const letter = withdrawalTold(
      { office, paper, on: today, subscriberName, why, endedOn, toldOn },
      notice.language as Language,
    )
    const asked = { kind: 'withdrawal-told', subpoenaId: row.id, recipient: 'subscriber' } as const
    const how = notice.channel
    const to = subscriber.email || (mail?.toAddress ?? '')
    const done = await sendLetter(context, { ...asked, subscriberId: subscriber.id, letter, how, to })
    if (!done.ok) return done
    told.push(subscriber.number)
    if (how === 'post') toPost.push(subscriber.number)
  }
  return accept({ told, toPost })
}
