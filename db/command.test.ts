import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { nobody } from '#lib/access/actor.ts'
import { accept, refusals } from '#lib/result.ts'
import { command } from './command.ts'
import { takeNumber } from './counters.ts'
import { headPath, macOf } from './history.ts'
import { theOffice } from './open_office.ts'
import { counters, history, submissions } from './schema.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { tx as inTransaction, reader } from './tx.ts'

const refuse = refusals({ 'too-many': ({ most }: { most: number }) => `At most ${most}.` })
let runs = 0

const countUp = command({
  name: 'count-up',
  may: ['billing'],
  input: z.strictObject({ series: z.string().max(20), times: z.int() }),
  tells: ({ series }, total) => ({ sentence: `Counted ${series} up to ${total}.`, facts: { total } }),
  async run({ tx }, { series, times }) {
    runs++
    let total = 0
    for (let time = 0; time < times; time++) total = await takeNumber(tx, series)
    return times > 5 ? refuse('too-many', { most: 5 }, 'times') : accept(total)
  },
})

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

const lastEntry = async () => (await reader().select().from(history)).at(-1)

test('who may not is refused before anything is parsed', async () => {
  for (const actor of [nobody, office.actors.intake, office.actors.administrator]) {
    const result = await countUp(actor, { series: 'a', times: 'x' as unknown as number })
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'not-permitted' } })
  }
})

test('a field at fault is named with a sentence, and unknown fields are refused', async () => {
  const result = await countUp(office.actors.billing, { series: 'a', times: 1.5, more: 1 } as never)
  expect(result).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
  if (!result.ok) expect(Object.keys(result.refusal.fields as object)).toContain('times')
})

test('a refusal leaves no row, not even those written before it', async () => {
  const before = await lastEntry()
  const result = await countUp(office.actors.billing, { series: 'refused', times: 6 })
  expect(result).toMatchObject({
    ok: false,
    refusal: { kind: 'too-many', field: 'times', sentence: 'At most 5.' },
  })
  expect(await reader().select().from(counters).where(eq(counters.name, 'refused'))).toEqual([])
  expect(await lastEntry()).toEqual(before)
})

test('what was accepted stands in the history, chained to what came before', async () => {
  const before = await lastEntry()
  expect(await countUp(office.actors.billing, { series: 'told', times: 2 })).toEqual({ ok: true, value: 2 })
  const entry = await lastEntry()
  expect(entry).toMatchObject({
    sequence: (before?.sequence ?? 0) + 1,
    previousMac: before?.mac,
    command: 'count-up',
    actorId: office.actors.billing.id,
    payload: JSON.stringify({ sentence: 'Counted told up to 2.', facts: { total: 2 } }),
  })
  if (entry) expect(macOf(entry, theOffice().keys.history)).toBe(entry.mac)
})

test('the head beside the database never names an entry that was rolled back', async () => {
  await countUp(office.actors.billing, { series: 'head', times: 1 })
  const before = readFileSync(headPath(theOffice()), 'utf8')
  const { connection } = theOffice().writer
  // The last row that a command writes, after its history.
  connection.exec(`CREATE TEMP TRIGGER failing BEFORE INSERT ON main.submissions
    BEGIN SELECT RAISE(ABORT, 'this row fails'); END`)
  const failed = countUp(office.actors.billing, { series: 'head', times: 1 }, { submission: 'fails' })
  await expect(failed).rejects.toThrow('this row fails')
  connection.exec('DROP TRIGGER temp.failing')
  expect(readFileSync(headPath(theOffice()), 'utf8')).toBe(before)
  const entry = await lastEntry()
  expect(before).toBe(`${entry?.sequence} ${entry?.mac}\n`)
})

test('the same submission is done once and answered twice', async () => {
  const input = { series: 'once', times: 1 }
  const counted = runs
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => countUp(office.actors.billing, input, { submission: 'twice' })),
  )
  expect(answers).toEqual(Array(5).fill({ ok: true, value: 1 }))
  expect(runs).toBe(counted + 1)
})

test('the same submission with other input is refused', async () => {
  await countUp(office.actors.billing, { series: 'other', times: 1 }, { submission: 'reused' })
  const again = await countUp(office.actors.billing, { series: 'other', times: 2 }, { submission: 'reused' })
  expect(again).toMatchObject({ ok: false, refusal: { kind: 'submission-reused' } })
})

test('a refused try stores nothing, so that the corrected form goes through', async () => {
  const submission = 'corrected'
  await countUp(office.actors.billing, { series: 'corrected', times: 9 }, { submission })
  const corrected = await countUp(office.actors.billing, { series: 'corrected', times: 1 }, { submission })
  expect(corrected).toEqual({ ok: true, value: 1 })
})

test('answers are forgotten after thirty days', async () => {
  const submission = 'old'
  await countUp(office.actors.billing, { series: 'old', times: 1 }, { submission })
  office.clock.set('2026-02-10 10:00')
  await countUp(office.actors.billing, { series: 'new', times: 1 }, { submission: 'new' })
  const kept = await reader().select().from(submissions)
  expect(kept.map((row) => row.submission)).toEqual(['new'])
})

test('text is composed, so that one name is one string', async () => {
  await countUp(office.actors.billing, { series: 'A\u030angstrom', times: 1 })
  const rows = await reader().select().from(counters).where(eq(counters.name, '\u00c5ngstrom'))
  expect(rows).toHaveLength(1)
})

test('who waits for the writer over midnight acts on the day on which it is done', async () => {
  const dayOfIt = command({
    ...{ name: 'day-of-it', may: ['billing'] as const, input: z.strictObject({}) },
    run: async ({ today }) => accept(today),
    tells: () => null,
  })
  office.clock.set('2026-01-06 23:59')
  const held = inTransaction(async (tx) => {
    await takeNumber(tx, 'held')
    office.clock.set('2026-01-07 00:01')
  })
  expect(await dayOfIt(office.actors.billing, {})).toEqual({ ok: true, value: '2026-01-07' })
  await held
})
