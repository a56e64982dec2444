import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { postedNoticeEffectiveOn } from '#lib/hold/notice.ts'
import * as fields from '#lib/input.ts'
import { refuse } from '#lib/notice/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { loadSubpoena } from '../../load.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { notices } from '../../schema.ts'

/**
 * A letter was printed and posted: it takes effect as many days later as the policy gives mail. One that would arrive
 * after the last day it prints tells nothing in time, and another is made.
 */
export const recordNoticePosted = command({
  name: 'record-notice-posted',
  may: ['intake', 'custodian'],
  input: z.strictObject({
    reference: fields.reference,
    notice: fields.ordinal,
    postedOn: fields.calendarDate,
  }),
  async run({ tx, today, zone }, { reference, notice: number, postedOn }) {
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const [notice] = await tx
      .select()
      .from(notices)
      .where(and(eq(notices.subpoenaId, loaded.row.id), eq(notices.number, number)))
    if (!notice) return refuse('no-such-notice')
    if (notice.channel !== 'post') return refuse('not-a-letter')
    if (notice.failedAt !== null) return refuse('failed-before')
    if (notice.effectiveOn !== null) return refuse('delivered-before')
    if (postedOn > today) return refuse('posted-in-the-future', {}, 'postedOn')
    if (postedOn < dayOf(notice.at, zone)) return refuse('posted-before-written', {}, 'postedOn')
    const effectiveOn = postedNoticeEffectiveOn(postedOn, loaded.policy.mailDays).value
    const { lastDayOn } = notice
    if (effectiveOn > lastDayOn) return refuse('posted-too-late', { lastDayOn }, 'postedOn')
    await tx.update(notices).set({ postedOn, effectiveOn }).where(eq(notices.id, notice.id))
    return accept({ effectiveOn })
  },
  tells: ({ reference, notice, postedOn }, { effectiveOn }) => ({
    subpoena: reference,
    sentence: `Posted notice ${notice} on ${formatLong(postedOn)}: it counts from ${formatLong(effectiveOn)}.`,
    facts: { notice, postedOn, effectiveOn },
  }),
})
