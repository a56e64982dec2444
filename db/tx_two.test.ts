import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeNumber } from './counters.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import type { Writing } from './testing/write_in_child.ts'
import { tx } from './tx.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

test('a process that writes without a gap lets another one in', async () => {
  const lasts = 3000
  const order: Writing = { folder: office.folder, now: office.clock.now, lasts }
  const script = join(import.meta.dirname, 'testing', 'write_in_child.ts')
  const flags = ['--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  let written = 0
  child.stdout.on('data', (text) => {
    written = Number(text)
  })
  const waits: number[] = []
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  for (let number = 1; !isOver; number++) {
    const from = performance.now()
    expect(await tx((tx) => takeNumber(tx, 'ours'))).toBe(number)
    if (!isOver) waits.push(performance.now() - from)
    await wait(10)
  }
  await ended
  // One that is never let in waits for seconds, until the other pauses by chance.
  expect(Math.max(...waits)).toBeLessThan(700)
  expect(waits.length).toBeGreaterThan(10)
  expect(written).toBeGreaterThan(100)
})
