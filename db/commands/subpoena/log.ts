import { z } from 'zod'
import { yearOf } from '#lib/calendar/date.ts'
import { deemedReceived } from '#lib/hold/receipt.ts'
import * as fields from '#lib/input.ts'
import { labelInSentence, labelOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { receipt } from '#lib/subpoena/receipt.ts'
import { command } from '../../command.ts'
import { takeNumber, yearly } from '../../counters.ts'
import { incomingPaper } from '../../files.ts'
import { duplicatesOf } from '../../queries/duplicates.ts'
import { businessDays, currentPolicy } from '../../queries/office.ts'
import { refuse } from '../../refusals.ts'
import { requesterDetails } from '../../requesters.ts'
import { subpoenas } from '../../schema.ts'
import { printedColumns, typedTargets, unprintablePaper } from '../../subpoena_columns.ts'
import { insertTargets } from '../../targets.ts'
import { addHolidays } from '../office.ts'
import { printedFields, targetFields } from './fields.ts'
import { requesterOf } from './requester.ts'

/**
 * Logs a served paper. Needed are the paper, how it came, and when it was served and received; all that should be
 * printed on it may be missing or absurd, since the clock already runs. The same paper twice is logged twice, and said.
 */
export const logSubpoena = command({
  name: 'log-subpoena',
  may: ['intake'],
  input: z.strictObject({
    paper: fields.fileHash,
    paperName: fields.line(200).optional(),
    serviceMethod: fields.kind('serviceMethods'),
    servedAt: fields.instant,
    receivedAt: fields.instant,
    ...printedFields,
    /** One on file, by number; else a new one is made of `newRequester`. */
    requester: fields.requesterNumber.nullish(),
    newRequester: z.strictObject({ name: fields.line(200).optional(), ...requesterDetails }).optional(),
    /** Who is billed, where that is another. */
    billTo: fields.requesterNumber.nullish(),
    ...targetFields,
  }),
  async run({ tx, actor, now, zone, today }, input) {
    const paper = await incomingPaper(tx, input.paper)
    if (!paper) return refuse('no-such-file', {}, 'paper')
    const received = receipt(input, now, zone)
    if (!received.ok) return received
    const typed = typedTargets(input)
    if (!typed.ok) return typed
    const columns = printedColumns(input)
    const noGlyph = unprintablePaper(columns)
    if (noGlyph) return noGlyph
    const requester = await requesterOf(tx, now, input)
    if (!requester.ok) return requester

    const { receivedOn } = received.value
    const policy = await currentPolicy(tx)
    if (yearOf(receivedOn) < yearOf(today) - 1)
      await addHolidays(tx, yearOf(receivedOn), yearOf(receivedOn) + 1)
    const calendar = await businessDays(tx, policy.calendars)
    const deemed = deemedReceived(input.receivedAt, { zone, cutoff: policy.cutoff }, calendar)
    const same = {
      paperSha256: paper.sha256,
      caseNumberKey: columns.caseNumberKey,
      identifiers: typed.value.map((target) => target.identifier),
    }
    const duplicates = await duplicatesOf(tx, same, null)

    const year = yearOf(receivedOn)
    const reference = yearly('S', year, await takeNumber(tx, `reference-${year}`))
    const [row] = await tx
      .insert(subpoenas)
      .values({
        ...columns,
        ...requester.value,
        reference,
        serviceMethod: input.serviceMethod,
        servedAt: input.servedAt,
        receivedAt: input.receivedAt,
        deemedReceivedOn: deemed.value,
        policyVersion: policy.version,
        paperSha256: paper.sha256,
        paperName: input.paperName?.trim() || paper.name,
        loggedAt: now,
        loggedById: actor.id,
        stage: 'to-review',
        billing: 'none',
      })
      .returning({ id: subpoenas.id })
    if (!row) throw new Error('The subpoena was not written.')
    await insertTargets(tx, row.id, typed.value)
    return accept({ reference, duplicates, targets: typed.value.length })
  },
  tells: ({ processType, serviceMethod, paper }, { reference, targets }) => ({
    subpoena: reference,
    sentence:
      `Logged: ${labelOf('processTypes', processType)}, ${labelInSentence('serviceMethods', serviceMethod)}, ` +
      (targets === 1 ? '1 target' : `${targets} targets`),
    facts: { paper },
  }),
})
