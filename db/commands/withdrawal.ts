import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import { refuse } from '#lib/withdrawal/refusals.ts'
import { command } from '../command.ts'
import { incomingPaper } from '../files.ts'
import { loadSubpoena } from '../load.ts'
import { tellEnded } from '../notice_ended.ts'
import { doesNotGo } from '../notice_stops.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { decisions } from '../schema.ts'

/**
 * Records that those who served the paper withdrew it, in writing. Nothing leaves any more; each subscriber who was
 * told is told of it; what was done may still be billed.
 */
export const withdrawSubpoena = command({
  name: 'withdraw-subpoena',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    withdrawnOn: fields.calendarDate,
    file: fields.fileHash,
    reason: fields.text(1000),
  }),
  async run(context, { reference, withdrawnOn, file, reason }) {
    const { tx, actor, now, today } = context
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { judgement, closed } = loaded.facts
    const over = judgement === 'withdrawn' || judgement === 'rejected' || judgement === 'referred'
    if (closed) return refuse('closed')
    if (over) return refuse('not-open')
    if (withdrawnOn > today) return refuse('withdrawn-in-the-future', {}, 'withdrawnOn')
    if (!(await incomingPaper(tx, file))) return refuseAny('no-such-file', {}, 'file')
    const told = await tellEnded(context, loaded, { why: 'withdrawn', endedOn: withdrawnOn })
    if (!told.ok) return told
    await tx.insert(decisions).values({
      subpoenaId: loaded.row.id,
      kind: 'withdrawn',
      reason,
      deficiencies: [],
      fileSha256: file,
      decidedOn: withdrawnOn,
      at: now,
      byId: actor.id,
    })
    return told
  },
  tells: ({ reference, withdrawnOn, file }, { told, stopped }) => ({
    subpoena: reference,
    sentence:
      `Recorded that the paper was withdrawn on ${formatLong(withdrawnOn)}. ` +
      (told.length > 0 ? `Tells ${told.join(', ')}.` : 'Nobody had been told of it.') +
      doesNotGo(stopped),
    facts: { withdrawnOn, file, told },
  }),
})
