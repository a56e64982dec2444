import type { Connection } from '../connection.ts'

/**
 * The same connection, which calls `before` with a count ahead of each statement. The statements of a migration's file
 * are counted one by one; a trigger, which has statements within it, is one.
 */
export function stepByStep(connection: Connection, before: (step: number) => void): Connection {
  let step = 0
  const exec = (sql: string) => {
    for (const one of statementsOf(sql)) {
      before(++step)
      connection.exec(one)
    }
    return connection
  }
  const pragma: Connection['pragma'] = (...words) => {
    before(++step)
    return connection.pragma(...words)
  }
  const prepare = (sql: string) => {
    before(++step)
    return connection.prepare(sql)
  }
  return Object.create(connection, {
    exec: { value: exec },
    pragma: { value: pragma },
    prepare: { value: prepare },
    inTransaction: { get: () => connection.inTransaction },
  }) as Connection
}

const statementsOf = (sql: string): string[] =>
  sql.includes('CREATE TRIGGER')
    ? [sql]
    : sql
        .split(/;\s*\n/)
        .map((one) => one.trim())
        .filter((one) => one.replaceAll(/^--.*$/gm, '').trim() !== '')
