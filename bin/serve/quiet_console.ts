import { log } from '#app/_log/write.ts'
import { factsOfError, type Level } from '#lib/log/line.ts'

const levels = {
  debug: 'info',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
} as const satisfies Record<string, Level>

/**
 * From here on whatever a package prints becomes a line of the log without its words: Next prints the message of an
 * error, and a message may hold what was being handled. The console is put back by what is returned.
 */
export function quietConsole(): () => void {
  const names = Object.keys(levels) as (keyof typeof levels)[]
  const before = names.map((name) => [name, console[name]] as const)
  for (const name of names) {
    console[name] = (...said: unknown[]) =>
      log(levels[name], 'printed', factsOfError(said.find((one) => one instanceof Error)))
  }
  return () => {
    for (const [name, print] of before) console[name] = print
  }
}

/** What nobody caught ends the process, and says so without its words. */
export function logCrashes(): void {
  process.on('uncaughtException', (thrown) => {
    log('error', 'crashed', factsOfError(thrown))
    process.exit(1)
  })
}
