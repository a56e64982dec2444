import type { KindOf } from '#lib/kinds.ts'
import { date, id, instant, int, table, text } from '../columns.ts'

export const researchEntries = table('research_entries', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  personId: int().notNull(),
  workedOn: date().notNull(),
  minutes: int().notNull(),
  searched: text().notNull(),
  at: instant().notNull(),
})

export const productions = table('productions', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  kind: text<KindOf<'productionKinds'>>().notNull(),
  pages: int().notNull(),
  batesFirst: text(),
  batesLast: text(),
  coverPaperId: int(),
  declarationPaperId: int(),
  preparedAt: instant().notNull(),
  preparedById: int().notNull(),
  setAsideAt: instant(),
  setAsideById: int(),
  setAsideWhy: text().notNull().default(''),
  releasedAt: instant(),
  releasedOn: date(),
  releasedById: int(),
  releaseReason: text().notNull().default(''),
  recipientId: int(),
  recipientName: text(),
  recipientAddress: text(),
  recipientEmail: text(),
  recipientFax: text(),
})

export const productionItems = table('production_items', {
  id: id(),
  productionId: int().notNull(),
  targetId: int().notNull(),
  description: text().notNull(),
  pages: int().notNull(),
  fileSha256: text(),
  batesFirst: text(),
  batesLast: text(),
})

export const shipments = table('shipments', {
  id: id(),
  productionId: int().notNull(),
  number: int().notNull(),
  method: text<KindOf<'shipmentMethods'>>().notNull(),
  trackingNumber: text().notNull(),
  sentTo: text().notNull(),
  sentOn: date().notNull(),
  deliveredOn: date(),
  outboxId: int(),
  at: instant().notNull(),
  byId: int().notNull(),
  elsewhereWhy: text().notNull().default(''),
})
