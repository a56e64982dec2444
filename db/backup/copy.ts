/** The database as one file of its own: copied in one read transaction while others write, and looked through. */
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Head } from '../history.ts'
import { BackupFailed } from './failed.ts'

export type CopyFacts = {
  readonly version: number
  readonly rows: Record<string, number>
  readonly lastNumbers: Record<string, number>
  readonly historyHead: Head
  /** The hashes and sizes of the files that its rows name. */
  readonly files: readonly { readonly sha256: string; readonly size: number }[]
}

const copying = '.backup-'

/** Copies the database within the office's own folder, which is for its owner alone. Returns the copy's path. */
export function copyDatabase(folder: string): string {
  sweepCopies(folder)
  const path = join(folder, `${copying}${randomBytes(8).toString('hex')}.sqlite`)
  // Made beforehand, since SQLite would make it readable for others.
  writeFileSync(path, '', { flag: 'wx', mode: 0o600 })
  const connection = new Sqlite(join(folder, 'office.sqlite'), {
    readonly: true,
    fileMustExist: true,
    timeout: 60_000,
  })
  try {
    connection.prepare('VACUUM INTO ?').run(path)
  } catch (problem) {
    rmSync(path, { force: true })
    throw problem
  } finally {
    connection.close()
  }
  return path
}

const left = 24 * 60 * 60 * 1000

/** What a killed backup left is taken away by one of the next. */
function sweepCopies(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(copying)) continue
    const path = join(folder, name)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
    if (Date.now() - mtimeMs > left) rmSync(path, { force: true })
  }
}

/** @throws BackupFailed unless SQLite finds the copy whole and every reference in it leading somewhere. */
export function factsOfCopy(path: string): CopyFacts {
  const connection = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    assertWhole(connection)
    const all = <Row>(sql: string) => connection.prepare(sql).all() as Row[]
    const tables = all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    const count = (table: string) => all<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)[0]?.n ?? 0
    const numbers = all<{ name: string; value: number }>(
      "SELECT name, value FROM counters WHERE name GLOB 'reference-*' OR name GLOB 'invoice-*' OR name GLOB 'credit-memo-*'",
    )
    const [head] = all<Head>('SELECT sequence, mac FROM history ORDER BY sequence DESC LIMIT 1')
    return {
      version: connection.pragma('user_version', { simple: true }) as number,
      rows: Object.fromEntries(tables.map(({ name }) => [name, count(name)])),
      lastNumbers: Object.fromEntries(numbers.map(({ name, value }) => [name, value])),
      historyHead: head ?? { sequence: 0, mac: '0'.repeat(64) },
      files: all('SELECT sha256, size FROM files ORDER BY sha256'),
    }
  } finally {
    connection.close()
  }
}

function assertWhole(connection: Sqlite.Database): void {
  const found = connection.pragma('integrity_check', { simple: true })
  if (found !== 'ok') throw new BackupFailed('The database is damaged: SQLite does not find it whole.')
  const loose = connection.pragma('foreign_key_check') as unknown[]
  if (loose.length > 0)
    throw new BackupFailed(`The database is damaged: ${loose.length} rows point at nothing.`)
}
