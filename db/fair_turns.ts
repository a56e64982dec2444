import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Two processes may write to one office. SQLite gives the lock to whoever asks in the moment that it is free, and a
 * process with a full queue leaves no such moment: the other would look again and again and find it taken. So whoever
 * waits says it, by the time of a file in the office's folder, and whoever has written for a while looks at that time
 * and rests, longer than the other one pauses between two looks.
 */
const waitingFile = (folder: string) => join(folder, 'waiting')

/** Milliseconds of writing without a gap after which the others are thought of. */
const longestRun = 30
/** Milliseconds; the longest pause between two looks is sixteen. */
const restLasts = 20
/** Milliseconds for which somebody who said that they wait is believed to wait still. */
const isFresh = 250

/** Says that this process waits for its turn. */
export function sayWaiting(folder: string): void {
  try {
    writeFileSync(waitingFile(folder), '', { mode: 0o600 })
  } catch {
    // Said in vain, as on a full disk: it then waits as long as it takes.
  }
}

function isAnyoneWaiting(folder: string): boolean {
  const said = statSync(waitingFile(folder), { throwIfNoEntry: false })?.mtimeMs
  return said !== undefined && Math.abs(Date.now() - said) < isFresh
}

/** Where a run of transactions began and last ended, by performance.now(). */
export type Run = { beganAt: number; endedAt: number }

export const noRun = (): Run => ({ beganAt: Number.NEGATIVE_INFINITY, endedAt: Number.NEGATIVE_INFINITY })

/** Before a transaction: after a long run of them another process that waits gets its turn. */
export async function letOthers(run: Run, folder: string): Promise<void> {
  const now = performance.now()
  if (now - run.endedAt > restLasts) run.beganAt = now
  if (now - run.beganAt < longestRun) return
  if (isAnyoneWaiting(folder)) await wait(restLasts)
  run.beganAt = performance.now()
}
