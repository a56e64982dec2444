import type { Instant } from '#lib/calendar/instant.ts'
import { instantText } from '#lib/calendar/instant.ts'

export type Level = 'info' | 'warn' | 'error'

/** All that a line of the log may say, and the shape of each. What has another shape is left out, whatever it is. */
const shapes = {
  method: /^[A-Z]{3,7}$/,
  /** A route as the program knows it, "/subpoenas/[reference]": never a path that somebody asked for. */
  route: /^\/[\w\-./[\]]{0,120}$/,
  status: /^[1-5]\d\d$/,
  /** Milliseconds. */
  ms: /^\d{1,9}$/,
  /** The row of a person, a machine or the clockwork. */
  actor: /^\d{1,9}$/,
  /** The name of a class of errors, not its message: a message may hold what was being handled. */
  error: /^[A-Z][A-Za-z]{0,50}$/,
  code: /^[A-Z][A-Z0-9_]{1,40}$/,
  /** The number that an error page shows. */
  digest: /^\d{1,12}$/,
  /** A file of the program and its line: "command.ts:70". */
  place: /^[\w-]+(?:\.\w+)*\.(?:[cm]?js|tsx?):\d{1,7}$/,
  /** What the clock starts: "mail delivery". */
  work: /^[a-z]{1,20}(?: [a-z]{1,20}){0,3}$/,
} as const

export type LogFacts = { readonly [Name in keyof typeof shapes]?: string | number | null | undefined }

/**
 * One line of JSON. Only the fields above get in, each by its shape, so that no name, address or identifier does.
 *
 * @param event What happened, in words of the program: "request".
 */
export function logLine(at: Instant, level: Level, event: string, facts: LogFacts = {}): string {
  const said = Object.entries(shapes).flatMap(([name, shape]) => {
    const value = facts[name as keyof LogFacts]
    return value !== null && value !== undefined && shape.test(String(value)) ? [[name, value]] : []
  })
  return JSON.stringify({ time: instantText(at), level, event, ...Object.fromEntries(said) })
}

/** What a log may say of something that was thrown: what kind it is and where it comes from. */
export function factsOfError(thrown: unknown): LogFacts {
  if (!(thrown instanceof Error)) return {}
  const { name, message, stack = '' } = thrown
  const field = (key: string) =>
    key in thrown ? String((thrown as unknown as Record<string, unknown>)[key]) : null
  // The message stands before the frames, and could itself look like one.
  const start = stack.indexOf(message)
  const frames = message === '' || start === -1 ? stack : stack.slice(start + message.length)
  const [, place] = /\n\s+at [^\n]*?([^/\\(\s:]+:\d+):\d+\)?(?:\n|$)/.exec(frames) ?? []
  return { error: name, code: field('code'), digest: field('digest'), place }
}
