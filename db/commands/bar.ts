import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { refuse } from '#lib/notice/refusals.ts'
import { accept } from '#lib/result.ts'
import { effectiveNotice } from '#lib/subpoena/lane.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { command } from '../command.ts'
import { takeNumber } from '../counters.ts'
import { incomingPaper } from '../files.ts'
import { loadSubpoena, subpoenaRow } from '../load.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { noticeBars, notices, noticeTargets, outbox, targets } from '../schema.ts'
import type { Tx } from '../tx.ts'

/**
 * Puts an order on file that forbids telling the subscribers of these targets. Only an order binds: a party's request
 * for secrecy does not. A notice that still waits to be sent does not go.
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
  async run({ tx, actor, now, today }, { reference, targets: numbers, endsOn, file, reason }) {
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
    const stopped = await stopWaiting(tx, row.id, numbers, now)
    return accept({ number, stopped })
  },
  tells: ({ reference, targets: numbers, endsOn, file }, { number, stopped }) => ({
    subpoena: reference,
    sentence:
      `Put order ${number} on file: no notice about ${targetLetters(numbers)} ` +
      `${endsOn ? `until ${formatLong(endsOn)}` : 'until it is lifted'}.` +
      `${stopped.length > 0 ? ` Notice ${stopped.join(', ')} does not go.` : ''}`,
    facts: { number, targets: numbers, endsOn, file },
  }),
})

/** The notices about these targets that no server has taken: their mail is withdrawn, unless it is going at this moment. */
async function stopWaiting(
  tx: Tx,
  subpoenaId: number,
  numbers: readonly number[],
  now: Instant,
): Promise<number[]> {
  const rows = await tx
    .select({ notice: notices, mail: outbox, target: targets.number })
    .from(notices)
    .innerJoin(outbox, eq(outbox.id, notices.outboxId))
    .innerJoin(noticeTargets, eq(noticeTargets.noticeId, notices.id))
    .innerJoin(targets, eq(targets.id, noticeTargets.targetId))
    .where(and(eq(notices.subpoenaId, subpoenaId), isNull(notices.failedAt), isNull(notices.effectiveOn)))
  const waiting = rows.filter(
    ({ mail, target }) =>
      numbers.includes(target) &&
      (mail.state === 'waiting' || mail.state === 'written') &&
      (mail.leaseUntilAt === null || mail.leaseUntilAt <= now),
  )
  const stopped = new Map(waiting.map((row) => [row.notice.id, row]))
  for (const { notice, mail } of stopped.values()) {
    await tx.update(outbox).set({ state: 'withdrawn' }).where(eq(outbox.id, mail.id))
    const failed = { failedAt: now, failedWhy: 'An order forbade it before it went.' }
    await tx.update(notices).set(failed).where(eq(notices.id, notice.id))
  }
  return [...stopped.values()].map(({ notice }) => notice.number)
}

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
