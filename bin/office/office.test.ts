import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openLink } from '#db/links.ts'
import { closeOffice, openOffice, wallClock } from '#db/office.ts'
import { hashOfToken } from '#db/sessions.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { actorOfMachineToken } from '#db/tokens.ts'
import { reader } from '#db/tx.ts'
import { run as person, personNamed } from './person.ts'
import { run as token, tokenAsked } from './token.ts'
import { verdictLines, run as verify } from './verify.ts'

let office: TestOffice
let printed: string[]

const terminal = (words: string[], folder = office.folder) => ({
  root: '/',
  words,
  environment: { DATA_DIR: folder, PUBLIC_URL: 'https://desk.example.test' },
})

beforeEach(async () => {
  office = await testOffice()
  // The terminal opens the office for itself.
  await closeOffice()
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await closeOffice()
  rmSync(office.folder, { recursive: true, force: true })
})

describe('npm run verify', () => {
  test('says what it looked at and that nothing is wrong', async () => {
    expect(await verify(terminal([]))).toBe(0)
    expect(printed.at(-1)).toBe('Nothing is wrong.')
    expect(printed.join('\n')).toMatch(/[1-9] history entries/)
  })

  test('ends with the first thing that is wrong, and an exit code that says so', () => {
    const checked = [{ what: 'history entries', count: 3 }]
    expect(verdictLines({ checked, fault: 'History entry 3 was altered.' })).toEqual([
      '      3 history entries',
      'WRONG: History entry 3 was altered.',
    ])
  })

  test('never makes an office where there is none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'desk-empty-'))
    await expect(verify(terminal([], empty))).rejects.toThrow(
      `There is no office in ${empty}/office: set DATA_DIR`,
    )
    await expect(verify(terminal(['--sample']))).rejects.toThrow('There is no office in')
    rmSync(empty, { recursive: true })
  })
})

describe('npm run person -- --reset', () => {
  test('prints an address that opens for that person', async () => {
    expect(await person(terminal(['--reset', 'administrator', 'one']))).toBe(0)
    const address = new URL(printed.at(-1) ?? '')
    expect(address.origin).toBe('https://desk.example.test')
    await openOffice(office.folder, 'real')
    const link = await openLink(reader(), hashOfToken(address.searchParams.get('token') ?? ''), wallClock())
    expect(link?.person.name).toBe('administrator one')
  })

  test('says in a sentence that there is nobody of that name', async () => {
    await expect(person(terminal(['--reset', 'Nobody Here']))).rejects.toMatchObject({ name: 'CannotStart' })
  })

  test.each([[[]], [['--reset']], [['--reset', ' ']], [['Ada']]])('asks for a name after %j', (words) => {
    expect(() => personNamed(words)).toThrow('npm run person -- --reset "Ada Lindqvist"')
  })
})

describe('npm run token', () => {
  const asMade = ['--name', 'Ledger sync', '--roles', 'billing, intake', '--until', '2199-12-31']
  const works = async (clear: string) => {
    await openOffice(office.folder, 'real')
    const actor = await actorOfMachineToken(clear)
    await closeOffice()
    return actor
  }

  test('prints a token that works for the machine as what was said, until it is revoked', async () => {
    expect(await token(terminal(asMade))).toBe(0)
    const clear = printed.at(-1) ?? ''
    expect(await works(clear)).toMatchObject({ name: 'Ledger sync', roles: ['intake', 'billing'] })
    expect(await token(terminal(['--revoke', 'Ledger sync']))).toBe(0)
    expect(await works(clear)).toBeNull()
    await expect(token(terminal(['--revoke', 'Ledger sync']))).rejects.toMatchObject({ name: 'CannotStart' })
  })

  test('says in a sentence what the office would not take', async () => {
    const long = ['--name', 'x'.repeat(121), '--roles', 'billing']
    await expect(token(terminal(long))).rejects.toThrow('At most 120 characters.')
    const past = ['--name', 'Late', '--roles', 'billing', '--until', '2020-01-01']
    await expect(token(terminal(past))).rejects.toThrow('This day is over')
  })

  test.each([
    [[], 'Say whose and as what'],
    [['--name', 'A'], 'Say whose and as what'],
    [['--name', ' ', '--roles', 'billing'], 'Say whose and as what'],
    [['--name', 'A', '--roles', 'billing', '--revoke', 'A'], 'Say whose and as what'],
    [['--name', 'A', '--roles', 'king'], 'There is no role "king": the roles are intake, custodian'],
    [['--name', 'A', '--roles', 'billing', '--until', '2026-02-30'], '"2026-02-30" is no day'],
    [['A', 'billing'], 'That is not understood: npm run token -- --name'],
  ])('asks again after %j', (words, sentence) => {
    expect(() => tokenAsked(words)).toThrow(sentence)
  })
})
