import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as eventLoopTurns, setTimeout as wait } from 'node:timers/promises'
import type { Connection, Handle } from './connection.ts'
import { letOthers, sayWaiting } from './fair_turns.ts'
import { type OpenOffice, theOffice } from './open_office.ts'

/** The writing handle inside one transaction. Only `tx()` makes one, so only what was given it can write. */
export type Tx = Handle & { readonly inTransaction: true }
/** Asked on a page and inside a command: takes either. */
export type On = Handle | Tx

const place = globalThis as { subpoenaDeskInTx?: AsyncLocalStorage<true> }
place.subpoenaDeskInTx ??= new AsyncLocalStorage<true>()
const inTx = place.subpoenaDeskInTx

/** Milliseconds for which another process is waited for. */
const busyLimit = 60_000
/** Milliseconds after which a process that waits says so again. */
const sayEvery = 100

/**
 * Runs `work` in one durable write transaction, after those that came before it. Only database calls may be awaited
 * inside: whatever else is awaited keeps every other writer waiting.
 *
 * @throws Error within another tx(): the inner one would wait for the outer for ever.
 */
export function tx<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  if (inTx.getStore()) throw new Error('tx() within tx(): pass the transaction on instead.')
  const office = theOffice()
  const turn = office.lastInQueue.then(() => inTx.run(true, () => transaction(office, work)))
  // A full queue is one long chain of promises. Without a turn of the event loop between two of its transactions no
  // page is answered and no ended stream is let go: forty drawn letters held forty megabytes.
  office.lastInQueue = turn.catch(() => undefined).then(() => eventLoopTurns())
  return turn
}

/** The reading handle. @throws Error within tx(), where it would see the world before the transaction. */
export function reader(): Handle {
  if (inTx.getStore()) throw new Error('reader() within tx(): read through the transaction instead.')
  return theOffice().reader.handle
}

async function transaction<Value>(office: OpenOffice, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const { connection, handle } = office.writer
  await letOthers(office.run, office.folder)
  await begin(connection, office.folder)
  try {
    const value = await work(handle as Tx)
    connection.exec('COMMIT')
    return value
  } catch (error) {
    // A full disk has already ended the transaction by itself.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  } finally {
    office.run.endedAt = performance.now()
  }
}

/** Waits for another process without freezing this one. */
async function begin(connection: Connection, folder: string): Promise<void> {
  const patience = performance.now() + busyLimit
  let saidAt = 0
  for (let pause = 1; ; pause = Math.min(pause * 2, 8)) {
    try {
      connection.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > patience) throw error
      // Not at the first look: most turns are over sooner than this is said.
      if (pause === 8 && performance.now() - saidAt > sayEvery) {
        sayWaiting(folder)
        saidAt = performance.now()
      }
      await wait(pause + Math.random() * pause)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
