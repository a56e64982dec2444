/** Offices of the versions before this one: they come along whole, or stay as they were. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connection, openWriter } from './connection.ts'
import { migrate, migrations, schemaHash } from './migrate.ts'
import { closeOffice, openOffice } from './office.ts'
import { dumpOf, rowsOf, tablesOf, triggersOf } from './testing/dump.ts'
import { fixtures, layFixture } from './testing/fixture.ts'
import { stepByStep } from './testing/step_by_step.ts'
import { verifyOffice } from './verify.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-upgrade-'))
  file = join(folder, 'office', 'office.sqlite')
})
afterEach(async () => {
  await closeOffice()
  rmSync(folder, { recursive: true, force: true })
})

function looking<Answer>(look: (connection: Connection) => Answer): Answer {
  const connection = new Sqlite(file)
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}

const contentOf = (connection: Connection) =>
  Object.fromEntries(tablesOf(connection).map((table) => [table, rowsOf(connection, table)]))

/** Of each row, what it said before: a migration may add a column, and a kind that is new. */
const asBefore = (rows: Record<string, unknown>[], before: Record<string, unknown>[]) =>
  rows
    .map((row) => Object.fromEntries(Object.keys(before[0] ?? {}).map((name) => [name, row[name]])))
    .filter((row) => Object.keys(row).join() !== 'kind' || before.some(({ kind }) => kind === row.kind))

test('the versions before this one are there', () => {
  expect(fixtures()).toContain('0001')
})

describe.each(fixtures())('an office of version %s', (name) => {
  beforeEach(() => layFixture(name, folder))

  test('has a row in every table, so that every table is tried', () => {
    const empty = looking((connection) =>
      Object.entries(contentOf(connection)).filter(([, rows]) => rows.length === 0),
    )
    expect(empty).toEqual([])
  })

  test('keeps every row and every trigger, and verify finds nothing wrong', async () => {
    const before = looking(contentOf)
    const triggers = looking(triggersOf)
    await openOffice(folder, 'real')
    expect(await verifyOffice()).toMatchObject({ fault: null })
    await closeOffice()
    const after = looking(contentOf)
    for (const [table, rows] of Object.entries(before)) {
      expect(asBefore(after[table] ?? [], rows), table).toEqual(rows)
    }
    const kept = looking(triggersOf)
    expect([...triggers.keys()].filter((trigger) => !kept.has(trigger))).toEqual([])
    expect(triggers.size).toBeGreaterThan(50)
    expect(looking((connection) => connection.pragma('foreign_key_check'))).toEqual([])
  })

  test('becomes the very database that a new office has', async () => {
    await openOffice(folder, 'real')
    await closeOffice()
    const fresh = new Sqlite(':memory:')
    await migrate(fresh, ':memory:')
    expect(looking(schemaHash)).toBe(schemaHash(fresh))
    fresh.close()
  })

  test('is copied beside itself first', async () => {
    const before = looking(dumpOf)
    const version = Number(name)
    await openOffice(folder, 'real')
    file = `${file}.before-${version + 1}`
    expect(looking(dumpOf)).toBe(before)
  })

  test('is as it was when any one statement fails, and comes along at the next start', async () => {
    const before = looking(dumpOf)
    const schemaBefore = looking(schemaHash)
    const connection = openWriter(file)
    let failed = 0
    for (let at = 1; ; at++) {
      const breaking = stepByStep(connection, (step) => {
        if (step === at) throw new Error('The disk is gone.')
      })
      const ended = await migrate(breaking, file).then(
        () => true,
        () => false,
      )
      // What fails after the commit leaves the new version, which is whole as well.
      if (ended || schemaHash(connection) !== schemaBefore) break
      failed++
      if (at % 25 === 0) expect(dumpOf(connection)).toBe(before)
    }
    connection.close()
    expect(failed).toBeGreaterThan(100)
    expect(looking(schemaHash)).toBe(await newest())
    expect(looking((connection) => rowsOf(connection, 'history').length)).toBeGreaterThan(50)
  })

  test('is as it was when the program is killed in the middle, or it is whole in the new version', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'desk-killed-'))
    cpSync(folder, kept, { recursive: true })
    const before = looking(dumpOf)
    const steps = await stepsOf(file)
    const seen: string[] = []
    for (const at of [3, 40, steps >> 1, steps - 4, steps - 1, steps]) {
      rmSync(folder, { recursive: true })
      cpSync(kept, folder, { recursive: true })
      const child = join(import.meta.dirname, 'testing', 'migrate_and_die.ts')
      const words = ['--disable-warning=ExperimentalWarning', child, file, String(at)]
      expect(spawnSync(process.execPath, words).signal).toBe('SIGKILL')
      const isOld = looking(dumpOf) === before
      seen.push(isOld ? 'old' : 'new')
      if (!isOld) expect(looking(schemaHash)).toBe(await newest())
      await openOffice(folder, 'real')
      expect(existsSync(`${file}.before-${Number(name) + 1}.part`)).toBe(false)
      await closeOffice()
      expect(looking(schemaHash)).toBe(await newest())
    }
    expect(seen).toEqual(['old', 'old', 'old', 'old', 'old', 'new'])
    rmSync(kept, { recursive: true })
  })
})

/** How many statements an upgrade of this database takes. */
async function stepsOf(path: string): Promise<number> {
  const copy = `${path}.counted`
  cpSync(path, copy)
  const connection = openWriter(copy)
  let steps = 0
  await migrate(
    stepByStep(connection, (step) => {
      steps = step
    }),
    copy,
  )
  connection.close()
  return steps
}

let hash = ''
/** What the tables of a new office look like. */
async function newest(): Promise<string> {
  if (hash) return hash
  const fresh = new Sqlite(':memory:')
  await migrate(fresh, ':memory:', migrations())
  hash = schemaHash(fresh)
  fresh.close()
  return hash
}
