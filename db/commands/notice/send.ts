import { z } from 'zod'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { addDays } from '#lib/calendar/date.ts'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import type { Attachment } from '#lib/mail/attachment.ts'
import { refuse } from '#lib/notice/refusals.ts'
import { accept } from '#lib/result.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { type Context, command } from '../../command.ts'
import { takeNumber } from '../../counters.ts'
import { fileRow } from '../../files.ts'
import { sendLetter } from '../../letters.ts'
import { subpoenaRow } from '../../load.ts'
import { asPreviewed, draftNotice, type NoticeDraft } from '../../notice_draft.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { notices, noticeTargets } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

const asked = {
  reference: fields.reference,
  subscriber: fields.subscriberNumber,
  /** Null: the subscriber's own language. */
  language: z.enum(['en', 'ko', 'sv'], 'English, Korean or Swedish.').nullable(),
  /** The last day to object as the sender saw it in the preview; null: there was none. */
  lastDaySeen: fields.calendarDate.nullable(),
}

/**
 * Tells a subscriber by e-mail that their identity is sought. The notice takes effect when a mail server has taken it,
 * and until then the hold has no end.
 */
export const sendNotice = command({
  name: 'send-notice',
  may: ['intake', 'custodian'],
  input: z.strictObject(asked),
  async run(context, { lastDaySeen, ...input }) {
    const { tx, today, zone } = context
    const drafted = await draftNotice(tx, { ...input, today, zone, postedOn: null })
    if (!drafted.ok) return drafted
    const draft = asPreviewed(drafted.value, lastDaySeen)
    if (!draft.ok) return draft
    if (draft.value.subscriber.email === '') return refuseAny('no-email-address')
    return issue(context, draft.value, null)
  },
  tells: ({ reference, subscriber }, { number, targets, lastDayOn }) => ({
    subpoena: reference,
    sentence: `Sends notice ${number} to ${subscriber}, about ${targetLetters(targets)}, by e-mail: to object by ${formatLong(lastDayOn)}.`,
    facts: { number, subscriber, targets, lastDayOn },
  }),
})

/**
 * Draws the notice as a letter to print and records its posting; it takes effect as many days later as the policy gives
 * mail. The day of posting may lie a week ahead, which can only lengthen the hold.
 */
export const postNotice = command({
  name: 'post-notice',
  may: ['intake', 'custodian'],
  input: z.strictObject({ ...asked, postedOn: fields.calendarDate }),
  async run(context, { lastDaySeen, ...input }) {
    const { tx, today, zone } = context
    const { postedOn } = input
    if (postedOn < today) return refuse('posted-before-written', {}, 'postedOn')
    if (postedOn > addDays(today, 7)) return refuse('posted-too-far-ahead', {}, 'postedOn')
    const drafted = await draftNotice(tx, { ...input, today, zone })
    if (!drafted.ok) return drafted
    const draft = asPreviewed(drafted.value, lastDaySeen)
    if (!draft.ok) return draft
    if (draft.value.subscriber.address.trim() === '') return refuse('no-postal-address')
    return issue(context, draft.value, postedOn)
  },
  tells: ({ reference, subscriber, postedOn }, { number, targets, lastDayOn, effectiveOn }) => ({
    subpoena: reference,
    sentence:
      `Posted notice ${number} to ${subscriber}, about ${targetLetters(targets)}, on ${formatLong(postedOn)}: ` +
      `it counts from ${formatLong(effectiveOn)}, to object by ${formatLong(lastDayOn)}.`,
    facts: { number, subscriber, targets, postedOn, effectiveOn, lastDayOn },
  }),
})

async function issue(context: Context, draft: NoticeDraft, postedOn: CalendarDate | null) {
  const { tx, actor, now } = context
  const { subpoenaId, subscriber, targets, letter, copyEnclosed, effectiveOn } = draft
  const sent = await sendLetter(context, {
    kind: 'notice',
    subpoenaId,
    recipient: 'subscriber',
    subscriberId: subscriber.id,
    letter,
    how: postedOn === null ? 'e-mail' : 'post',
    attachments: copyEnclosed ? await copyOfPaper(tx, letter.reference) : [],
  })
  if (!sent.ok) return sent
  const number = await takeNumber(tx, `notice-of-${subpoenaId}`)
  const [row] = await tx
    .insert(notices)
    .values({
      subpoenaId,
      number,
      subscriberId: subscriber.id,
      channel: postedOn === null ? 'e-mail' : 'post',
      language: letter.language,
      paperId: sent.value.paperId,
      outboxId: sent.value.outboxId,
      copyEnclosed,
      lastDayOn: draft.lastDayOn.value,
      opensOn: draft.opensOn.value,
      postedOn,
      effectiveOn: postedOn === null ? null : effectiveOn,
      at: now,
      byId: actor.id,
    })
    .returning({ id: notices.id })
  if (!row) throw new Error('The notice was not written.')
  await tx.insert(noticeTargets).values(targets.map(({ id }) => ({ noticeId: row.id, targetId: id })))
  const numbers = targets.map((target) => target.number)
  return accept({ number, targets: numbers, lastDayOn: draft.lastDayOn.value, effectiveOn })
}

async function copyOfPaper(tx: Tx, reference: string): Promise<Attachment[]> {
  const subpoena = await subpoenaRow(tx, reference)
  const file = subpoena && (await fileRow(tx, subpoena.paperSha256))
  if (!file) throw new Error('The served paper is not in the store.')
  const ending = file.contentType.split('/')[1] ?? 'pdf'
  return [{ filename: `${reference}-subpoena.${ending}`, contentType: file.contentType, sha256: file.sha256 }]
}
