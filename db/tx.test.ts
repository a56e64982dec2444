import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeNumber } from './counters.ts'
import { theOffice } from './open_office.ts'
import { counters } from './schema.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { reader, tx } from './tx.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

async function counted(name: string): Promise<number | undefined> {
  const [row] = await reader().select().from(counters).where(eq(counters.name, name))
  return row?.value
}

test('a transaction that throws leaves nothing', async () => {
  await expect(
    tx(async (tx) => {
      await takeNumber(tx, 'thrown')
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await counted('thrown')).toBeUndefined()
})

test('transactions run one after the other, also when they wait for each other’s microtasks', async () => {
  const numbers = await Promise.all(Array.from({ length: 200 }, () => tx((tx) => takeNumber(tx, 'queued'))))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
})

test('a failure in the middle gives its number back and stops nobody behind it', async () => {
  const tries = Array.from({ length: 60 }, (_, index) =>
    tx(async (tx) => {
      const number = await takeNumber(tx, 'gapless')
      if (index % 3 === 0) throw new Error('refused')
      return number
    }),
  )
  const done = (await Promise.allSettled(tries)).filter((result) => result.status === 'fulfilled')
  expect(done.map((result) => result.value).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => i + 1),
  )
})

test('tx() within tx() and the reader within tx() throw instead of waiting for ever', async () => {
  await expect(tx(() => tx(async () => 1))).rejects.toThrow('tx() within tx()')
  await expect(tx(async () => reader())).rejects.toThrow('reader() within tx()')
})

test('the reader cannot write', async () => {
  await expect(async () => reader().run(sql`DELETE FROM counters`)).rejects.toThrow()
})

test('commits are durable: synchronous is FULL after writes', async () => {
  await tx((tx) => takeNumber(tx, 'durable'))
  expect(theOffice().writer.connection.pragma('synchronous', { simple: true })).toBe(2)
})

test('another process that writes is waited for without freezing this one', async () => {
  const script = `
    import Sqlite from 'better-sqlite3'
    const db = new Sqlite(process.argv[1])
    db.exec('BEGIN IMMEDIATE')
    console.log('locked')
    setTimeout(() => { db.exec('COMMIT'); db.close() }, 400)`
  const file = join(office.folder, 'office', 'office.sqlite')
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await once(child.stdout, 'data')
  let ticks = 0
  const timer = setInterval(() => ticks++, 10)
  expect(await tx((tx) => takeNumber(tx, 'waited'))).toBe(1)
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(5)
  await exited
})
