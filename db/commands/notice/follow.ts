import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { refuse } from '#lib/notice/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { subpoenaRow } from '../../load.ts'
import { stopNotices } from '../../notice_stops.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { notices, outbox } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

/** A notice of a subpoena with the mail that carries it, if one does. */
async function loadNotice(tx: Tx, reference: string, number: number) {
  const subpoena = await subpoenaRow(tx, reference)
  if (!subpoena) return refuseAny('no-such-subpoena')
  const [notice] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.subpoenaId, subpoena.id), eq(notices.number, number)))
  if (!notice) return refuse('no-such-notice')
  const [mail] = notice.outboxId ? await tx.select().from(outbox).where(eq(outbox.id, notice.outboxId)) : []
  return accept({ notice, mail: mail ?? null })
}

/**
 * A notice did not arrive: its mail bounced, its letter came back. It is as if it had not been sent, the task to tell
 * the subscriber is open again, and a mail still waiting does not go.
 */
export const recordNoticeBounced = command({
  name: 'record-notice-bounced',
  may: ['intake', 'custodian'],
  input: z.strictObject({
    reference: fields.reference,
    notice: fields.ordinal,
    why: fields.neededText(400),
  }),
  async run(context, { reference, notice: number, why }) {
    const found = await loadNotice(context.tx, reference, number)
    if (!found.ok) return found
    const { notice, mail } = found.value
    if (notice.failedAt !== null) return refuse('failed-before')
    const stopped = await stopNotices(context, [{ notice, mail, targets: [] }], {
      reaches: ['here', 'perhaps', 'gone'],
      why,
    })
    return stopped.length === 0 ? refuse('still-on-its-way') : accept({ channel: notice.channel })
  },
  tells: ({ reference, notice }, { channel }) => ({
    subpoena: reference,
    sentence: `Recorded that notice ${notice}, by ${channel}, did not reach the subscriber.`,
    facts: { notice },
  }),
})

/**
 * A person knows that a notice arrived though no mail server of ours said so: handed over, read, or sent in another
 * way from the file that was written. With it the notice takes effect.
 */
export const recordNoticeDelivered = command({
  name: 'record-notice-delivered',
  may: ['intake', 'custodian'],
  input: z.strictObject({
    reference: fields.reference,
    notice: fields.ordinal,
    deliveredOn: fields.calendarDate,
    proof: fields.neededText(400),
  }),
  async run({ tx, now, today, zone }, { reference, notice: number, deliveredOn, proof }) {
    const found = await loadNotice(tx, reference, number)
    if (!found.ok) return found
    const { notice, mail } = found.value
    if (notice.failedAt !== null) return refuse('failed-before')
    if (notice.effectiveOn !== null) return refuse('delivered-before')
    if (mail?.state === 'waiting') return refuse('still-on-its-way')
    if (deliveredOn > today) return refuse('delivered-in-the-future', {}, 'deliveredOn')
    if (deliveredOn < dayOf(notice.at, zone)) return refuse('delivered-before-written', {}, 'deliveredOn')
    const { lastDayOn } = notice
    if (deliveredOn > lastDayOn) return refuse('delivered-too-late', { lastDayOn }, 'deliveredOn')
    await tx.update(notices).set({ effectiveOn: deliveredOn, proof }).where(eq(notices.id, notice.id))
    if (mail?.state === 'unsure') {
      await tx.update(outbox).set({ state: 'sent', sentAt: now }).where(eq(outbox.id, mail.id))
    }
    return accept(null)
  },
  tells: ({ reference, notice, deliveredOn }) => ({
    subpoena: reference,
    sentence: `Recorded that notice ${notice} was delivered on ${formatLong(deliveredOn)}.`,
    facts: { notice, deliveredOn },
  }),
})
