import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { kinds } from '#lib/kinds.ts'
import { type Connection, OfficeUnusable } from './connection.ts'
import { isDiskFull } from './disk_full.ts'

type Migration = { readonly name: string; readonly sql: string }

const folder = join(import.meta.dirname, 'migrations', 'sqlite')

/** The migrations of this program, in order: 0001_what_it_does.sql. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/**
 * Brings the database to this program's version, in one transaction: all of it or nothing. Rows are counted before
 * and after, foreign keys are checked, triggers are made again from their one file. An existing database is copied
 * beside itself first.
 *
 * @throws OfficeUnusable when the database was written by a newer program, or the disk is full.
 */
export async function migrate(connection: Connection, file: string, wanted = migrations()): Promise<void> {
  try {
    await bringUp(connection, file, wanted)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    throw new OfficeUnusable(
      'The disk is full: the office could not be brought to this version and was left as it was. Make room, and start again.',
    )
  }
}

async function bringUp(connection: Connection, file: string, wanted: Migration[]): Promise<void> {
  const have = connection.pragma('user_version', { simple: true }) as number
  if (have > wanted.length) {
    throw new OfficeUnusable(
      `This office was last opened by a newer Subpoena Desk (version ${have} of its database; this program knows ${wanted.length}). Start the newer program, or restore a backup from before it.`,
    )
  }
  if (have > 0 && have < wanted.length) backUp(connection, file, have)
  // Outside the transaction, where alone it has an effect: a table that is rebuilt must not take its children along.
  connection.pragma('foreign_keys = OFF')
  try {
    await beginImmediate(connection)
    try {
      apply(connection, wanted)
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw error
    }
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function apply(connection: Connection, wanted: Migration[]): void {
  // Read again inside the transaction: another process may have been first.
  const have = connection.pragma('user_version', { simple: true }) as number
  const before = rowCounts(connection)
  for (const { name } of triggersOf(connection)) connection.exec(`DROP TRIGGER "${name}"`)
  for (const migration of wanted.slice(have)) connection.exec(migration.sql)
  const after = rowCounts(connection)
  for (const [table, count] of before) {
    if (after.get(table) !== count)
      throw new Error(`${table} had ${count} rows and now has ${after.get(table) ?? 'none'}`)
  }
  makeTriggers(connection)
  fillKinds(connection)
  const broken = connection.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} rows point at nothing after the migration.`)
  connection.pragma(`user_version = ${wanted.length}`)
}

function backUp(connection: Connection, file: string, have: number): void {
  const target = `${file}.before-${have + 1}`
  const part = `${target}.part`
  if (existsSync(target)) return
  rmSync(part, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run(part)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  renameSync(part, target)
}

async function beginImmediate(connection: Connection): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (tries > 400) throw error
      await wait(25)
    }
  }
}

function triggersOf(connection: Connection): { name: string }[] {
  return connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
  }[]
}

function rowCounts(connection: Connection): Map<string, number> {
  const tables = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[]
  return new Map(
    tables.map(({ name }) => [
      name,
      (connection.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n,
    ]),
  )
}

/** The triggers of triggers.sql, with those that its @frozen and @kept lines ask for. */
function makeTriggers(connection: Connection): void {
  const sql = readFileSync(join(folder, 'triggers.sql'), 'utf8')
  connection.exec(sql)
  const named = (word: string) =>
    [...sql.matchAll(new RegExp(`^-- @${word} +(.*)$`, 'gm'))].flatMap((found) =>
      (found[1] ?? '').split(/\s+/),
    )
  for (const table of named('frozen')) {
    connection.exec(`CREATE TRIGGER ${table}_frozen BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} never change'); END`)
  }
  // Where something can be taken back, the file says itself when.
  const isWritten = (table: string) => sql.includes(`CREATE TRIGGER ${table}_kept `)
  for (const table of [...named('frozen'), ...named('kept')].filter((table) => !isWritten(table))) {
    connection.exec(`CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} never disappear'); END`)
  }
}

/** Kinds are rows; their list is lib/kinds.ts. A kind is never removed: old rows still name it. */
function fillKinds(connection: Connection): void {
  for (const [family, members] of Object.entries(kinds)) {
    const table = family.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const insert = connection.prepare(`INSERT INTO ${table} (kind) VALUES (?) ON CONFLICT DO NOTHING`)
    for (const kind of Object.keys(members)) insert.run(kind)
  }
  connection.exec(`INSERT INTO people (id, kind, name, email, created_at) VALUES
    (1, 'system', 'Subpoena Desk', '', 0), (2, 'system', 'Somebody not signed in', '', 0) ON CONFLICT DO NOTHING`)
}

/** A fingerprint of the tables as they stand, to prove that two ways led to the same place. */
export function schemaHash(connection: Connection): string {
  const rows = connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}
