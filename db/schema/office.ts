import { bool, cents, date, id, instant, int, json, table, text } from '../columns.ts'

export const office = table('office', {
  id: id(),
  kind: text<'real' | 'sample'>().notNull(),
  name: text().notNull(),
  department: text().notNull(),
  address: text().notNull(),
  phone: text().notNull(),
  fax: text().notNull(),
  email: text().notNull(),
  payee: text().notNull(),
  timeZone: text().notNull(),
  paperSize: text<'letter' | 'a4'>().notNull(),
  version: int().notNull().default(1),
})

export const feeSchedules = table('fee_schedules', {
  id: id(),
  name: text().notNull(),
  basis: text().notNull(),
  source: text().notNull(),
  researchCentsPerHour: cents().notNull(),
  pageCents: cents().notNull(),
  parcelCents: cents().notNull(),
  testimonyCentsPerHour: cents(),
  createdAt: instant().notNull(),
})

export const policies = table('policies', {
  version: int().primaryKey(),
  holdDays: int().notNull(),
  noticeDays: int().notNull(),
  mailDays: int().notNull(),
  dueDays: int().notNull(),
  cutoff: text(),
  calendars: json<string[]>().notNull(),
  feeScheduleId: int().notNull(),
  reason: text().notNull(),
  createdAt: instant().notNull(),
})

export const holidays = table('holidays', {
  id: id(),
  calendar: text().notNull(),
  date: date().notNull(),
  name: text().notNull(),
  removed: bool().notNull().default(false),
})

export const counters = table('counters', {
  name: text().primaryKey(),
  value: int().notNull(),
})

/** Another value as soon as a row of what is named was added, changed or removed; triggers see to it. */
export const revisions = table('revisions', {
  name: text().primaryKey(),
  value: int().notNull(),
})

export const clockwork = table('clockwork', {
  name: text().primaryKey(),
  lastRunOn: date(),
  lastRunAt: instant(),
})
