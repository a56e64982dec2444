import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Line, Order } from './worker.ts'

export type Worker = {
  /** Resolves when it has opened the office and its clients begin. */
  readonly atWork: Promise<unknown>
  readonly child: ChildProcess
  /** Resolves to its exit code, null after a kill, and what it complained of. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaints: string }>
}

/** Starts a desk at work as a process of its own. */
export function startWorker(order: Order): Worker {
  const script = join(import.meta.dirname, 'worker.ts')
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, JSON.stringify(order)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, complaints }))
  return { child, ended, atWork: Promise.race([once(child.stdout, 'data'), ended]) }
}

/** What the workers wrote down. A kill may cut the last line off: that was heard by nobody. */
export function readLedger(path: string): Line[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Line)
}
