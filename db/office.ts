import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#lib/calendar/instant.ts'
import {
  assertDurable,
  assertSqlite,
  type Connection,
  handleOf,
  OfficeUnusable,
  openReader,
  openWriter,
} from './connection.ts'
import { isDiskFull } from './disk_full.ts'
import { noRun } from './fair_turns.ts'
import { loadKeys } from './keys.ts'
import { migrate } from './migrate.ts'
import { type OfficeKind, type OpenOffice, setTheOffice, theOfficeOrNone } from './open_office.ts'

/** The wall clock, as an instant. */
export const wallClock = (): Instant => Date.now() as Instant

/**
 * Opens DATA_DIR/office or DATA_DIR/sample as the one office of this process, migrated, with its keys.
 *
 * @param clock hands out now; the sample office and tests bring their own.
 * @throws OfficeUnusable with a sentence that says what to do.
 */
export async function openOffice(
  dataFolder: string,
  kind: OfficeKind,
  clock: () => Instant = wallClock,
): Promise<OpenOffice> {
  if (theOfficeOrNone()) throw new Error('An office is open already: a process serves one.')
  const folder = join(dataFolder, kind === 'real' ? 'office' : 'sample')
  const file = join(folder, 'office.sqlite')
  makeFolder(dataFolder)
  makeFolder(folder)
  const keys = loadKeys(join(dataFolder, 'keys'), kind, !existsSync(file))
  const connection = openWriter(file)
  try {
    const { version } = connection.prepare('SELECT sqlite_version() AS version').get() as { version: string }
    assertSqlite(version)
    await migrate(connection, file)
    assertDurable(connection)
  } catch (error) {
    connection.close()
    throw error
  }
  chmodSync(file, 0o600)
  const office: OpenOffice = {
    kind,
    folder,
    keys,
    clock,
    writer: paired(connection),
    reader: paired(openReader(file)),
    lastInQueue: Promise.resolve(),
    run: noRun(),
  }
  setTheOffice(office)
  return office
}

/** Waits for the queue, folds the write-ahead log into the file, closes both connections. */
export async function closeOffice(): Promise<void> {
  const office = theOfficeOrNone()
  if (!office) return
  setTheOffice(undefined)
  await office.lastInQueue
  office.reader.connection.close()
  try {
    office.writer.connection.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // What is in the log is as safe there, and is folded in at the next start that has room.
    if (!isDiskFull(error)) throw error
  } finally {
    office.writer.connection.close()
  }
}

const paired = (connection: Connection) => ({ connection, handle: handleOf(connection) })

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch {
    throw new OfficeUnusable(`The folder ${folder} cannot be made or written: choose another with DATA_DIR.`)
  }
}
