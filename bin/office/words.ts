import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart } from '../serve/cannot_start.ts'
import type { Terminal } from './open.ts'

export type Words = {
  /** What stands without a name: files. */
  readonly plain: readonly string[]
  readonly named: Readonly<Record<string, string | undefined>>
}

/**
 * The words of a command: `FILE --key FILE`.
 *
 * @throws CannotStart with `usage` for anything else.
 */
export function wordsOf({ words }: Terminal, names: readonly string[], usage: string): Words {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { positionals, values } = parseArgs({ args: [...words], options, allowPositionals: true })
    return { plain: positionals, named: values as Record<string, string | undefined> }
  } catch {
    throw new CannotStart(usage)
  }
}

/** A path as the person at the terminal means it: npm itself runs us in the program's folder. */
export const pathOf = ({ environment }: Terminal, path: string): string =>
  resolve(environment.INIT_CWD ?? process.cwd(), path)
