import { existsSync, readFileSync } from 'node:fs'
import { asc, gt } from 'drizzle-orm'
import { hashOf, headPath, macOf } from '../history.ts'
import type { OpenOffice } from '../open_office.ts'
import { history } from '../schema.ts'
import type { On } from '../tx.ts'
import type { Finding } from '../verify.ts'

const batch = 2000

/** The first entry that was altered, removed, added or moved; then whether the tail was cut off. */
export async function historyFault(on: On, office: OpenOffice): Promise<Finding> {
  const kept = keptHead(office)
  let previous = { sequence: 0, mac: '0'.repeat(64) }
  let keptSeen = kept === null || kept.sequence === 0
  for (;;) {
    const rows = await on
      .select()
      .from(history)
      .where(gt(history.sequence, previous.sequence))
      .orderBy(asc(history.sequence))
      .limit(batch)
    for (const row of rows) {
      const fault = entryFault(row, previous, office.keys.history)
      if (fault) return { count: previous.sequence, fault }
      previous = row
      if (kept?.sequence === row.sequence) {
        if (kept.mac !== row.mac) {
          return {
            count: row.sequence,
            fault: `History entry ${row.sequence} is not the one noted beside the database.`,
          }
        }
        keptSeen = true
      }
    }
    if (rows.length < batch) break
  }
  if (!keptSeen) {
    return {
      count: previous.sequence,
      fault: `The history ends at entry ${previous.sequence}, but entry ${kept?.sequence} was noted beside the database: its tail is missing.`,
    }
  }
  return { count: previous.sequence, fault: null }
}

type Row = typeof history.$inferSelect

function entryFault(row: Row, previous: { sequence: number; mac: string }, key: Buffer): string | null {
  if (row.sequence !== previous.sequence + 1) {
    return `History entry ${previous.sequence + 1} is missing: entry ${row.sequence} follows ${previous.sequence}.`
  }
  if (row.previousMac !== previous.mac)
    return `History entry ${row.sequence} does not follow from the one before it.`
  if (row.payload !== null && hashOf(row.payload) !== row.payloadHash) {
    return `The text of history entry ${row.sequence} was altered.`
  }
  if (macOf(row, key) !== row.mac)
    return `History entry ${row.sequence} was altered, or signed with another key.`
  return null
}

function keptHead(office: OpenOffice): { sequence: number; mac: string } | null {
  const path = headPath(office)
  if (!existsSync(path)) return null
  const [sequence = '0', mac = ''] = readFileSync(path, 'utf8').trim().split(/\s+/)
  return { sequence: Number(sequence), mac }
}
