import type { KindOf } from '#lib/kinds.ts'
import { date, id, instant, int, table, text } from '../columns.ts'

export const subpoenas = table('subpoenas', {
  id: id(),
  reference: text().notNull(),
  processType: text<KindOf<'processTypes'>>().notNull(),
  court: text().notNull(),
  county: text().notNull(),
  issuingState: text().notNull(),
  caption: text().notNull(),
  captionPrinted: text(),
  caseNumber: text().notNull(),
  caseNumberKey: text().notNull(),
  issuingParty: text().notNull(),
  issuingAttorney: text().notNull(),
  issuedOn: date(),
  requesterId: int().notNull(),
  billToId: int().notNull(),
  obligor: text().notNull(),
  serviceMethod: text<KindOf<'serviceMethods'>>().notNull(),
  servedAt: instant().notNull(),
  receivedAt: instant().notNull(),
  deemedReceivedOn: date().notNull(),
  complianceOn: date(),
  complianceTime: text(),
  compliancePlace: text().notNull(),
  recordsRequested: text().notNull(),
  policyVersion: int().notNull(),
  paperSha256: text().notNull(),
  paperName: text().notNull(),
  assigneeId: int(),
  loggedAt: instant().notNull(),
  loggedById: int().notNull(),
  version: int().notNull().default(1),
  stage: text().notNull(),
  billing: text().notNull(),
  nextChangeOn: date(),
  /** Null: it was logged here. */
  importId: int(),
  /** What the old spreadsheet called it; empty when it was logged here. */
  formerReference: text().notNull().default(''),
})

export const notes = table('notes', {
  id: id(),
  subpoenaId: int().notNull(),
  text: text().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})
