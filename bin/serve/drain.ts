import type { Server } from 'node:http'
import { log } from '#app/_log/write.ts'
import { factsOfError } from '#lib/log/line.ts'

/** How long running requests may still take once the desk was told to stop, in milliseconds. */
const patience = 10_000

/** Stops accepting and resolves when every request that was running has its answer, or patience has run out. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), patience)
    // A browser keeps its connection after the answer: each is closed as soon as it is idle.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(late)
      clearInterval(sweep)
      resolve()
    })
  })
}

/**
 * Runs `stop` once on SIGTERM, SIGINT or SIGHUP and ends the process; a second signal a second later does not wait.
 *
 * The second is there because Ctrl-C reaches both the launcher, which passes it on, and this process.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let toldAt: number | null = null
  const told = () => {
    if (toldAt !== null) {
      if (performance.now() - toldAt > 1000) process.exit(1)
      return
    }
    toldAt = performance.now()
    stop().then(
      () => process.exit(0),
      (problem) => {
        log('error', 'stopping-failed', factsOfError(problem))
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, told)
}
