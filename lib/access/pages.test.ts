import { describe, expect, test } from 'vitest'
import type { Role } from '#lib/kinds.ts'
import { type Actor, nobody } from './actor.ts'
import { mayOpen, pages, ruleOf } from './pages.ts'

const person = (...roles: Role[]): Actor => ({ kind: 'person', id: 7, name: 'Wren', roles, sessionId: 1 })

describe('the rule of a page', () => {
  test.each([
    ['/', '/', 'the door itself, and not whatever lies behind it'],
    ['/subpoenas', '/subpoenas/**', 'a prefix is a page as well'],
    ['/subpoenas/new', '/subpoenas/new', 'the narrower line stands above'],
    ['/subpoenas/S-2026-00042/notices/3', '/subpoenas/**', 'whatever follows'],
    ['/subpoenas/S-2026-00042/invoice', '/subpoenas/*/invoice', 'any one part'],
    ['/settings/people/Ada%20Wren', '/settings/people/**', 'a name with a space'],
    ['/settings/people/%EA%B9%80', '/settings/people/**', 'a name in Korean'],
  ])('%s is decided by %s: %s', (path, pattern) => {
    expect(ruleOf(path)?.pattern).toBe(pattern)
  })

  test.each([
    ['/nowhere', 'a page that nobody has entered here'],
    ['/todays', 'it only begins like one'],
    ['/today/x', 'the line is for the page alone'],
    ['', 'no path'],
    ['today', 'no path of ours'],
    ['https://evil.test/today', 'an address'],
    ['//evil.test/today', 'an address without a scheme'],
    ['/subpoenas/../today', 'two readers would take it for two pages'],
    ['/account/%2e%2e/subpoenas', 'the same, hidden'],
    ['/account/..%2fsubpoenas', 'the same, hidden better'],
    ['/account/..%5csubpoenas', 'the same, backwards'],
    ['/account//password', 'an empty part'],
    ['/account/', 'an empty last part'],
    ['/account/%zz', 'it cannot be read'],
  ])('there is none for "%s": %s', (path) => {
    expect(ruleOf(path)).toBeNull()
    expect(mayOpen(person('intake', 'counsel', 'administrator', 'auditor', 'billing'), path)).toBe(false)
  })
})

test.each([
  ['/subpoenas?text=/today', 'billing', false],
  ['/subpoenas?stage=open', 'custodian', true],
  ['/subpoenas/S-2026-00042', 'billing', true],
  ['/subpoenas/S-2026-00042?tab=targets', 'billing', true],
  ['/subpoenas/S-2026-00042/notices/3', 'billing', false],
  ['/subpoenas/S-2026-00042', 'administrator', false],
  ['/invoices/INV-2026-00017?paid=1', 'billing', true],
  ['/invoices', 'intake', false],
  ['/settings/people', 'counsel', false],
  ['/settings/policy', 'counsel', true],
  ['/settings/office', 'billing', false],
  ['/subpoenas/new', 'auditor', false],
] as const)('%s asked by %s: %s', (path, role, may) => {
  expect(mayOpen(person(role), path)).toBe(may)
})

test('whoever is not signed in may open none, and a person without roles those that are for anyone', () => {
  const opened = (actor: Actor) =>
    pages.map(([pattern]) => pattern.replace(/\/\*\*$/, '')).filter((path) => mayOpen(actor, path))
  expect(opened(nobody)).toEqual([])
  expect(opened(person())).toEqual(['/', '/today', '/account'])
})
