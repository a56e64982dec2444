import { expect, test } from 'vitest'
import { pages, ruleOf } from '#lib/access/pages.ts'
import { importsOf, sourcesIn, targetOf, textOf } from '../bin/test/sources.ts'
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
  const forgetful = behind.filter(
    ({ kind, file }) => ![file, ...partsOf(file)].some((part) => wanted[kind].test(textOf(part))),
  )
  expect(forgetful.map(({ file }) => file)).toEqual([])
})

test('the API has a door of its own: nothing of it knows a cookie, a session or a page', () => {
  const ofApi = sourcesIn('app').filter((file) => /^app\/(api\/v1|_api)\//.test(file))
  expect(ofApi.length).toBeGreaterThan(10)
  const knowing = ofApi.filter((file) =>
    importsOf(textOf(file)).some((name) => /_auth\/|next\/|db\/sessions|access\/pages/.test(name)),
  )
  expect(knowing).toEqual([])
})

/** What a page leaves to a part: the files it imports, but for the actions, which are asked at another time. */
function partsOf(file: string): string[] {
  return importsOf(textOf(file)).flatMap((name) => {
    const target = targetOf(file, name)
    return target?.startsWith('app/') && !/actions?\.ts$|^app\/_auth\//.test(target) ? [target] : []
  })
}

test('a route takes its parameters in, and says what is missing', () => {
  const after = { people: 'Ada Wren', subpoenas: 'S-2026-00001', targets: '2' }
  expect(addressOf('/settings/people/[name]', after)).toBe('/settings/people/Ada%20Wren')
  expect(addressOf('/subpoenas/[reference]/targets/[number]', after)).toBe(
    '/subpoenas/S-2026-00001/targets/2',
  )
  expect(() => addressOf('/invoices/[number]/pdf', after)).toThrow('after invoices')
})
