import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { asLine, asText, type Column } from './column.ts'

/** A requester as an old spreadsheet has it. */
export const requesterRow = z.strictObject({
  row: fields.wholeNumber(1, 1_000_000),
  /** What the old spreadsheet called it. */
  formerNumber: fields.line(60).optional(),
  name: fields.neededLine(200),
  namePrinted: fields.line(200).optional(),
  attention: fields.line(200).optional(),
  address: fields.text(600).optional(),
  email: fields.maybeEmailAddress.optional(),
  phone: fields.line(40).optional(),
  fax: fields.line(40).optional(),
  note: fields.text(2000).optional(),
})

export type RequesterInSheet = z.infer<typeof requesterRow>

export const requesterColumns: Readonly<Record<string, Column>> = {
  formerNumber: {
    label: 'number',
    names: ['no', 'id', 'code', 'former number', 'requester number', 'client number', 'vendor number'],
    as: asLine,
  },
  name: {
    label: 'name',
    names: ['requester', 'firm', 'law firm', 'company', 'requesting party', 'client', 'customer'],
    isNeeded: true,
    as: asLine,
  },
  namePrinted: { label: 'name as printed', names: ['printed name'], as: asLine },
  attention: { label: 'attention', names: ['attn', 'contact', 'attorney', 'contact name'], as: asLine },
  address: { label: 'address', names: ['mailing address', 'street', 'billing address'], as: asText },
  email: { label: 'e-mail', names: ['mail', 'email address'], as: asLine },
  phone: { label: 'telephone', names: ['phone number', 'tel'], as: asLine },
  fax: { label: 'fax', names: ['fax number', 'facsimile'], as: asLine },
  note: { label: 'note', names: ['notes', 'remarks', 'comments', 'comment'], as: asText },
}
