import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { people } from './schema.ts'
import { signIn } from './sign_in.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { tx } from './tx.ts'

// It takes as long for every name; what is measured here is what comes after it.
vi.mock('./passwords.ts', () => ({ isPasswordOf: async () => false }))

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  const passwordHash = '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA'
  await tx((tx) => tx.update(people).set({ passwordHash }).returning())
})
afterEach(() => office.close())

test.each(['nobody here', 'counsel one'])(
  'a wrong try for %s is answered after a tenth of a second: the writing of it is not heard',
  async (name) => {
    const began = performance.now()
    expect(await signIn({ name, password: 'not this one' })).toMatchObject({ ok: false })
    expect(performance.now() - began).toBeGreaterThanOrEqual(98)
  },
)
