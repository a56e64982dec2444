import type { KindOf } from '#lib/kinds.ts'
import { bool, id, instant, int, primaryKey, table, text } from '../columns.ts'

export const subscribers = table('subscribers', {
  id: id(),
  number: text().notNull(),
  name: text().notNull(),
  namePrinted: text(),
  email: text().notNull(),
  address: text().notNull(),
  addressPrinted: text(),
  account: text().notNull(),
  language: text<'en' | 'ko' | 'sv'>().notNull(),
  createdAt: instant().notNull(),
  version: int().notNull().default(1),
})

export const targets = table('targets', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  kind: text<KindOf<'targetKinds'>>().notNull(),
  identifier: text().notNull(),
  period: text().notNull(),
  splitFromId: int(),
  subscriberId: int(),
  noneFound: bool().notNull().default(false),
  searched: text().notNull().default(''),
  resolvedAt: instant(),
  resolvedById: int(),
  copyFit: bool(),
  copyFitById: int(),
})

export const identityViews = table(
  'identity_views',
  {
    personId: int().notNull(),
    subpoenaId: int().notNull(),
    sessionId: int().notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.personId, row.subpoenaId, row.sessionId] })],
)
