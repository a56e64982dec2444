import type { KindOf } from '#lib/kinds.ts'
import { date, id, instant, int, json, table, text } from '../columns.ts'

export const objections = table('objections', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  kind: text<KindOf<'objectionKinds'>>().notNull(),
  targetNumbers: json<number[]>().notNull(),
  filedWhere: text().notNull(),
  filedOn: date(),
  receivedAt: instant().notNull(),
  text: text().notNull(),
  fileSha256: text(),
  effect: text<KindOf<'objectionEffects'>>().notNull(),
  extendsToOn: date(),
  effectReason: text().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
  outcome: text<KindOf<'objectionOutcomes'>>(),
  outcomeOn: date(),
  outcomeReason: text().notNull().default(''),
  outcomeFileSha256: text(),
  outcomeAt: instant(),
  outcomeById: int(),
  version: int().notNull().default(1),
})

export const earlyReleases = table('early_releases', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  ground: text<KindOf<'earlyReleaseGrounds'>>().notNull(),
  targetNumbers: json<number[]>().notNull(),
  opensOn: date().notNull(),
  reason: text().notNull(),
  fileSha256: text().notNull(),
  askedAt: instant().notNull(),
  askedById: int().notNull(),
  decision: text<'approved' | 'refused'>(),
  decisionReason: text().notNull().default(''),
  decidedAt: instant(),
  decidedById: int(),
})

export const inboxLooks = table('inbox_looks', {
  id: id(),
  subpoenaId: int().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})
