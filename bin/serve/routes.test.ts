import { join } from 'node:path'
import { expect, test } from 'vitest'
import { routesIn } from './routes.ts'

const routeOf = routesIn(join(import.meta.dirname, '..', '..'))

test.each([
  ['/', '/'],
  ['/subpoenas', '/subpoenas'],
  ['/subpoenas/new', '/subpoenas/new'],
  ['/subpoenas/S-2026-00001', '/subpoenas/[reference]'],
  ['/subpoenas/S-2026-00001/targets/2', '/subpoenas/[reference]/targets/[number]'],
  ['/settings/people/Ada%20Wren', '/settings/people/[name]'],
  ['/_next/static/chunks/x.js', '/_next'],
  ['/Ada Wren', '/other'],
  ['/subpoenas/a/b/c/d/e/f', '/other'],
])('%s is %s', (path, route) => {
  expect(routeOf(path)).toBe(route)
})
