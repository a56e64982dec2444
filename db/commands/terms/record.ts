import { z } from 'zod'
import { isPermitted } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { accept } from '#lib/result.ts'
import { againstTerms, refuse as refuseTerms, type TermsKind } from '#lib/terms/terms.ts'
import { type Context, command } from '../../command.ts'
import { fileRow } from '../../files.ts'
import { loadSubpoena } from '../../load.ts'
import { refuse } from '../../refusals.ts'
import { insertTermsEvent } from '../../terms_events.ts'

type Recorded = {
  readonly reference: string
  readonly reason: string
  readonly file?: string | null
  readonly onDate?: CalendarDate
}

/** The requester agreed to the terms: by the form, by letter, by word of mouth with a note of it. */
export const recordTermsAgreed = command({
  name: 'record-terms-agreed',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    /** The day that they agreed. */
    onDate: fields.calendarDate,
    /** How: who said or signed it. */
    reason: fields.text(1000).optional(),
    file: fields.fileHash.nullish(),
  }),
  seenBy: 'all',
  run: (context, input) => record(context, 'agreed', { ...input, reason: input.reason ?? '' }),
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Recorded that the terms are agreed' }),
})

/** The requester will not pay: counsel decides whether to waive the terms or to reject the paper. */
export const recordTermsRefused = command({
  name: 'record-terms-refused',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    onDate: fields.calendarDate,
    reason: fields.neededText(1000),
    file: fields.fileHash.nullish(),
  }),
  seenBy: 'all',
  run: (context, input) => record(context, 'refused', input),
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Recorded that the terms were refused' }),
})

/** Counsel lets the answer go without agreed terms. Work is still charged unless the charges are dropped. */
export const waiveTerms = command({
  name: 'waive-terms',
  may: ['counsel'],
  input: z.strictObject({ reference: fields.reference, reason: fields.neededText(1000) }),
  seenBy: 'all',
  run: (context, input) => record(context, 'waived', input),
  tells: ({ reference }) => ({ subpoena: reference, sentence: 'Waived the terms of compensation' }),
})

/** No terms apply, such as under an order that sets the fees. */
export const setTermsNotApplicable = command({
  name: 'set-terms-not-applicable',
  may: ['intake', 'counsel'],
  input: z.strictObject({ reference: fields.reference, reason: fields.neededText(1000) }),
  seenBy: 'all',
  run: (context, input) => record(context, 'not-applicable', input),
  tells: ({ reference }) => ({
    subpoena: reference,
    sentence: 'Recorded that no terms of compensation apply',
  }),
})

async function record(context: Context, kind: TermsKind, { reference, reason, file, onDate }: Recorded) {
  const { tx, actor, today, zone } = context
  const loaded = await loadSubpoena(tx, reference)
  if (!loaded) return refuse('no-such-subpoena')
  const against = againstTerms(loaded.facts, kind)
  if (against) return against
  const isRefused = loaded.facts.terms === 'refused'
  if (isRefused && kind === 'not-applicable' && !isPermitted(actor, ['counsel'])) {
    return refuseTerms('terms-refused-for-counsel')
  }
  if (onDate && onDate > today) return refuseTerms('in-the-future', {}, 'onDate')
  if (onDate && onDate < dayOf(loaded.row.receivedAt, zone))
    return refuseTerms('before-receipt', {}, 'onDate')
  if (file && !(await fileRow(tx, file))) return refuse('no-such-file', {}, 'file')
  await insertTermsEvent(context, {
    subpoenaId: loaded.row.id,
    kind,
    reason: reason.trim(),
    file: file ?? null,
    ...(onDate ? { on: onDate } : {}),
  })
  return accept({ reference })
}
