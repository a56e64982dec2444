import { id, instant, int, table, text } from '../columns.ts'

export const requesters = table('requesters', {
  id: id(),
  number: text().notNull(),
  name: text().notNull(),
  namePrinted: text(),
  attention: text().notNull(),
  address: text().notNull(),
  email: text().notNull(),
  phone: text().notNull(),
  fax: text().notNull(),
  note: text().notNull(),
  createdAt: instant().notNull(),
  version: int().notNull().default(1),
  importId: int(),
  formerNumber: text().notNull().default(''),
})

export const contacts = table('contacts', {
  id: id(),
  requesterId: int().notNull(),
  name: text().notNull(),
  email: text().notNull(),
  phone: text().notNull(),
  barNumber: text().notNull(),
  createdAt: instant().notNull(),
})
