/** What the operating system and SQLite say where nothing more can be written. */
const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']

/** Whether a failure is a full disk, or a quota that is used up: mended by making room, and no fault of the program. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && codes.includes(String(error.code))) return true
  // Drizzle tells of the question that failed, and has the reason within.
  return isDiskFull(error.cause)
}
