import { bool, id, instant, int, table, text } from '../columns.ts'

/** Backups that were read back whole after they were written. */
export const backups = table('backups', {
  id: id(),
  /** Its name, without the folder: where backups lie is not the database's to tell. */
  file: text().notNull(),
  size: int().notNull(),
  encrypted: bool().notNull(),
  /** The last history entry that it holds. */
  historySequence: int().notNull(),
  madeAt: instant().notNull(),
  verifiedAt: instant().notNull(),
})

/** That this office came out of a backup; until it is accepted the office is read-only. */
export const restorations = table('restorations', {
  id: id(),
  backupMadeAt: instant().notNull(),
  headSequence: int().notNull(),
  headMac: text().notNull(),
  restoredAt: instant().notNull(),
  acceptedAt: instant(),
  acceptedById: int(),
})

/** Numbers that were used between a backup and its restoration, and stand on no row here. */
export const numberGaps = table('number_gaps', {
  id: id(),
  series: text<'reference' | 'invoice' | 'credit-memo'>().notNull(),
  year: int().notNull(),
  first: int().notNull(),
  last: int().notNull(),
  restorationId: int().notNull(),
})
