import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { logSubpoena } from '#db/commands/subpoena/log.ts'
import type { Connection } from '#db/connection.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { paperInTest, typedPaper } from '#db/testing/paper.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { type Figure, sideBySide } from './measure.ts'
import { actor } from './office/make.ts'

/** A desk that runs has its code compiled; so many times it takes until most of it is. */
const warmUp = 100

type Row = Record<string, string | number | null>

/** `log-subpoena` with one target against the same rows, raw, in one durable transaction on the same connection. */
export async function commandFigures(folder: string, rounds: number): Promise<Figure[]> {
  // A copy: what is measured here breaks the chain of its history.
  const copy = mkdtempSync(join(tmpdir(), 'bench-'))
  cpSync(folder, copy, { recursive: true })
  const office = await openOffice(copy, 'real')
  try {
    const { connection } = office.writer
    const times = rounds * 4 + warmUp + 5
    const papers: string[] = []
    for (let count = 0; count < times; count++) papers.push(await paperInTest(actor, `bench ${count}`))
    let logged = 0
    const log = async () => {
      const number = String(logged++).padStart(5, '0')
      const { newRequester: _, ...typed } = typedPaper(papers[logged - 1] ?? '', {
        ...{ requester: 'R-00001', caseNumber: `2:26-cv-9${number}` },
        targets: [{ kind: 'fax', identifier: `1-212-55${number}`, period: 'October 2025' }],
      })
      const now = (office.clock() - 60_000) as Instant
      const result = await logSubpoena(actor, { ...typed, servedAt: now, receivedAt: now })
      if (!result.ok) throw new Error(`${result.refusal.sentence} ${JSON.stringify(result.refusal)}`)
    }
    await log()
    const raw = sameRowsRaw(connection)
    const [ours = 0, least = 1] = await sideBySide([log, raw], rounds * 4, warmUp)
    const against = 'the same rows raw, one durable transaction'
    return [{ what: 'log-subpoena, one target', against, value: ours / least, limit: 3, unit: '×' }]
  } finally {
    await closeOffice()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Writes what the last `log-subpoena` wrote once more, under names of its own. */
function sameRowsRaw(connection: Connection): () => void {
  const last = (table: string, by: string) =>
    connection.prepare(`SELECT * FROM ${table} ORDER BY ${by} DESC LIMIT 1`).get() as Row
  const { id: _subpoena, ...subpoena } = last('subpoenas', 'id')
  const { id: _target, ...target } = last('targets', 'id')
  const entry = last('history', 'sequence')
  const insert = (table: string, row: Row) =>
    connection.prepare(
      `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map((name) => `@${name}`)})`,
    )
  const subpoenaRow = insert('subpoenas', subpoena)
  const targetRow = insert('targets', target)
  const entryRow = insert('history', entry)
  const counter = connection.prepare('UPDATE counters SET value = value + 1 WHERE name = ?')
  const head = connection.prepare('SELECT sequence, mac FROM history ORDER BY sequence DESC LIMIT 1')
  let written = 0
  return () => {
    written += 1
    connection.exec('BEGIN IMMEDIATE')
    counter.run(`reference-${String(subpoena.reference).slice(2, 6)}`)
    // References of another form, so that they are in nobody's way.
    const { lastInsertRowid } = subpoenaRow.run({ ...subpoena, reference: `RAW-${written}` })
    targetRow.run({ ...target, subpoena_id: Number(lastInsertRowid) })
    const { sequence, mac } = head.get() as { sequence: number; mac: string }
    const own = { sequence: sequence + 1, previous_mac: mac, mac: `raw ${written}` }
    entryRow.run({ ...entry, ...own, subpoena_id: Number(lastInsertRowid) })
    connection.exec('COMMIT')
  }
}
