import { expect, test } from 'vitest'
import { pages, ruleOf } from '#lib/access/pages.ts'
import { addressOf, pagesOnDisk } from './pages_on_disk.ts'

const behind = pagesOnDisk().filter(({ isBehind }) => isBehind)
const anything = new Proxy({}, { get: () => 'x', has: () => true })
const ruleFor = (route: string) => ruleOf(addressOf(route, anything))

test('the pages were found', () => {
  expect(behind.length).toBeGreaterThan(15)
  expect(behind.map(({ route }) => route)).toContain('/settings/people/[name]')
})

test('the table of pages says of each whom it is for', () => {
  expect(behind.filter(({ route }) => ruleFor(route) === null).map(({ file }) => file)).toEqual([])
})

test('no line of the table is about pages that are not there', () => {
  const used = new Set(behind.map(({ route }) => ruleFor(route)?.pattern))
  expect(pages.map(([pattern]) => pattern).filter((pattern) => !used.has(pattern))).toEqual([])
})

test('every page behind the sign-in asks who is there, by the one way that looks into the table', () => {
  const wanted = { page: /\bawait signedIn\(\)/, handler: /\bawait actorAllowed\(\)/ }
  expect(behind.filter(({ kind, source }) => !wanted[kind].test(source)).map(({ file }) => file)).toEqual([])
})

test('a route takes its parameters in, and says which one is missing', () => {
  expect(addressOf('/settings/people/[name]', { name: 'Ada Wren' })).toBe('/settings/people/Ada%20Wren')
  expect(() => addressOf('/subpoenas/[reference]', {})).toThrow('[reference]')
})
