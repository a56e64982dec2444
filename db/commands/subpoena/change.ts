import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { formatInstant } from '#lib/calendar/format.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { againstChanging, refuse as refuseChange } from '#lib/subpoena/particulars.ts'
import { receipt } from '#lib/subpoena/receipt.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import { type Context, command } from '../../command.ts'
import { editedMeanwhile, lastEditor } from '../../edited_meanwhile.ts'
import { loadSubpoena, type SubpoenaRow } from '../../load.ts'
import { refuse } from '../../refusals.ts'
import { requesterRow } from '../../requesters.ts'
import { subpoenas, targets } from '../../schema.ts'
import { printedColumns, typedTargets, unprintablePaper } from '../../subpoena_columns.ts'
import { insertTargets } from '../../targets.ts'
import { printedFields, targetFields, typedTarget } from './fields.ts'

/**
 * Corrects what was typed from the paper, and adds targets. What was received (the paper, the day) never changes; what
 * the judgement stands on changes only until then.
 */
export const changeParticulars = command({
  name: 'change-particulars',
  may: ['intake', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    version: fields.version,
    ...printedFields,
    serviceMethod: fields.kind('serviceMethods'),
    servedAt: fields.instant,
    requester: fields.requesterNumber,
    billTo: fields.requesterNumber.nullish(),
    /** Corrections to targets on file, by number. */
    corrected: z
      .array(typedTarget.extend({ number: fields.targetNumber }))
      .max(500)
      .optional(),
    ...targetFields,
  }),
  async run(context, input) {
    const { tx, now, zone } = context
    const loaded = await loadSubpoena(tx, input.reference)
    if (!loaded) return refuse('no-such-subpoena')
    const { row, facts } = loaded
    const requester = await requesterRow(tx, input.requester)
    if (!requester) return refuse('no-such-requester', {}, 'requester')
    const billTo = await requesterRow(tx, input.billTo || input.requester)
    if (!billTo) return refuse('no-such-requester', {}, 'billTo')
    const received = receipt({ servedAt: input.servedAt, receivedAt: row.receivedAt }, now, zone)
    if (!received.ok) return received
    const columns = {
      ...printedColumns(input),
      serviceMethod: input.serviceMethod,
      servedAt: input.servedAt,
      requesterId: requester.id,
      billToId: billTo.id,
    }
    if (row.version !== input.version) {
      const by = await lastEditor(tx, row.id, ['change-particulars', 'judge-checks'])
      return editedMeanwhile(by, row.version, shown(row, context), shown(columns, context))
    }
    const added = typedTargets(input, facts.targets.length)
    if (!added.ok) return added
    const noGlyph = unprintablePaper(columns)
    if (noGlyph) return noGlyph
    const corrections = await correctionsOf(context, row.id, input.corrected ?? [])
    if (!corrections.ok) return corrections
    const changed = [
      ...differing(row, columns),
      ...(added.value.length > 0 || corrections.value.length > 0 ? ['targets'] : []),
    ]
    const against = againstChanging(facts, changed)
    if (against) return against

    await tx
      .update(subpoenas)
      .set({ ...columns, version: row.version + 1 })
      .where(eq(subpoenas.id, row.id))
    for (const { number, ...target } of corrections.value) {
      await tx
        .update(targets)
        .set(target)
        .where(and(eq(targets.subpoenaId, row.id), eq(targets.number, number)))
    }
    await insertTargets(tx, row.id, added.value)
    return accept({ reference: row.reference, version: row.version + 1, changed })
  },
  tells: ({ reference }, { changed }) => ({
    subpoena: reference,
    sentence:
      changed.length > 0
        ? `Changed the particulars: ${changed.join(', ')}`
        : 'Saved the particulars unchanged',
    facts: { changed },
  }),
})

type Correction = z.infer<typeof typedTarget> & { readonly number: number }

/** Those that differ from what is on file. A target that somebody looked for stays as it was looked for. */
async function correctionsOf({ tx }: Context, subpoenaId: number, typed: readonly Correction[]) {
  const rows = await tx
    .select()
    .from(targets)
    .where(eq(targets.subpoenaId, subpoenaId))
    .orderBy(asc(targets.number))
  const found: { number: number; kind: Correction['kind']; identifier: string; period: string }[] = []
  for (const { number, kind, identifier, period = '' } of typed) {
    const row = rows.find((target) => target.number === number)
    if (!row) return refuse('no-such-target')
    const target = { number, kind, identifier: identifier.trim() || row.identifier, period: period.trim() }
    if (row.kind === kind && row.identifier === target.identifier && row.period === target.period) continue
    if (row.subscriberId !== null || row.noneFound) {
      return refuseChange('target-resolved', { letter: targetLetter(number) })
    }
    found.push(target)
  }
  return accept(found)
}

type Columns = Pick<
  SubpoenaRow,
  keyof ReturnType<typeof printedColumns> | 'serviceMethod' | 'servedAt' | 'requesterId' | 'billToId'
>

/** The fields, by their names in the form, in which what is typed differs from what is on file. */
function differing(row: SubpoenaRow, columns: Columns): string[] {
  const names: Record<string, string> = { requesterId: 'requester', billToId: 'billTo' }
  return Object.entries(columns)
    .filter(([column, value]) => column !== 'caseNumberKey' && row[column as keyof Columns] !== value)
    .map(([column]) => names[column] ?? column)
}

/** What two editors compare, as it is shown beside its field. */
function shown(columns: Columns, { zone, today }: Context): Record<string, string> {
  const { processType, serviceMethod, servedAt, issuedOn, complianceOn, complianceTime } = columns
  return {
    processType: labelOf('processTypes', processType),
    serviceMethod: labelOf('serviceMethods', serviceMethod),
    servedAt: formatInstant(servedAt as Instant, zone, today),
    court: columns.court,
    county: columns.county,
    issuingState: columns.issuingState,
    caption: columns.caption,
    captionPrinted: columns.captionPrinted ?? '',
    caseNumber: columns.caseNumber,
    issuingParty: columns.issuingParty,
    issuingAttorney: columns.issuingAttorney,
    issuedOn: issuedOn ?? '',
    complianceOn: complianceOn ?? '',
    complianceTime: complianceTime ?? '',
    compliancePlace: columns.compliancePlace,
    recordsRequested: columns.recordsRequested,
    obligor: columns.obligor,
  }
}
