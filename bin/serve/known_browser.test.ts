import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginSession, endSession, newToken } from '#db/sessions.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { tx } from '#db/tx.ts'
import { isKnownBrowser } from './known_browser.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

async function session(stage: 'password' | 'full'): Promise<string> {
  const { token, hash } = newToken()
  const [personId, now] = [office.actors.intake.id, office.clock.now]
  await tx(async (tx) => {
    const id = await beginSession(tx, { personId, stage, tokenHash: hash, now })
    // What was typed in a session that has ended is kept as well.
    await endSession(tx, id, 'signed-out', now)
  })
  return token
}

const https = 'https://desk.example.test'

test('a browser is known by the token of a session, also of one that is over', async () => {
  const token = await session('full')
  expect(await isKnownBrowser(https, `a=b; __Host-desk-session=${token}`)).toBe(true)
  expect(await isKnownBrowser('http://127.0.0.1:4600', `desk-4600-session=${token}`)).toBe(true)
})

test('and not by another cookie, a made-up token or a sign-in that waits for its second factor', async () => {
  const [token, pending] = [await session('full'), await session('password')]
  for (const cookies of [
    undefined,
    '',
    `desk-4600-session=${token}`,
    `__Host-desk-session=${newToken().token}`,
    `__Host-desk-session=${pending}`,
  ]) {
    expect(await isKnownBrowser(https, cookies)).toBe(false)
  }
})
