import { eq } from 'drizzle-orm'
import { accept, type Result } from '#lib/result.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import { refuse } from '#lib/subscriber/refusals.ts'
import type { Context } from './command.ts'
import { type StandingNotice, standingNotices, stopNotices } from './notice_stops.ts'
import { factsOfMany } from './queries/facts_many.ts'
import { earlyReleases, subpoenas, targets } from './schema.ts'
import type { SubscriberFields, SubscriberRow } from './subscribers.ts'

export type Corrected = {
  readonly before: SubscriberRow
  readonly given: SubscriberFields
  /** What a person says of the notices that went by what was known before; empty: nothing. */
  readonly noticeReached: '' | 'reached' | 'not-reached'
}

type Kind = 'leaned-on' | 'another-subscriber' | 'did-it-reach' | 'notice-is-going'

/**
 * What a correction of a subscriber means for what was done with what was known before, in every subpoena that still
 * asks for them. A notice that has not gone does not go. One that may have gone counts on only if a person says that it
 * reached them; to another account it went to another subscriber.
 *
 * @returns The notices that count no more: "S-2026-00042 notice 1".
 */
export async function settleCorrection(
  context: Context,
  { before, given, noticeReached }: Corrected,
): Promise<Result<string[], Kind>> {
  const isOther = before.account.trim() !== '' && given.account.trim() !== before.account.trim()
  const isRenamed = given.name.trim() !== before.name.trim()
  const stopped: string[] = []
  for (const open of await openSubpoenas(context, before.id)) {
    const leaned = isOther || isRenamed ? await leanedOn(context, open) : null
    if (leaned !== null)
      return refuse('leaned-on', { reference: open.reference, letter: targetLetter(leaned) })
    const wrong = open.standing.filter(
      (notice) => isOther || isRenamed || wentElsewhere(notice, before, given),
    )
    const found = await stopNotices(context, wrong, { reaches: ['here'], why: correctedWhy })
    const left = wrong.filter(({ notice }) => !found.includes(notice.number))
    if (left.length > 0 && isOther)
      return refuse('another-subscriber', { reference: open.reference }, 'account')
    if (left.length > 0 && noticeReached === '') {
      return refuse('did-it-reach', { reference: open.reference }, 'noticeReached')
    }
    if (noticeReached === 'not-reached') {
      const may = await stopNotices(context, left, { reaches: ['perhaps', 'gone'], why: correctedWhy })
      if (may.length < left.length) return refuse('notice-is-going', { reference: open.reference })
      found.push(...may)
    }
    if (found.length > 0) context.touch(open.id)
    stopped.push(...found.map((number) => `${open.reference} notice ${number}`))
  }
  return accept(stopped)
}

const correctedWhy = 'What is known of the subscriber was corrected, and it had not reached them.'

/** Whether a notice was sent by an address that is corrected now. */
function wentElsewhere({ notice, mail }: StandingNotice, before: SubscriberRow, given: SubscriberFields) {
  if (notice.channel === 'post') return given.address.trim() !== before.address.trim()
  return given.email !== before.email && mail?.toAddress !== given.email
}

type Open = {
  readonly id: number
  readonly reference: string
  /** The subscriber’s targets that nothing was said of yet. */
  readonly unanswered: readonly { readonly number: number; readonly prepared: boolean }[]
  /** The notices that told, or are to tell, the subscriber of them. */
  readonly standing: readonly StandingNotice[]
}

async function openSubpoenas({ tx }: Context, subscriberId: number): Promise<Open[]> {
  const rows = await tx
    .selectDistinct({ id: subpoenas.id, reference: subpoenas.reference })
    .from(targets)
    .innerJoin(subpoenas, eq(subpoenas.id, targets.subpoenaId))
    .where(eq(targets.subscriberId, subscriberId))
  const all = await factsOfMany(
    tx,
    rows.map(({ id }) => id),
  )
  const open: Open[] = []
  for (const row of rows) {
    const facts = all.get(row.id)
    if (!facts || facts.closed || facts.judgement === 'withdrawn' || facts.judgement === 'rejected') continue
    const unanswered = facts.targets.filter(
      (target) => target.subscriberId === subscriberId && target.answered === null,
    )
    const standing = (await standingNotices(tx, row.id)).filter(
      ({ notice, targets: named }) =>
        notice.subscriberId === subscriberId && unanswered.some(({ number }) => named.includes(number)),
    )
    open.push({ ...row, unanswered, standing })
  }
  return open
}

/** The number of a target with which an early release, or what is prepared to leave, leans on who the subscriber is. */
async function leanedOn({ tx }: Context, { id, unanswered }: Open): Promise<number | null> {
  const early = await tx
    .select({ targetNumbers: earlyReleases.targetNumbers, decision: earlyReleases.decision })
    .from(earlyReleases)
    .where(eq(earlyReleases.subpoenaId, id))
  const leaning = early
    .filter(({ decision }) => decision !== 'refused')
    .flatMap(({ targetNumbers }) => targetNumbers)
  return unanswered.find(({ number, prepared }) => prepared || leaning.includes(number))?.number ?? null
}
