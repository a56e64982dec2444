import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from './connection.ts'
import { migrate, migrations } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'subpoena-desk-migrations-'))
const file = join(folder, 'office.sqlite')
let connection: Connection
beforeEach(() => {
  connection = new Sqlite(file)
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

type Column = { name: string; type: string; notnull: number; dflt_value: string | null }

/** One row; what is needed and not given is 1 or empty. */
function insert(table: string, given: Readonly<Record<string, string | number>>): void {
  const columns = connection.pragma(`table_info("${table}")`) as Column[]
  const needed = columns.filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null)
  const row = {
    ...Object.fromEntries(needed.map(({ name, type }) => [name, type === 'TEXT' ? '' : 1])),
    ...given,
  }
  const names = Object.keys(row)
  connection
    .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
    .run(Object.values(row))
}

test('what was released before is on file as released to whom its subpoena names', async () => {
  const named = (one: { name: string }) => one.name.endsWith('_who_a_production_goes_to.sql')
  const all = migrations()
  await migrate(connection, file, all.slice(0, all.findIndex(named)))
  connection.pragma('foreign_keys = OFF')
  insert('requesters', {
    id: 4,
    name: 'Ōkhurst',
    name_printed: 'Oakhurst',
    attention: 'Records',
    address: 'X 1',
  })
  insert('subpoenas', { id: 7, requester_id: 4 })
  insert('productions', { id: 1, subpoena_id: 7, number: 1, released_at: 5 })
  insert('productions', { id: 2, subpoena_id: 7, number: 2 })
  for (const { name } of connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all() as { name: string }[]) {
    connection.exec(`DROP TRIGGER ${name}`)
  }
  connection.exec(all.find(named)?.sql ?? '')
  expect(
    connection
      .prepare('SELECT recipient_id, recipient_name, recipient_address, recipient_email FROM productions')
      .all(),
  ).toEqual([
    {
      recipient_id: 4,
      recipient_name: 'Oakhurst',
      recipient_address: 'Records\nX 1',
      recipient_email: '',
    },
    { recipient_id: null, recipient_name: null, recipient_address: null, recipient_email: null },
  ])
})
