import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { history } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader } from '#db/tx.ts'
import type { Permission } from '#lib/access/actor.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { apiCommands } from './commands.ts'
import { jsonSchemaOf, sampleOf } from './json_schema.ts'
import { ask, give, tokenFor } from './program_for_tests.ts'
import { queries } from './queries.ts'

let office: TestOffice
const tokens = new Map<Role, string>()
beforeAll(async () => {
  office = await testOffice()
  for (const role of kindsOf('roles')) tokens.set(role, await tokenFor(`machine as ${role}`, role))
})
afterAll(() => office.close())
// A matrix asks faster than any program may.
beforeEach(() => {
  delete (globalThis as { subpoenaDeskRates?: unknown }).subpoenaDeskRates
})

const everybody = [...kindsOf('roles'), 'no token'] as const
type Who = (typeof everybody)[number]
const tokenOf = (who: Who) => (who === 'no token' ? null : (tokens.get(who) ?? ''))
const isFor = (who: Who, may: readonly Permission[]) => who !== 'no token' && may.includes(who)

/** A path with an example wherever something varies. */
function addressOf(path: string, input: Parameters<typeof jsonSchemaOf>[0]): string {
  const { properties = {} } = jsonSchemaOf(input)
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(sampleOf(properties[name] ?? {}, name))),
  )
}

describe.each(apiCommands.map((command) => [command.command, command] as const))('%s', (name, command) => {
  test.each(everybody)('given by a machine: %s', async (who) => {
    const { status, body } = await give(tokenOf(who), name, { nonsense: true })
    const expected =
      who === 'no token'
        ? [401, 'no-token']
        : !isFor(who, command.may)
          ? [403, 'not-permitted']
          : command.inPerson
            ? [403, 'not-a-person']
            : [422, 'not-understood']
    expect([status, body.refusal?.kind]).toEqual(expected)
  })
})

describe.each(queries.map((query) => [query.path, query] as const))('%s', (path, query) => {
  test.each(everybody)('asked by a machine: %s', async (who) => {
    const { status, body } = await ask(tokenOf(who), addressOf(path, query.input))
    const answered = path.includes('{') ? [404, 'no-such-thing'] : [200, undefined]
    const expected =
      who === 'no token' ? [401, 'no-token'] : isFor(who, query.may) ? answered : [403, 'not-permitted']
    expect([status, body.refusal?.kind]).toEqual(expected)
    expect(body.ok).toBe(status === 200)
  })
})

test.each(everybody)('a file sent by a machine: %s', async (who) => {
  const body = new FormData()
  const { status } = await ask(tokenOf(who), '/files', { method: 'POST', body })
  const expected = isFor(who, ['intake', 'custodian', 'counsel']) ? 422 : 403
  expect(status).toBe(who === 'no token' ? 401 : expected)
})

test('nothing was done by all that asking', async () => {
  const entries = await reader().select().from(history)
  expect([...new Set(entries.map((entry) => entry.command))]).toEqual(['set-up-office', 'make-machine-token'])
})

/** What no program may ever do, said once more in words: the promise and not the declaration. */
test('no machine signs in, sets up, runs the clockwork, releases, or makes a token', async () => {
  const everything = await tokenFor('machine as everything', ...kindsOf('roles'))
  for (const name of ['sign-out', 'sign-in-with-password', 'set-up-office', 'claim-mail', 'keep-house']) {
    expect((await give(everything, name, {})).body.refusal?.kind).toBe('no-such-operation')
  }
  for (const name of [
    'release-production',
    'look-at-objection-inbox',
    'make-machine-token',
    'invite-person',
  ]) {
    expect((await give(everything, name, {})).body.refusal?.kind).toBe('not-a-person')
  }
})
