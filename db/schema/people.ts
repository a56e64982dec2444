import type { KindOf } from '#lib/kinds.ts'
import { date, id, instant, int, primaryKey, table, text } from '../columns.ts'

export const people = table('people', {
  id: id(),
  kind: text<'person' | 'machine' | 'system'>().notNull(),
  name: text().notNull(),
  email: text().notNull(),
  passwordHash: text(),
  totpSecret: text(),
  totpLastStep: int(),
  failedSignIns: int().notNull().default(0),
  lockedUntilAt: instant(),
  disabledAt: instant(),
  createdAt: instant().notNull(),
  version: int().notNull().default(1),
})

export const personRoles = table(
  'person_roles',
  {
    personId: int().notNull(),
    role: text<KindOf<'roles'>>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.personId, row.role] })],
)

export const recoveryCodes = table('recovery_codes', {
  id: id(),
  personId: int().notNull(),
  codeHash: text().notNull(),
  usedAt: instant(),
})

export const invitations = table('invitations', {
  id: id(),
  personId: int().notNull(),
  purpose: text<'invite' | 'reset'>().notNull(),
  tokenHash: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
})

export const sessions = table('sessions', {
  id: id(),
  tokenHash: text().notNull(),
  personId: int().notNull(),
  stage: text<'password' | 'enrolling' | 'full'>().notNull(),
  wrongCodes: int().notNull().default(0),
  createdAt: instant().notNull(),
  lastSeenAt: instant().notNull(),
  endedAt: instant(),
  endedWhy: text(),
})

/** What a machine, a row of people, signs its requests with: hashed, numbered within the machine. */
export const machineTokens = table('machine_tokens', {
  id: id(),
  machineId: int().notNull(),
  number: int().notNull(),
  tokenHash: text().notNull(),
  lastDayOn: date(),
  madeAt: instant().notNull(),
  madeById: int().notNull(),
  lastUsedOn: date(),
  revokedAt: instant(),
  revokedById: int(),
})

export const submissions = table(
  'submissions',
  {
    actorId: int().notNull(),
    command: text().notNull(),
    submission: text().notNull(),
    inputHash: text().notNull(),
    answer: text().notNull(),
    at: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.actorId, row.command, row.submission] })],
)
