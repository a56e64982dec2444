import { instant, int, table, text } from '../columns.ts'

export const history = table('history', {
  sequence: int().primaryKey(),
  at: instant().notNull(),
  actorId: int().notNull(),
  command: text().notNull(),
  subpoenaId: int(),
  invoiceId: int(),
  seenBy: text<'all' | 'case'>().notNull(),
  payload: text(),
  payloadHash: text().notNull(),
  previousMac: text().notNull(),
  mac: text().notNull(),
})
