/** How architecture.test.ts reads the sources: by their text, as a person would. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const texts = new Map<string, string>()

/** The source files in a folder of the project and below, as paths from the root. */
export function sourcesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return (
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      // What Next builds of the floor of the bench is nobody's source.
      .filter((file) => !file.includes('/.next/'))
      .sort()
  )
}

export function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8')
  texts.set(file, text)
  return text
}

/** What a text imports, exports from or requires, as written. */
export function importsOf(text: string): string[] {
  const specifier = /(?:\bfrom|^import|\bimport\(|\brequire\()\s*['"]([^'"\n]+)['"]/gm
  return [...text.matchAll(specifier)].map((match) => match[1] ?? '')
}

/** The file that an import of ours means, from the root; null for a package. */
export function targetOf(file: string, name: string): string | null {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? join(dirname(file), name) : null
}

/** Each use of sql< with the rest of its expression, up to what begins another. */
export function rawSql(text: string): string[] {
  const rests = text.split(/\bsql</).slice(1)
  return rests.map((rest) => `sql<${rest.split(/\n\s*(?=\w+:|const |return |\}\))/)[0]}`)
}

/** The lines of code that a pattern matches; comments are left out. */
export function found(text: string, pattern: RegExp): string[] {
  return text.split('\n').filter((line) => pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
}

export function isOurs(name: string): boolean {
  return name.startsWith('#') || name.startsWith('.')
}

/** A test, or the makers of what tests try a rule with. */
export function isTest(file: string): boolean {
  return /\.(test|spec)\.\w+$|\/arbitrary\.ts$|^db\/testing\/|^e2e\//.test(file)
}
