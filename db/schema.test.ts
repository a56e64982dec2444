import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '#lib/kinds.ts'
import { migrate, migrations, schemaHash } from './migrate.ts'
import * as schema from './schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'subpoena-desk-schema-'))
const file = join(folder, 'office.sqlite')
const connection = new Sqlite(file)
beforeAll(() => migrate(connection, file))
afterAll(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

type ColumnInfo = { name: string; type: string; notnull: number; pk: number }
const tables = Object.values(schema as Record<string, unknown>).filter((value) => is(value, Table)) as Table[]
const columnsOf = (name: string) => connection.pragma(`table_info("${name}")`) as ColumnInfo[]
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('the schema that code sees and the tables that migrations made are the same', () => {
  expect(tables.length).toBeGreaterThan(50)
  const made = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
  expect(tables.map(getTableName).sort()).toEqual(made)
  for (const table of tables) {
    const seen = Object.entries(getTableColumns(table)).map(([name, column]) => ({
      name: snake(name),
      needed: column.notNull || column.primary,
      type: column.getSQLType().toUpperCase(),
    }))
    const real = columnsOf(getTableName(table)).map(({ name, notnull, pk, type }) => ({
      name,
      needed: notnull === 1 || (pk > 0 && seen.find((column) => column.name === name)?.needed === true),
      type,
    }))
    expect(seen, getTableName(table)).toEqual(real)
  }
})

test('column names are cased by the same rule as the driver cases them', () => {
  const cache = new CasingCache('snake_case')
  for (const table of tables) {
    for (const [name, column] of Object.entries(getTableColumns(table))) {
      expect(cache.getColumnCasing(column)).toBe(snake(name))
    }
  }
})

test('no foreign key takes rows along when its parent goes', () => {
  for (const table of tables) {
    const keys = connection.pragma(`foreign_key_list("${getTableName(table)}")`) as { on_delete: string }[]
    for (const key of keys) expect(key.on_delete).toBe('RESTRICT')
  }
})

test('every kind of the list is a row', () => {
  for (const [family, members] of Object.entries(kinds)) {
    const rows = connection
      .prepare(`SELECT kind FROM ${snake(family)}`)
      .pluck()
      .all() as string[]
    expect(rows.sort()).toEqual(Object.keys(members).sort())
  }
})

test('migrating twice changes nothing', async () => {
  const before = schemaHash(connection)
  await migrate(connection, file)
  expect(schemaHash(connection)).toBe(before)
})

test('a database of a newer program is refused with a sentence', async () => {
  await expect(migrate(connection, file, migrations().slice(1))).rejects.toThrow(/newer Subpoena Desk/)
})

test('a migration that loses rows is undone whole, triggers and all', async () => {
  const before = schemaHash(connection)
  const lossy = {
    name: '0002_lose_people.sql',
    sql: 'DELETE FROM people WHERE id = 2; CREATE TABLE extra (a TEXT) STRICT;',
  }
  await expect(migrate(connection, file, [...migrations(), lossy])).rejects.toThrow(/people had 2 rows/)
  expect(schemaHash(connection)).toBe(before)
  expect(connection.prepare('SELECT count(*) FROM people').pluck().get()).toBe(2)
})

test.each([
  ['history', "UPDATE history SET command = 'x'"],
  ['history', 'DELETE FROM history'],
])('%s cannot be changed by %s', (table, statement) => {
  connection.exec('BEGIN')
  try {
    connection
      .prepare(
        `INSERT INTO history (sequence, at, actor_id, command, seen_by, payload, payload_hash, previous_mac, mac)
         VALUES (1, 1, 1, 'test', 'all', '{}', 'h', 'p', 'm')`,
      )
      .run()
    expect(() => connection.exec(statement)).toThrow(table)
  } finally {
    connection.exec('ROLLBACK')
  }
})
