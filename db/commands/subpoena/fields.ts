import { z } from 'zod'
import * as fields from '#lib/input.ts'

/** Everything that should be printed on the paper. All of it may be missing, and none of it need make sense. */
export const printedFields = {
  processType: fields.kind('processTypes'),
  court: fields.line(200).optional(),
  county: fields.line(120).optional(),
  issuingState: fields.line(60).optional(),
  caption: fields.line(500).optional(),
  /** The caption in characters that can be printed, where it has others. */
  captionPrinted: fields.line(500).optional(),
  caseNumber: fields.line(100).optional(),
  issuingParty: fields.line(200).optional(),
  issuingAttorney: fields.line(200).optional(),
  issuedOn: fields.calendarDate.nullish(),
  complianceOn: fields.calendarDate.nullish(),
  complianceTime: fields.clockTime.nullish(),
  compliancePlace: fields.text(600).optional(),
  recordsRequested: fields.text(20_000).optional(),
  /** Who owes the fees, where that is neither the requester nor who is billed. */
  obligor: fields.line(200).optional(),
}

export const typedTarget = z.strictObject({
  kind: fields.kind('targetKinds'),
  identifier: fields.line(300),
  period: fields.line(300).optional(),
})

/** Typed in rows, pasted a line each, or both. */
export const targetFields = {
  targets: z.array(typedTarget).max(500, 'At most 500 targets.').optional(),
  targetsText: fields.text(200_000).optional(),
}

const printed = z.strictObject(printedFields)
export type PrintedFields = z.infer<typeof printed>
const typed = z.strictObject(targetFields)
export type TargetFields = z.infer<typeof typed>
