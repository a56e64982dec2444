import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, isPermitted, nobody, system } from '#lib/access/actor.ts'
import { kindsOf, type Role } from '#lib/kinds.ts'
import { history } from '../schema.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader } from '../tx.ts'
import { commands } from './index.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

const who = [...kindsOf('roles'), 'nobody', 'system', 'machine', 'nothing'] as const
type Who = (typeof who)[number]

const machineWith = (...roles: Role[]): Actor => ({
  ...{ kind: 'machine', id: 1, name: 'Machine', sessionId: null },
  roles,
})

/** One of each role, and the four who have none: not signed in, the clockwork, a machine and a person without roles. */
function actorOf(name: Who): Actor {
  if (name === 'nobody') return nobody
  if (name === 'system') return system
  if (name === 'machine') return machineWith()
  if (name === 'nothing') return { kind: 'person', id: 1, name: 'Person', roles: [], sessionId: null }
  return office.actors[name]
}

/** Input that no command understands: whoever is let in hears that, and nothing is done. */
const nonsense = { nonsense: true } as never

test('every command has a name of its own, and somebody who may', () => {
  expect(commands.length).toBeGreaterThan(50)
  const names = commands.map(({ command }) => command)
  expect(new Set(names).size).toBe(names.length)
  for (const { may } of commands) expect(may.length).toBeGreaterThan(0)
})

describe.each(commands.map((command) => [command.command, command] as const))('%s', (_name, command) => {
  test.each(who)('asked by %s', async (name) => {
    const actor = actorOf(name)
    const result = await command(actor, nonsense)
    const expected = isPermitted(actor, command.may) ? 'not-understood' : 'not-permitted'
    expect(result).toMatchObject({ ok: false, refusal: { kind: expected } })
  })

  test.each(kindsOf('roles'))('asked by a machine as %s', async (role) => {
    const machine = machineWith(role)
    const permitted = command.inPerson ? 'not-a-person' : 'not-understood'
    const expected = isPermitted(machine, command.may) ? permitted : 'not-permitted'
    expect(await command(machine, nonsense)).toMatchObject({ ok: false, refusal: { kind: expected } })
  })
})

test('nothing was done by all that asking', async () => {
  const entries = await reader().select().from(history)
  expect(entries.map((entry) => entry.command)).toEqual(['set-up-office'])
})

/** What no role may ever be given, said once more in words: the promise and not the declaration. */
test.each([
  ['billing', /subscriber|notice|objection|produc|early|target|preserv|research|judge|accept|reject/],
  [
    'administrator',
    /subscriber|notice|objection|produc|early|target|invoice|payment|preserv|judge|accept|reject/,
  ],
  ['auditor', /.*/],
] as const)('%s has no command about %s', (role, forbidden) => {
  const harmless = ['sign-out', 'change-own-password', 'look-at-identity', 'renew-recovery-codes']
  const given = commands.filter(({ may }) => may.includes(role)).map(({ command }) => command)
  expect(given.filter((name) => forbidden.test(name) && !harmless.includes(name))).toEqual([])
})

test('no machine is one of two persons, vouches for anything, or lets anybody in', () => {
  const inPerson = /release|write-off|prepare|inbox|unsure|invite|reset|roles|enable|token/
  const declared = commands.filter(({ inPerson }) => inPerson).map(({ command }) => command)
  const wanted = commands.filter(
    ({ command, may }) =>
      inPerson.test(command) && isPermitted(machineWith(...kindsOf('roles')), may) && !may.includes('anyone'),
  )
  expect(declared.toSorted()).toEqual(wanted.map(({ command }) => command).toSorted())
})

test('every command that is declared stands in the list', () => {
  const declared = (readdirSync(import.meta.dirname, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/= command\(\{\s+name: '([\w-]+)'/g),
    ])
    .map(([, name]) => name)
  expect(declared.toSorted()).toEqual(commands.map(({ command }) => command as string).toSorted())
})
