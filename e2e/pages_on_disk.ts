import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type PageOnDisk = {
  /** "app/(desk)/subpoenas/[reference]/page.tsx" */
  readonly file: string
  /** "/subpoenas/[reference]" */
  readonly route: string
  /** A page, or a handler that answers without one. */
  readonly kind: 'page' | 'handler'
  /** Behind the sign-in: everything but app/(public), and the API, whose door is a token. */
  readonly isBehind: boolean
  /** The methods that a handler answers; a page is asked by GET. */
  readonly methods: readonly string[]
}

const root = join(import.meta.dirname, '..')

/** Every page and route handler that Next would find, by its route. */
export function pagesOnDisk(): PageOnDisk[] {
  return (readdirSync(join(root, 'app'), { recursive: true }) as string[])
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name) && !/(^|\/)_/.test(name))
    .map((name) => {
      const kind = name.endsWith('page.tsx') ? ('page' as const) : ('handler' as const)
      return {
        file: `app/${name}`,
        route: routeOf(name),
        kind,
        isBehind: !/^(\(public\)|api\/v1)\//.test(name),
        methods: kind === 'page' ? ['GET'] : methodsIn(readFileSync(join(root, 'app', name), 'utf8')),
      }
    })
    .sort((a, b) => a.route.localeCompare(b.route))
}

/** Folders in brackets stand for nothing in an address. */
function routeOf(name: string): string {
  const parts = name.split('/').slice(0, -1)
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`
}

const methodsIn = (source: string): string[] =>
  [...source.matchAll(/export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE)\b/g)].map(
    ([, method = '']) => method,
  )

/**
 * A route with its parameters filled in by the word before each: "/subpoenas/[reference]" is "/subpoenas/S-2026-00001"
 * when S-2026-00001 stands after `subpoenas`.
 */
export function addressOf(route: string, after: Readonly<Record<string, string>>): string {
  return route.replace(/([^/]+)\/\[\w+\]/g, (_whole, word: string) => {
    const value = after[word]
    if (value === undefined) throw new Error(`Nothing was arranged to stand after ${word} in ${route}.`)
    return `${word}/${encodeURIComponent(value)}`
  })
}
