import type { KindOf } from '#lib/kinds.ts'
import { date, id, instant, int, json, primaryKey, table, text } from '../columns.ts'

export const checks = table(
  'checks',
  {
    subpoenaId: int().notNull(),
    item: text<KindOf<'checkItems'>>().notNull(),
    result: text<'passed' | 'failed' | 'not-applicable'>().notNull(),
    note: text().notNull(),
    at: instant().notNull(),
    byId: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.subpoenaId, row.item] })],
)

export const decisions = table('decisions', {
  id: id(),
  subpoenaId: int().notNull(),
  kind: text<KindOf<'decisionKinds'>>().notNull(),
  reason: text().notNull(),
  deficiencies: json<string[]>().notNull(),
  fileSha256: text(),
  decidedOn: date().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const termsEvents = table('terms_events', {
  id: id(),
  subpoenaId: int().notNull(),
  kind: text<KindOf<'termsKinds'>>().notNull(),
  reason: text().notNull(),
  fileSha256: text(),
  onDate: date().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})

export const preservations = table('preservations', {
  id: id(),
  subpoenaId: int().notNull(),
  askedOf: text().notNull(),
  logsLostOn: date(),
  askedAt: instant().notNull(),
  askedById: int().notNull(),
  doneAt: instant(),
  doneById: int(),
  doneNote: text().notNull().default(''),
})
