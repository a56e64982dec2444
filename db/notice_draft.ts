import { eq, inArray } from 'drizzle-orm'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { postedNoticeEffectiveOn } from '#lib/hold/notice.ts'
import type { Language, Letter } from '#lib/letters/letter.ts'
import { releasedTold, subscriberNotice } from '#lib/letters/notice.ts'
import type { NoticeFacts } from '#lib/letters/notice_facts.ts'
import { type NoticeDays, noticeDays } from '#lib/notice/last_day.ts'
import { refuse as refuseNotice } from '#lib/notice/refusals.ts'
import { targetsToNotify } from '#lib/notice/standing.ts'
import { accept, type Result } from '#lib/result.ts'
import type { TargetFacts } from '#lib/subpoena/facts.ts'
import { isPaperFiled } from './files.ts'
import { loadSubpoena } from './load.ts'
import { firmOf, servedPaper } from './queries/letter_facts.ts'
import { officeRow } from './queries/office.ts'
import { refuse } from './refusals.ts'
import { productionItems, productions } from './schema.ts'
import { type SubscriberRow, subscriberOn, type TargetRow, targetRows } from './subscribers.ts'
import type { On } from './tx.ts'

export type NoticeAsked = {
  readonly reference: string
  /** U-00007 */
  readonly subscriber: string
  readonly today: CalendarDate
  readonly zone: string
  /** Null: the subscriber's own. */
  readonly language: Language | null
  /** The day of posting; null: it goes by e-mail, and takes effect today. */
  readonly postedOn: CalendarDate | null
}

export type NoticeDraft = NoticeDays & {
  readonly subpoenaId: number
  readonly subscriber: SubscriberRow
  /** Those that it names. */
  readonly targets: readonly TargetRow[]
  readonly effectiveOn: CalendarDate
  /** All that it names has left, while they could not be told: it gives no day to object by. */
  readonly isAfterwards: boolean
  /** Whether the copy of the paper goes along: where counsel marked it fit for all that the notice is about. */
  readonly copyEnclosed: boolean
  readonly letter: Letter
}

/**
 * The notice to one subscriber exactly as it would go now: asked by the page that shows it and by the command that
 * sends it.
 *
 * @returns the refusals of `targetsToNotify`, and `no-such-…`.
 */
export async function draftNotice(on: On, asked: NoticeAsked) {
  const loaded = await loadSubpoena(on, asked.reference)
  if (!loaded) return refuse('no-such-subpoena')
  const { row, facts, policy, calendar } = loaded
  const subscriber = await subscriberOn(on, row.id, asked.subscriber)
  if (!subscriber) return refuse('no-such-subscriber')
  const allowed = targetsToNotify(facts, subscriber.id, asked.today)
  if (!allowed.ok) return allowed
  const effectiveOn = asked.postedOn
    ? postedNoticeEffectiveOn(asked.postedOn, policy.mailDays).value
    : asked.today
  const unanswered = allowed.value.filter(({ answered }) => answered !== 'records')
  const isAfterwards = unanswered.length === 0
  const about = isAfterwards ? allowed.value : unanswered
  const days = noticeDays(about, facts, effectiveOn, calendar)
  const all = await targetRows(on, row.id)
  const rowsOf = (some: readonly TargetFacts[]) =>
    all.filter((target) => some.some(({ number }) => number === target.number))
  const targets = rowsOf(allowed.value)
  const named = rowsOf(about)
  const isFiled = await isPaperFiled(on, row)
  const copyEnclosed = isFiled && named.every(({ copyFit }) => copyFit === true)
  const letterFacts: NoticeFacts = {
    office: await officeRow(on),
    paper: servedPaper(row, asked.zone),
    on: asked.today,
    subscriberName: subscriber.namePrinted ?? subscriber.name,
    issuingParty: row.issuingParty,
    issuingAttorney: row.issuingAttorney,
    ...(await firmOf(on, row.requesterId)),
    identifiers: named.map(({ kind, identifier, period }) => ({ kind, identifier, period })),
    // The demand word for word may name others; it is repeated only where this notice is about all of it.
    recordsRequested: named.length === all.length ? row.recordsRequested : '',
    lastDayOn: days.lastDayOn.value,
    releaseOpensOn: days.opensOn.value,
    answeredBefore: facts.targets.some(
      (target) => target.subscriberId === subscriber.id && target.answered === 'records',
    ),
    copyEnclosed,
  }
  const language = asked.language ?? subscriber.language
  const letter = isAfterwards
    ? releasedTold({ ...letterFacts, answeredOn: await answeredOn(on, named) }, language)
    : subscriberNotice(letterFacts, language)
  const drafted = { subpoenaId: row.id, subscriber, targets, effectiveOn, copyEnclosed, isAfterwards, letter }
  return accept({ ...days, ...drafted })
}

/** The last day on which something of these targets left. */
async function answeredOn(on: On, named: readonly TargetRow[]): Promise<CalendarDate> {
  const ids = named.map(({ id }) => id)
  const rows = await on
    .select({ releasedOn: productions.releasedOn })
    .from(productionItems)
    .innerJoin(productions, eq(productions.id, productionItems.productionId))
    .where(inArray(productionItems.targetId, ids))
  const days = rows.flatMap(({ releasedOn }) => releasedOn ?? []).sort()
  const last = days.at(-1)
  if (!last) throw new Error('Nothing of these targets has left.')
  return last
}

/** The same, or that the day which the sender saw in the preview is another by now. */
export function asPreviewed<Draft extends NoticeDays>(
  draft: Draft,
  lastDaySeen: CalendarDate | null,
): Result<Draft, 'preview-out-of-date'> {
  const { value: lastDayOn } = draft.lastDayOn
  if (lastDaySeen === null || lastDaySeen === lastDayOn) return accept(draft)
  return refuseNotice('preview-out-of-date', { lastDayOn })
}
