import type { KindOf } from '#lib/kinds.ts'
import type { Attachment } from '#lib/mail/attachment.ts'
import { date, id, instant, int, json, table, text } from '../columns.ts'

export const outbox = table('outbox', {
  id: id(),
  kind: text<KindOf<'mailKinds'>>().notNull(),
  subpoenaId: int(),
  invoiceId: int(),
  toAddress: text().notNull(),
  subject: text().notNull(),
  text: text().notNull(),
  html: text().notNull(),
  attachments: json<Attachment[]>().notNull(),
  messageId: text().notNull(),
  state: text<'waiting' | 'sent' | 'written' | 'failed' | 'unsure' | 'withdrawn'>().notNull(),
  attempts: int().notNull().default(0),
  nextTryAt: instant().notNull(),
  leaseOwner: text(),
  leaseUntilAt: instant(),
  createdAt: instant().notNull(),
  byId: int().notNull(),
  sentAt: instant(),
  reply: text().notNull().default(''),
  resendsId: int(),
  stoppedWhy: text().notNull().default(''),
})

export const attempts = table('attempts', {
  id: id(),
  outboxId: int().notNull(),
  at: instant().notNull(),
  outcome: text<'sent' | 'written' | 'deferred' | 'refused' | 'unsure'>().notNull(),
  reply: text().notNull(),
})

export const letters = table('letters', {
  id: id(),
  kind: text<KindOf<'paperKinds'>>().notNull(),
  subpoenaId: int().notNull(),
  recipient: text<'requester' | 'subscriber'>().notNull(),
  subscriberId: int(),
  paperId: int().notNull(),
  outboxId: int(),
  onDate: date().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
})
