import { describe, expect, test } from 'vitest'
import type { Role } from '#lib/kinds.ts'
import type { Actor } from './actor.ts'
import { nameWithRole, placesOf } from './places.ts'

const person = (...roles: Role[]): Actor => ({ kind: 'person', id: 7, name: 'Wren', roles, sessionId: 1 })

describe('the bar', () => {
  test.each([
    ['billing', ['Today', 'Invoices', 'Requesters', 'Mail', 'History', 'Settings']],
    ['administrator', ['Today', 'Mail', 'History', 'Settings']],
    ['intake', ['Today', 'Subpoenas', 'Requesters', 'Mail', 'History', 'Settings']],
    ['custodian', ['Today', 'Subpoenas', 'Requesters', 'Mail', 'History']],
    ['counsel', ['Today', 'Subpoenas', 'Invoices', 'Requesters', 'Mail', 'History', 'Settings']],
    ['auditor', ['Today', 'Subpoenas', 'Invoices', 'Requesters', 'Mail', 'History', 'Settings']],
  ] as const)('of %s', (role, labels) => {
    expect(placesOf(person(role)).map(({ label }) => label)).toEqual(labels)
  })

  test.each([
    ['no role', [], 'Wren'],
    ['one', ['counsel'], 'Wren, counsel'],
    ['two', ['counsel', 'billing'], 'Wren, counsel and billing'],
    ['four', ['intake', 'counsel', 'billing', 'auditor'], 'Wren, intake and 3 more'],
  ])('calls somebody with %s by it', (_name, roles, words) => {
    expect(nameWithRole('Wren', roles)).toBe(words)
  })
})
