import { bool, date, id, instant, int, json, primaryKey, table, text } from '../columns.ts'

export const notices = table('notices', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  subscriberId: int().notNull(),
  channel: text<'e-mail' | 'post'>().notNull(),
  language: text().notNull(),
  paperId: int().notNull(),
  outboxId: int(),
  copyEnclosed: bool().notNull(),
  lastDayOn: date().notNull(),
  postedOn: date(),
  effectiveOn: date(),
  proof: text().notNull().default(''),
  failedAt: instant(),
  failedWhy: text().notNull().default(''),
  at: instant().notNull(),
  byId: int().notNull(),
  opensOn: date(),
})

export const noticeTargets = table(
  'notice_targets',
  {
    noticeId: int().notNull(),
    targetId: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.noticeId, row.targetId] })],
)

export const noticeBars = table('notice_bars', {
  id: id(),
  subpoenaId: int().notNull(),
  number: int().notNull(),
  targetNumbers: json<number[]>().notNull(),
  endsOn: date(),
  fileSha256: text().notNull(),
  reason: text().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
  liftedAt: instant(),
  liftedById: int(),
  liftedWhy: text().notNull().default(''),
})
