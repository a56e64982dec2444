import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { isNarrower, isStay, needsPaper } from '#lib/objection/effects.ts'
import { refuse } from '#lib/objection/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { editedMeanwhile, lastEditor } from '../../edited_meanwhile.ts'
import { fileRow } from '../../files.ts'
import { tellEnded } from '../../notice_ended.ts'
import { effectWords, loadObjection } from '../../objections.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { objections } from '../../schema.ts'

/** Counsel decides what an open objection does, with a reason. A stay that stands ends only with an outcome. */
export const changeObjectionEffect = command({
  name: 'change-objection-effect',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    objection: fields.ordinal,
    version: fields.version,
    effect: fields.kind('objectionEffects'),
    extendsToOn: fields.calendarDate.nullable(),
    reason: fields.neededText(1000),
  }),
  async run({ tx, today }, { reference, objection: number, version, effect, extendsToOn, reason }) {
    const found = await loadObjection(tx, reference, number)
    if (!found.ok) return found
    const { objection } = found.value
    if (objection.outcome !== null) return refuse('has-outcome')
    if (objection.version !== version) {
      const by = await lastEditor(tx, objection.subpoenaId, ['change-objection-effect'])
      const now = {
        effect: objection.effect,
        extendsToOn: objection.extendsToOn ?? '',
        reason: objection.effectReason,
      }
      return editedMeanwhile(by, objection.version, now, { effect, extendsToOn: extendsToOn ?? '', reason })
    }
    // To stay a part where all was stayed lifts the stay of the rest.
    const lifts = isStay(objection.effect) && (!isStay(effect) || isNarrower(effect, objection.effect))
    if (lifts) return refuse('stay-needs-outcome', {}, 'effect')
    const extending = effect === 'extends-to-day'
    if (extending && extendsToOn === null) return refuse('no-day', {}, 'extendsToOn')
    if (extending && extendsToOn !== null && extendsToOn < today)
      return refuse('day-passed', {}, 'extendsToOn')
    const day = extending ? extendsToOn : null
    await tx
      .update(objections)
      .set({ effect, extendsToOn: day, effectReason: reason, version: version + 1 })
      .where(eq(objections.id, objection.id))
    return accept({ day })
  },
  tells: ({ reference, objection, effect }, { day }) => ({
    subpoena: reference,
    sentence: `Decided what objection ${objection} does: ${effectWords(effect, day, formatLong)}.`,
    facts: { objection, effect, extendsToOn: day },
  }),
})

/**
 * How an objection ended, given once. What stays an answer is lifted only by an outcome with its paper. Who was told of
 * the paper is told when a court has quashed it.
 */
export const recordObjectionOutcome = command({
  name: 'record-objection-outcome',
  may: ['counsel'],
  input: z.strictObject({
    reference: fields.reference,
    objection: fields.ordinal,
    outcome: fields.kind('objectionOutcomes'),
    outcomeOn: fields.calendarDate,
    reason: fields.text(1000),
    file: fields.fileHash.nullable(),
  }),
  async run(context, { reference, objection: number, outcome, outcomeOn, reason, file }) {
    const { tx, actor, now, today } = context
    const found = await loadObjection(tx, reference, number)
    if (!found.ok) return found
    const { objection, loaded } = found.value
    if (objection.outcome !== null) return refuse('has-outcome')
    if (outcomeOn > today) return refuse('outcome-in-the-future', {}, 'outcomeOn')
    if (file === null && needsPaper(objection.effect, outcome)) {
      return outcome === 'quashed'
        ? refuse('quash-needs-paper', {}, 'file')
        : refuse('stay-needs-paper', {}, 'file')
    }
    if (file !== null && !(await fileRow(tx, file))) return refuseAny('no-such-file', {}, 'file')
    await tx
      .update(objections)
      .set({
        outcome,
        outcomeOn,
        outcomeReason: reason,
        outcomeFileSha256: file,
        outcomeAt: now,
        outcomeById: actor.id,
        version: objection.version + 1,
      })
      .where(eq(objections.id, objection.id))
    if (outcome !== 'quashed') return accept({ told: [] as string[], toPost: [] as string[] })
    const targets = objection.effect === 'stays-all' ? undefined : objection.targetNumbers
    return tellEnded(context, loaded, { why: 'quashed', endedOn: outcomeOn, targets })
  },
  tells: ({ reference, objection, outcome, outcomeOn, file }, { told }) => ({
    subpoena: reference,
    sentence:
      `Objection ${objection} ended on ${formatLong(outcomeOn)}: ${labelOf('objectionOutcomes', outcome).toLowerCase()}.` +
      `${told.length > 0 ? ` Tells ${told.join(', ')}.` : ''}`,
    facts: { objection, outcome, outcomeOn, file, told },
  }),
})
