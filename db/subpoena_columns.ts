import { accept, type Result } from '#lib/result.ts'
import { caseNumberKey } from '#lib/subpoena/case_number.ts'
import { type TypedTarget, targetsIn } from '#lib/subpoena/identifier.ts'
import { refuse } from '#lib/subpoena/receipt.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import type { PrintedFields, TargetFields } from './commands/subpoena/fields.ts'
import { unprintable } from './printed.ts'

/** The columns of what is printed on the paper, as typed. What is missing is empty, and no day is made up. */
export function printedColumns(typed: PrintedFields) {
  const caseNumber = (typed.caseNumber ?? '').trim()
  return {
    processType: typed.processType,
    court: (typed.court ?? '').trim(),
    county: (typed.county ?? '').trim(),
    issuingState: (typed.issuingState ?? '').trim(),
    caption: (typed.caption ?? '').trim(),
    captionPrinted: typed.captionPrinted?.trim() || null,
    caseNumber,
    caseNumberKey: caseNumberKey(caseNumber),
    issuingParty: (typed.issuingParty ?? '').trim(),
    issuingAttorney: (typed.issuingAttorney ?? '').trim(),
    issuedOn: typed.issuedOn ?? null,
    complianceOn: typed.complianceOn ?? null,
    complianceTime: typed.complianceTime ?? null,
    compliancePlace: (typed.compliancePlace ?? '').trim(),
    recordsRequested: (typed.recordsRequested ?? '').trim(),
    obligor: (typed.obligor ?? '').trim(),
  }
}

export type PrintedColumns = ReturnType<typeof printedColumns>

/** All of it may stand on a letter, so each character needs a glyph; of the caption the printed form will do. */
export function unprintablePaper({ caption, captionPrinted, ...columns }: PrintedColumns) {
  return unprintable({
    ...(captionPrinted ? { captionPrinted } : { caption }),
    court: columns.court,
    county: columns.county,
    issuingState: columns.issuingState,
    caseNumber: columns.caseNumber,
    issuingParty: columns.issuingParty,
    issuingAttorney: columns.issuingAttorney,
    compliancePlace: columns.compliancePlace,
    recordsRequested: columns.recordsRequested,
    obligor: columns.obligor,
  })
}

const most = 500

/**
 * The targets as typed in rows, then those pasted; rows without an identifier are dropped.
 *
 * @param before How many the subpoena has already.
 */
export function typedTargets(
  { targets = [], targetsText = '' }: TargetFields,
  before = 0,
): Result<TypedTarget[]> {
  const rows = targets.map(({ kind, identifier, period = '' }) => ({
    kind,
    identifier: identifier.trim(),
    period: period.trim(),
  }))
  const pasted = targetsIn(targetsText)
  const all = [...rows.filter((target) => target.identifier !== ''), ...pasted]
  const count = before + all.length
  if (count > most) return refuse('too-many-targets', { count }, 'targetsText')
  const long = all.findIndex((target) => target.identifier.length > 300 || target.period.length > 300)
  if (long >= 0) return refuse('target-too-long', { line: before + long + 1 }, 'targetsText')
  const texts = all.map((target, index) => [
    targetLetter(before + index + 1),
    `${target.identifier} ${target.period}`,
  ])
  const noGlyph = unprintable(Object.fromEntries(texts))
  if (!noGlyph) return accept(all)
  const field = pasted.length > 0 ? 'targetsText' : 'targets.0.identifier'
  return { ok: false, refusal: { ...noGlyph.refusal, field } }
}
