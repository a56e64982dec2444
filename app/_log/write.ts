import { wallClock } from '#db/office.ts'
import { type Level, type LogFacts, logLine } from '#lib/log/line.ts'

/** Writes one line of the log: what went wrong to stderr, all else to stdout. Nobody else writes to either. */
export function log(level: Level, event: string, facts?: LogFacts): void {
  const stream = level === 'info' ? process.stdout : process.stderr
  stream.write(`${logLine(wallClock(), level, event, facts)}\n`)
}
