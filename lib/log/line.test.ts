import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '#lib/calendar/instant.ts'
import { factsOfError, type LogFacts, logLine } from './line.ts'

const at = instant(Date.UTC(2026, 0, 5, 18, 0, 0, 250))
const lineOf = (facts: LogFacts) => JSON.parse(logLine(at, 'info', 'request', facts))

test('a line says when, how grave, what, and what else it may', () => {
  const facts = { method: 'GET', route: '/subpoenas/[reference]', status: 200, ms: 12, actor: 7 }
  expect(logLine(at, 'info', 'request', facts)).toBe(
    '{"time":"2026-01-05T18:00:00.25Z","level":"info","event":"request","method":"GET","route":"/subpoenas/[reference]","status":200,"ms":12,"actor":7}',
  )
})

test.each([
  ['route', '/subpoenas?text=Canary Wrenfield'],
  ['route', '/subpoenas/canary@nest.example'],
  ['route', 'Canary'],
  ['method', 'Canary'],
  ['error', 'Error: Canary Wrenfield'],
  ['code', 'canary'],
  ['digest', 'NEXT_REDIRECT;replace;/sign-in?then=Canary;307;'],
  ['place', '/home/canary/x.ts:1'],
  ['work', 'Canary Wrenfield'],
  ['actor', 'Canary Wrenfield'],
])('%s that is %s is left out', (name, value) => {
  expect(Object.keys(lineOf({ [name]: value }))).toEqual(['time', 'level', 'event'])
})

test('a field that is not on the list is left out', () => {
  const more = { url: '/x', message: 'Canary', headers: { cookie: 'c' } } as LogFacts
  expect(Object.keys(lineOf(more))).toEqual(['time', 'level', 'event'])
})

test('whatever an error says, of its words none gets in', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const error = new TypeError(`${before}Canary\n    at Canary (Canary.ts:1:2)\n${after}`)
      const line = logLine(at, 'error', 'request-failed', factsOfError(error))
      expect(line).not.toContain('Canary')
      expect(JSON.parse(line)).toMatchObject({
        error: 'TypeError',
        place: expect.stringMatching(/^line\.test\.ts:\d+$/),
      })
    }),
  )
})

test('an error is told by its class, its code, the number that the page shows, and its place', () => {
  const error = Object.assign(new RangeError('550 <canary@nest.example>'), {
    code: 'SQLITE_FULL',
    digest: '1234567',
  })
  expect(lineOf(factsOfError(error))).toMatchObject({
    error: 'RangeError',
    code: 'SQLITE_FULL',
    digest: '1234567',
  })
  expect(factsOfError('Canary')).toEqual({})
})
