import { z } from 'zod'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { usualEffect } from '#lib/objection/effects.ts'
import { refuse } from '#lib/objection/refusals.ts'
import { accept } from '#lib/result.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { command } from '../../command.ts'
import { takeNumber } from '../../counters.ts'
import { incomingPaper } from '../../files.ts'
import { loadSubpoena } from '../../load.ts'
import { effectWords, extensionOf } from '../../objections.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { objections } from '../../schema.ts'

/**
 * Takes an objection in. Its kind sets what it does from this moment, holding back where there is doubt; counsel may
 * change that with a reason. A late one is honoured for as long as nothing has left.
 */
export const recordObjection = command({
  name: 'record-objection',
  may: ['intake', 'custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    kind: fields.kind('objectionKinds'),
    targets: fields.targetNumbers,
    /** The court, the requester or us, in words. */
    filedWhere: fields.line(200),
    filedOn: fields.calendarDate.nullable(),
    receivedAt: fields.instant,
    text: fields.text(4000),
    file: fields.fileHash.nullable(),
  }),
  async run({ tx, actor, now, today }, input) {
    const { reference, kind, targets: numbers, filedWhere, filedOn, receivedAt, text, file } = input
    const loaded = await loadSubpoena(tx, reference)
    if (!loaded) return refuseAny('no-such-subpoena')
    const { row, facts } = loaded
    const { judgement, closed } = facts
    if (closed) return refuse('closed')
    if (judgement === 'rejected' || judgement === 'withdrawn' || judgement === 'referred') {
      return refuse('not-open')
    }
    const known = facts.targets.map(({ number }) => number)
    if (!numbers.every((number) => known.includes(number))) return refuseAny('no-such-target', {}, 'targets')
    if (receivedAt > now) return refuse('received-in-the-future', {}, 'receivedAt')
    if (filedOn !== null && filedOn > today) return refuse('filed-in-the-future', {}, 'filedOn')
    if (file !== null && !(await incomingPaper(tx, file))) return refuseAny('no-such-file', {}, 'file')
    const effect = usualEffect(kind)
    const extendsToOn = effect === 'extends-to-day' ? extensionOf(loaded, numbers, today).value : null
    const number = await takeNumber(tx, `objection-of-${row.id}`)
    await tx.insert(objections).values({
      subpoenaId: row.id,
      number,
      kind,
      targetNumbers: [...new Set(numbers)].sort((a, b) => a - b),
      filedWhere,
      filedOn,
      receivedAt,
      text,
      fileSha256: file,
      effect,
      extendsToOn,
      effectReason: 'As usual for its kind.',
      at: now,
      byId: actor.id,
    })
    return accept({ number, effect, extendsToOn })
  },
  tells: ({ reference, kind, targets: numbers, file }, { number, effect, extendsToOn }) => ({
    subpoena: reference,
    sentence:
      `Recorded objection ${number} about ${targetLetters(numbers)}, ${labelOf('objectionKinds', kind).toLowerCase()}: ` +
      `${effectWords(effect, extendsToOn, formatLong)}.`,
    facts: { number, kind, targets: numbers, effect, extendsToOn, file },
  }),
})
