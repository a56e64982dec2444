import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Database } from './columns.ts'

/** A connection as code sees it: every statement is awaited, whichever engine is behind it. */
export type Handle = Database<'async', unknown>
export type Connection = Sqlite.Database

/** The office's database cannot be used as it is; the message is one sentence that says what to do. */
export class OfficeUnusable extends Error {
  override name = 'OfficeUnusable'
}

const oldestSqlite = [3, 51, 3] as const

/** @throws OfficeUnusable when the SQLite within is one that can corrupt a write-ahead log with two connections. */
export function assertSqlite(version: string): void {
  const parts = version.split('.').map(Number)
  for (const [index, least] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least) {
      throw new OfficeUnusable(
        `SQLite ${version} is too old: ${oldestSqlite.join('.')} or later is needed. Run npm start, which installs it.`,
      )
    }
  }
}

/**
 * The one connection that writes. `timeout: 0`, because another process is waited for by asynchronous retries and not
 * by a pause that freezes everyone.
 */
export function openWriter(file: string): Connection {
  const connection = new Sqlite(file, { timeout: 0 })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('recursive_triggers = ON')
  connection.pragma('trusted_schema = OFF')
  return connection
}

/** The connection that reads: it cannot write, whatever it is asked. */
export function openReader(file: string): Connection {
  const connection = new Sqlite(file, { timeout: 500 })
  connection.pragma('query_only = ON')
  connection.pragma('trusted_schema = OFF')
  return connection
}

/** better-sqlite3 falls back to NORMAL in WAL mode on its own; FULL is what survives a power loss. */
export function assertDurable(connection: Connection): void {
  connection.pragma('synchronous = FULL')
  const level = connection.pragma('synchronous', { simple: true })
  if (level !== 2) throw new OfficeUnusable(`SQLite runs with synchronous = ${level}; it must be FULL (2).`)
}

/** The driver is synchronous; typed so that no code can lean on that. */
export function handleOf(connection: Connection): Handle {
  return drizzle(remembering(connection), { casing: 'snake_case' }) as unknown as Handle
}

const mostStatements = 1000

/**
 * The same connection, which compiles each statement once: drizzle asks for it anew at every call, and a command makes
 * some forty. A statement may be shared, since drizzle reads all rows of one before it runs the next.
 */
function remembering(connection: Connection): Connection {
  const known = new Map<string, ReturnType<Connection['prepare']>>()
  function prepare(sql: string) {
    const statement = known.get(sql) ?? connection.prepare(sql)
    if (known.size >= mostStatements) known.clear()
    known.set(sql, statement)
    return statement
  }
  return Object.create(connection, { prepare: { value: prepare } }) as Connection
}
