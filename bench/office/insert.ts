import type { Connection } from '#db/connection.ts'
import { hashOf, macOf } from '#db/history.ts'
import type { Instant } from '#lib/calendar/instant.ts'

type Value = string | number | Buffer | null
export type Row = Readonly<Record<string, Value>>
/** Inserts one row and gives its id. Columns are named as the database names them. */
export type Insert = (table: string, row: Row) => number

/** Inserts rows as fast as they come: a hundred thousand subpoenas are some three million of them. */
export function inserter(connection: Connection): Insert {
  const known = new Map<string, ReturnType<Connection['prepare']>>()
  return (table, row) => {
    const names = Object.keys(row)
    const key = `${table} ${names}`
    let statement = known.get(key)
    if (!statement) {
      const places = names.map(() => '?').join()
      statement = connection.prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${places})`)
      known.set(key, statement)
    }
    return Number(statement.run(Object.values(row)).lastInsertRowid)
  }
}

type Entry = {
  readonly at: Instant
  readonly actorId: number
  readonly command: string
  readonly subpoenaId: number
  readonly invoiceId?: number
  readonly sentence: string
}

/** Goes on with the chain of the history, under the key of the office. */
export function teller(insert: Insert, last: { sequence: number; mac: string }, key: Buffer) {
  let { sequence, mac } = last
  return {
    tell({ at, actorId, command, subpoenaId, invoiceId, sentence }: Entry): void {
      const payload = JSON.stringify({ sentence })
      const row = {
        sequence: sequence + 1,
        at,
        actorId,
        command,
        subpoenaId,
        invoiceId: invoiceId ?? null,
        seenBy: 'case',
        payloadHash: hashOf(payload),
        previousMac: mac,
      }
      mac = macOf(row, key)
      sequence = row.sequence
      insert('history', {
        ...{ sequence, at, actor_id: actorId, command, subpoena_id: subpoenaId, seen_by: 'case', payload },
        ...{ invoice_id: row.invoiceId, payload_hash: row.payloadHash, previous_mac: row.previousMac, mac },
      })
    },
    head: () => ({ sequence, mac }),
  }
}
