import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { asDay, asKind, asLine, asText, asWord, type Column } from './column.ts'

/** A subpoena as an old spreadsheet has it. Nothing in it is a notice, a hold or an answer of this program. */
export const subpoenaRow = z.strictObject({
  row: fields.wholeNumber(1, 1_000_000),
  /** What the old spreadsheet called it. */
  formerReference: fields.neededLine(60),
  /** Open ones are handled here from the beginning; the others come in closed. */
  status: z.enum(['open', 'answered', 'closed']),
  receivedOn: fields.calendarDate,
  servedOn: fields.calendarDate.optional(),
  serviceMethod: fields.kind('serviceMethods').optional(),
  processType: fields.kind('processTypes').optional(),
  court: fields.line(200).optional(),
  county: fields.line(120).optional(),
  issuingState: fields.line(60).optional(),
  caption: fields.line(500).optional(),
  captionPrinted: fields.line(500).optional(),
  caseNumber: fields.line(100).optional(),
  issuingParty: fields.line(200).optional(),
  issuingAttorney: fields.line(200).optional(),
  issuedOn: fields.calendarDate.optional(),
  complianceOn: fields.calendarDate.optional(),
  recordsRequested: fields.text(20_000).optional(),
  /** By our number, by its old number, or by name. */
  requester: fields.line(200).optional(),
  requesterEmail: fields.maybeEmailAddress.optional(),
  /** One a line, or between semicolons. */
  targets: fields.text(200_000).optional(),
  noticeSentOn: fields.calendarDate.optional(),
  answeredOn: fields.calendarDate.optional(),
  note: fields.text(3000).optional(),
})

export type SubpoenaInSheet = z.infer<typeof subpoenaRow>

const served = asKind('serviceMethods', {
  personalservice: 'personal',
  inperson: 'personal',
  agent: 'registered-agent',
  usmail: 'mail',
  post: 'mail',
  certified: 'certified-mail',
  courier: 'fedex',
  facsimile: 'fax',
})

const statuses = asWord({
  open: ['pending', 'active', 'new', 'in progress', 'on hold', 'holding'],
  answered: ['complied', 'produced', 'responded', 'sent', 'completed', 'done', 'no records'],
  closed: ['withdrawn', 'rejected', 'quashed', 'paid', 'cancelled', 'canceled'],
})

type Reads = Column['as']
const column =
  (as: Reads, isNeeded = false) =>
  (label: string, ...names: string[]): Column => ({ label, names, isNeeded, as })
const line = column(asLine)
const day = column(asDay)

export const subpoenaColumns: Readonly<Record<string, Column>> = {
  formerReference: column(asLine, true)(
    'our number',
    ...['reference', 'ref', 'our ref', 'our reference', 'our no', 'file number', 'log number', 'no', 'id'],
  ),
  status: column(statuses, true)('status', 'state', 'stage'),
  receivedOn: column(asDay, true)(
    'received on',
    'received',
    'date received',
    'receipt date',
    'recd',
    'rec’d on',
  ),
  servedOn: day('served on', 'served', 'date served', 'service date', 'date of service'),
  serviceMethod: column(served)(
    'how it was served',
    'service method',
    'method',
    'method of service',
    'served by',
  ),
  processType: column(asKind('processTypes'))('kind of paper', 'type', 'process', 'form'),
  court: line('court', 'issuing court', 'court name'),
  county: line('county', 'district'),
  issuingState: line('state of issue', 'issuing state'),
  caption: line('caption', 'case', 'case name', 'case caption', 'style', 'matter'),
  captionPrinted: line('caption as printed', 'printed caption'),
  caseNumber: line('case number', 'case no', 'docket', 'docket number', 'cause number', 'index number'),
  issuingParty: line('issuing party', 'party', 'on behalf of'),
  issuingAttorney: line('issuing attorney', 'attorney', 'attorney name', 'counsel'),
  issuedOn: day('issued on', 'issued', 'date issued', 'issue date', 'subpoena date'),
  complianceOn: day(
    'compliance on',
    'compliance',
    'compliance date',
    'due',
    'due date',
    'return date',
    'due on',
  ),
  recordsRequested: column(asText)(
    'records requested',
    'request',
    'documents requested',
    'records',
    'demand',
  ),
  requester: line('requester', 'requesting party', 'firm', 'law firm', 'served for', 'requester number'),
  requesterEmail: line('requester e-mail', 'firm email'),
  targets: column(asTargets)('targets', 'target', 'identifier', 'identifiers', 'accounts', 'numbers'),
  noticeSentOn: day(
    'notice sent on',
    'notice sent',
    'notice',
    'customer notified',
    'notified on',
    'notice date',
  ),
  answeredOn: day('answered on', 'answered', 'produced on', 'date answered', 'response date', 'closed on'),
  note: column(asText)('note', 'notes', 'remarks', 'comments', 'comment'),
}

/** One a line, as they are pasted into a form. */
function asTargets(cell: string) {
  return asText(cell.replace(/\s*[;|]\s*/g, '\n'))
}
