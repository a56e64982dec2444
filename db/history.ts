import { createHash, createHmac } from 'node:crypto'
import { constants, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import type { Instant } from '#lib/calendar/instant.ts'
import { type OpenOffice, theOffice } from './open_office.ts'
import { history } from './schema.ts'
import type { On, Tx } from './tx.ts'

/**
 * What a command tells the history: a sentence and facts, and never who a subscriber is. What people typed about a case
 * (a reason, a note) stands in its rows and not here: a name is easily written in it.
 */
export type Told = { readonly sentence: string; readonly facts?: unknown }

export type Entry = {
  readonly at: Instant
  readonly actorId: number
  readonly command: string
  readonly subpoenaId: number | null
  readonly invoiceId: number | null
  /** 'all' may be read by billing and administrators too; 'case' by those who see the case. */
  readonly seenBy: 'all' | 'case'
  readonly told: Told
}

/** The end of the chain: what an outsider who holds it can hold us to. */
export type Head = { readonly sequence: number; readonly mac: string }

const beginning: Head = { sequence: 0, mac: '0'.repeat(64) }

export async function historyHead(on: On): Promise<Head> {
  const [last] = await on
    .select({ sequence: history.sequence, mac: history.mac })
    .from(history)
    .orderBy(desc(history.sequence))
    .limit(1)
  return last ?? beginning
}

/** Appends one entry to the chain, in the transaction of what it tells of. */
export async function appendHistory(tx: Tx, entry: Entry): Promise<Head> {
  const previous = await historyHead(tx)
  const payload = JSON.stringify(entry.told)
  const row = {
    sequence: previous.sequence + 1,
    at: entry.at,
    actorId: entry.actorId,
    command: entry.command,
    subpoenaId: entry.subpoenaId,
    invoiceId: entry.invoiceId,
    seenBy: entry.seenBy,
    payloadHash: hashOf(payload),
    previousMac: previous.mac,
  }
  const mac = macOf(row, theOffice().keys.history)
  await tx.insert(history).values({ ...row, payload, mac })
  return { sequence: row.sequence, mac }
}

export type Chained = {
  sequence: number
  at: Instant
  actorId: number
  command: string
  subpoenaId: number | null
  invoiceId: number | null
  seenBy: string
  payloadHash: string
  previousMac: string
}

/** The chain runs over each payload's hash, so that a payload can be shredded and the chain still walked. */
export function macOf(row: Chained, key: Buffer): string {
  const canonical = [
    row.sequence,
    row.at,
    row.actorId,
    row.command,
    row.subpoenaId,
    row.invoiceId,
    row.seenBy,
    row.payloadHash,
    row.previousMac,
  ]
  return createHmac('sha256', key).update(JSON.stringify(canonical)).digest('hex')
}

export function hashOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

const headFile = 'history.head'

/**
 * Writes the head beside the database after the commit: `verify` finds by it that a tail was cut off. It may lag
 * behind after a crash, and is then an earlier link of the same chain; it never runs ahead.
 */
export function writeHead(office: OpenOffice, head: Head): void {
  // Over what stood there and in one call, so that a process that is killed leaves the one or the other.
  const flag = constants.O_WRONLY | constants.O_CREAT
  writeFileSync(headPath(office), `${head.sequence} ${head.mac}\n`, { mode: 0o600, flag: flag as never })
}

export const headPath = (office: OpenOffice): string => join(office.folder, headFile)
