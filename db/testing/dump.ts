import type { Connection } from '../connection.ts'

type Made = { readonly type: string; readonly name: string; readonly sql: string }

/** What was made, in an order in which it can be made again: tables, then indexes, then triggers. */
function madeIn(connection: Connection): Made[] {
  const order = ['table', 'index', 'trigger']
  const made = connection
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all() as Made[]
  return made.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.name < b.name ? -1 : 1))
}

/** Every row of a table as it stands, in the order of its columns from the first: the same rows, the same text. */
export function rowsOf(connection: Connection, table: string): Record<string, unknown>[] {
  const columns = connection.pragma(`table_info("${table}")`) as { name: string }[]
  const order = columns.map(({ name }) => `"${name}"`).join(', ')
  return connection.prepare(`SELECT * FROM "${table}" ORDER BY ${order}`).all() as Record<string, unknown>[]
}

/** The tables of a database by name. */
export function tablesOf(connection: Connection): string[] {
  return madeIn(connection)
    .filter(({ type }) => type === 'table')
    .map(({ name }) => name)
}

/** The triggers of a database with their words. */
export function triggersOf(connection: Connection): Map<string, string> {
  return new Map(
    madeIn(connection)
      .filter(({ type }) => type === 'trigger')
      .map(({ name, sql }) => [name, sql]),
  )
}

/** The whole database as SQL that makes it again: tables, rows, indexes, triggers, version. */
export function dumpOf(connection: Connection): string {
  const made = madeIn(connection)
  const of = (type: string) => made.filter((one) => one.type === type).map(({ sql }) => `${sql};`)
  const rows = tablesOf(connection).flatMap((table) =>
    rowsOf(connection, table).map((row) => {
      const values = Object.values(row).map(literal).join(', ')
      return `INSERT INTO "${table}" VALUES (${values});`
    }),
  )
  const version = connection.pragma('user_version', { simple: true })
  const lines = [
    ...of('table'),
    ...rows,
    ...of('index'),
    ...of('trigger'),
    `PRAGMA user_version = ${version};`,
  ]
  return `${lines.join('\n')}\n`
}

function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`
  return `'${String(value).replaceAll("'", "''")}'`
}
