import type { CalendarDate } from '#lib/calendar/date.ts'
import { postedNoticeEffectiveOn } from '#lib/hold/notice.ts'
import type { Language, Letter } from '#lib/letters/letter.ts'
import { subscriberNotice } from '#lib/letters/notice.ts'
import { type NoticeDays, noticeDays } from '#lib/notice/last_day.ts'
import { refuse as refuseNotice } from '#lib/notice/refusals.ts'
import { targetsToNotify } from '#lib/notice/standing.ts'
import { accept, type Result } from '#lib/result.ts'
import { loadSubpoena } from './load.ts'
import { firmOf, servedPaper } from './queries/letter_facts.ts'
import { officeRow } from './queries/office.ts'
import { refuse } from './refusals.ts'
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
  const days = noticeDays(allowed.value, facts, effectiveOn, calendar)
  const numbers = allowed.value.map(({ number }) => number)
  const all = await targetRows(on, row.id)
  const targets = all.filter(({ number }) => numbers.includes(number))
  const copyEnclosed = targets.every(({ copyFit }) => copyFit === true)
  const letter = subscriberNotice(
    {
      office: await officeRow(on),
      paper: servedPaper(row, asked.zone),
      on: asked.today,
      subscriberName: subscriber.namePrinted ?? subscriber.name,
      issuingParty: row.issuingParty,
      issuingAttorney: row.issuingAttorney,
      ...(await firmOf(on, row.requesterId)),
      identifiers: targets.map(({ kind, identifier, period }) => ({ kind, identifier, period })),
      // The demand word for word may name others; it is repeated only where this notice is about all of it.
      recordsRequested: targets.length === all.length ? row.recordsRequested : '',
      lastDayOn: days.lastDayOn.value,
      releaseOpensOn: days.opensOn.value,
      answeredBefore: facts.targets.some(
        (target) => target.subscriberId === subscriber.id && target.answered === 'records',
      ),
      copyEnclosed,
    },
    asked.language ?? subscriber.language,
  )
  return accept({ ...days, subpoenaId: row.id, subscriber, targets, effectiveOn, copyEnclosed, letter })
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
