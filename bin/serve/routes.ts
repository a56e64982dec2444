import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Says which route of ours a path is, for the log: "/subpoenas/[reference]". Never a word of the path itself. */
export type RouteOf = (path: string) => string

/** The routes of the pages in `root`/app, as Next finds them. */
export function routesIn(root: string): RouteOf {
  const names = readdirSync(join(root, 'app'), { recursive: true }) as string[]
  const routes = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)(page\.tsx|route\.ts)$/.test(name))
    .map((name) =>
      name.split('/').filter((part, index, all) => index < all.length - 1 && !/^\(.*\)$/.test(part)),
    )
  return routeAmong(routes)
}

/** @param routes Each in its parts: `["subpoenas", "[reference]"]`. What is none of them is "/other". */
export function routeAmong(routes: readonly (readonly string[])[]): RouteOf {
  // A part that is written out stands before one that takes anything.
  const known = routes.toSorted((a, b) => rank(a).localeCompare(rank(b)))
  return (path) => {
    const parts = path.split('/').filter(Boolean)
    if (parts[0] === '_next') return '/_next'
    const found = known.find((route) => fits(route, parts))
    return found ? `/${found.join('/')}` : '/other'
  }
}

const isAny = (part: string | undefined) => part?.startsWith('[') ?? false
const isRest = (part: string | undefined) => part?.startsWith('[...') ?? false
const rank = (route: readonly string[]) =>
  route.map((part) => (isRest(part) ? '2' : isAny(part) ? '1' : '0')).join('')

function fits(route: readonly string[], parts: readonly string[]): boolean {
  const rest = isRest(route.at(-1))
  if (rest ? parts.length < route.length : parts.length !== route.length) return false
  return route.every((part, index) => isAny(part) || part === parts[index])
}
