import { eq } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { Language } from '#lib/letters/letter.ts'
import { withdrawalTold } from '#lib/letters/notice.ts'
import type { EndedFacts, Identifier } from '#lib/letters/notice_facts.ts'
import { accept, type Result } from '#lib/result.ts'
import type { TargetFacts } from '#lib/subpoena/facts.ts'
import type { Context } from './command.ts'
import { sendLetter } from './letters.ts'
import type { Loaded } from './load.ts'
import { standingNotices, stopNotices } from './notice_stops.ts'
import { servedPaper } from './queries/letter_facts.ts'
import { officeRow } from './queries/office.ts'
import { subscribers } from './schema.ts'
import { type SubscriberRow, type TargetRow, targetRows } from './subscribers.ts'
import type { Tx } from './tx.ts'

type Ended = {
  readonly why: EndedFacts['why']
  readonly endedOn: CalendarDate | null
  /** Only those whose targets are among these; without it, all. */
  readonly targets?: readonly number[]
}

export type EndTold = {
  /** The subscribers told, by number. */
  readonly told: string[]
  /** Those of them whose letter a person must print and post. */
  readonly toPost: string[]
  /** The notices that do not go any more. */
  readonly stopped: number[]
}

/**
 * Tells every subscriber who was, or may have been, told of a paper that it has ended, by the same way and in the same
 * language. Who has other targets that run on is told which have ended, and no more. A notice that nobody has is
 * stopped instead; whoever else it named is then to be told anew. Nobody is told
 * that nothing was released where something was.
 */
export async function tellEnded(
  context: Context,
  { row, facts }: Loaded,
  { why, endedOn, targets }: Ended,
): Promise<Result<EndTold, 'no-email-address' | 'no-glyph'>> {
  const { tx, today, zone } = context
  const ended = (number: number) => !targets || targets.includes(number)
  const about = (await standingNotices(tx, row.id)).filter((notice) => notice.targets.some(ended))
  const stopped = await stopNotices(context, about, { reaches: ['here'], why: stoppedWhy[why] })
  const told: string[] = []
  const toPost: string[] = []
  const office = await officeRow(tx)
  for (const { notice, mail } of about) {
    const subscriber = await subscriberById(tx, notice.subscriberId)
    const theirs = facts.targets.filter((target) => target.subscriberId === subscriber.id)
    const released = theirs.some(({ answered }) => answered === 'records')
    if (stopped.includes(notice.number) || released || told.includes(subscriber.number)) continue
    const paper = servedPaper(row, zone)
    const subscriberName = subscriber.namePrinted ?? subscriber.name
    const toldOn = notice.postedOn ?? dayOf(mail?.sentAt ?? notice.at, zone)
    const runsOn = theirs.some((target) => !ended(target.number) && !wasQuashed(target))
    const theirNotices = about.filter((one) => one.notice.subscriberId === subscriber.id)
    const endedNow = theirNotices.flatMap((one) => one.targets.filter(ended))
    const only = runsOn ? identifiersOf(await targetRows(tx, row.id), endedNow) : []
    const letter = withdrawalTold(
      { office, paper, on: today, subscriberName, why, endedOn, toldOn, only },
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
  return accept({ told, toPost, stopped })
}

const wasQuashed = ({ objections }: TargetFacts) => objections.some(({ outcome }) => outcome === 'quashed')

function identifiersOf(rows: readonly TargetRow[], numbers: readonly number[]): Identifier[] {
  return rows
    .filter(({ number }) => numbers.includes(number))
    .map(({ kind, identifier, period }) => ({ kind, identifier, period }))
}

const stoppedWhy = {
  withdrawn: 'The paper was withdrawn before it went.',
  quashed: 'A court quashed what it was about before it went.',
  rejected: 'The paper was rejected before it went.',
}

async function subscriberById(tx: Tx, id: number): Promise<SubscriberRow> {
  const [row] = await tx.select().from(subscribers).where(eq(subscribers.id, id))
  if (!row) throw new Error('A notice went to nobody.')
  return row
}
