import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import { refuse } from '#lib/notice/refusals.ts'
import { accept } from '#lib/result.ts'
import { effectiveNotice } from '#lib/subpoena/lane.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { command } from '../command.ts'
import { takeNumber } from '../counters.ts'
import { incomingPaper } from '../files.ts'
import { loadSubpoena, subpoenaRow } from '../load.ts'
import { doesNotGo, standingNotices, stopNotices } from '../notice_stops.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { noticeBars } from '../schema.ts'

/**
 * Puts an order on file that forbids telling the subscribers of these targets. Only an order binds: a party's request
 * for secrecy does not. A notice that is not known to have gone does not
 * go any more.
 */
export const barNotice = command({
  name: 'bar-notice',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    targets: fields.targetNumbers,
    /** Its last day; null: until it is lifted. */
    endsOn: fields.calendarDate.nullable(),
    file: fields.fileHash,
    reason: fields.neededText(1000),
  }),
  async run(context, { reference, targets: numbers, endsOn, file, reason }) {
    const { tx, actor, now, today } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    const chosen = facts.targets.filter(({ number }) => numbers.includes(number))
    if (chosen.length < new Set(numbers).size) return refuseAny('no-such-target', {}, 'targets')
    if (endsOn !== null && endsOn < today) return refuse('bar-ends-in-the-past', {}, 'endsOn')
    const told = chosen.filter((target) => effectiveNotice(target) !== null).map(({ number }) => number)
    if (told.length > 0) return refuse('noticed-before-the-bar', { targets: told }, 'targets')
    if (!(await incomingPaper(tx, file))) return refuseAny('no-such-file', {}, 'file')
    const number = await takeNumber(tx, `bar-of-${row.id}`)
    const made = { subpoenaId: row.id, number, at: now, byId: actor.id }
    await tx.insert(noticeBars).values({ ...made, targetNumbers: numbers, endsOn, fileSha256: file, reason })
    const about = (await standingNotices(tx, row.id)).filter(({ targets }) =>
      targets.some((target) => numbers.includes(target)),
    )
    const stopped = await stopNotices(context, about, {
      reaches: ['here', 'perhaps'],
      why: 'An order forbade it before it was known to have arrived.',
    })
    return accept({ number, stopped })
  },
  tells: ({ reference, targets: numbers, endsOn, file }, { number, stopped }) => ({
    subpoena: reference,
    sentence:
      `Put order ${number} on file: no notice about ${targetLetters(numbers)} ` +
      `${endsOn ? `until ${formatLong(endsOn)}` : 'until it is lifted'}.` +
      doesNotGo(stopped),
    facts: { number, targets: numbers, endsOn, file },
  }),
})

/** The order was lifted, or was none: the subscribers are to be told. */
export const liftBar = command({
  name: 'lift-bar',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    bar: fields.ordinal,
    reason: fields.neededText(1000),
  }),
  async run({ tx, actor, now }, { reference, bar: number, reason }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const [bar] = await tx
      .select()
      .from(noticeBars)
      .where(and(eq(noticeBars.subpoenaId, subpoena.id), eq(noticeBars.number, number)))
    if (!bar) return refuse('no-such-bar')
    if (bar.liftedAt !== null) return refuse('lifted-before')
    await tx
      .update(noticeBars)
      .set({ liftedAt: now, liftedById: actor.id, liftedWhy: reason })
      .where(eq(noticeBars.id, bar.id))
    return accept({ targets: bar.targetNumbers })
  },
  tells: ({ reference, bar }, { targets: numbers }) => ({
    subpoena: reference,
    sentence: `Lifted order ${bar}: ${targetLetters(numbers)} may be told.`,
    facts: { bar },
  }),
})
