import { desc } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { plainAgain } from '#lib/csv/neutral.ts'
import { readCsv } from '#lib/csv/read.ts'
import { exportRecords } from '../commands/export.ts'
import { addRequester } from '../commands/requester.ts'
import { history } from '../schema.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { Play } from '../testing/play.ts'
import { importedRequesters } from '../testing/spreadsheet.ts'
import { reader } from '../tx.ts'
import { exportedNouns, nounNamed, nounsFor } from './nouns.ts'
import { csvOf, everythingOf, jsonOf } from './write.ts'

const hostile = [
  '"><img src=x onerror=alert(1)>',
  '김철수 v. Åström',
  '=HYPERLINK("http://x")',
  '-12',
  '+46 8',
]

let office: TestOffice
let play: Play
beforeAll(async () => {
  office = await testOffice('2026-01-05 10:00')
  play = new Play(office)
  const reference = await play.log({ received: '2026-01-05 10:00', caption: '=HYPERLINK("http://x")' })
  await play.accept(reference)
  await play.agree(reference, '2026-01-05')
  await play.notify(reference, await play.find(reference))
  await play.research(reference, 90, '2026-01-05')
  const production = await play.prepare(reference, 8)
  office.clock.set('2026-01-21 09:00')
  await play.lookAtInbox(reference)
  expect(await play.release(reference, production)).toMatchObject({ ok: true })
  await play.ship(reference, production)
  const number = await play.invoice(reference)
  await play.receipt(number, '2026-01-21')
  await play.pay('R-00001', 5_000, '2026-01-21')
  for (const text of hostile)
    await addRequester(office.actors.intake, { name: text, address: `${text}\n${text}`, phone: text })
})
afterAll(() => office.close())

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}
const csv = (name: string) => textOf(csvOf(reader(), named(name)))
const json = async (name: string) =>
  JSON.parse(await textOf(jsonOf(reader(), named(name)))) as Record<string, unknown>[]
const everythingFor = (actor: Parameters<typeof nounsFor>[0]) =>
  textOf(everythingOf(reader(), nounsFor(actor), office.clock.now))
function named(name: string) {
  const noun = nounNamed(name)
  if (!noun) throw new Error(`There is no list ${name}.`)
  return noun
}

test.each(exportedNouns.map(({ name }) => name))('%s say the same as CSV and as JSON', async (name) => {
  const [head, ...rows] = readCsv(await csv(name)).rows
  const objects = await json(name)
  expect(rows).toHaveLength(objects.length)
  const heads = objects[0] ? Object.keys(objects[0]).map((one) => one.replace(/Cents$/, '')) : undefined
  expect(head?.cells).toEqual(heads)
  for (const object of objects) expect(object).not.toHaveProperty('id')
})

test('a story that was told to its end leaves a row in nearly every list', async () => {
  const empty: string[] = []
  for (const { name } of exportedNouns) if ((await json(name)).length === 0) empty.push(name)
  expect(empty).toEqual([
    'contacts',
    'credit-memos',
    'write-offs',
    'preservations',
    'notes',
    'objections',
    'early-releases',
  ])
})

test('money is figures that can be added up, and instants are instants', async () => {
  const [head, row] = readCsv(await csv('payments')).rows
  const at = (name: string) => row?.cells[head?.cells.indexOf(name) ?? -1]
  expect([at('amount'), at('receivedOn'), at('at')]).toEqual([
    '50.00',
    '2026-01-21',
    '2026-01-21T17:00:00.000Z',
  ])
  expect((await json('payments'))[0]).toMatchObject({ amountCents: 5000, at: '2026-01-21T17:00:00.000Z' })
})

test('hostile texts arrive as those characters, and none stands as a formula', async () => {
  const [head, ...rows] = readCsv(await csv('requesters')).rows
  const name = head?.cells.indexOf('name') ?? -1
  const found = rows.slice(-hostile.length).map(({ cells }) => cells)
  expect(found.map((cells) => plainAgain(cells[name] ?? ''))).toEqual(hostile)
  expect(found.map((cells) => plainAgain(cells[head?.cells.indexOf('address') ?? -1] ?? ''))).toEqual(
    hostile.map((text) => `${text}\n${text}`),
  )
  for (const cell of rows.flatMap(({ cells }) => cells)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
  expect((await json('requesters')).slice(-hostile.length).map((row) => row.name)).toEqual(hostile)
})

test('billing carries nothing away that identifies a subscriber, a target, or says what was searched', async () => {
  const text = await everythingFor(office.actors.billing)
  expect(Object.keys(JSON.parse(text))).toEqual([
    'exportedAt',
    ...['requesters', 'contacts', 'charges', 'invoices', 'invoice-lines', 'invoice-receipts'],
    ...['payments', 'allocations', 'credit-memos', 'write-offs'],
  ])
  for (const secret of [
    'Lindqvist',
    'ada@',
    '7731',
    '323-555',
    'Accounts.',
    'U-0000',
    'sufficient to identify',
  ])
    expect(text).not.toContain(secret)
})

test('who a subscriber is stands in the lists that say so, and in no other', async () => {
  for (const noun of exportedNouns) {
    const text = await textOf(jsonOf(reader(), noun))
    expect({ name: noun.name, named: /Lindqvist|ada@subscriber|7731-ada/.test(text) }).toEqual({
      name: noun.name,
      named: noun.isIdentity,
    })
  }
})

test('no list holds what signs people in', async () => {
  const text = await everythingFor(system)
  expect(Object.keys(JSON.parse(text))).toHaveLength(exportedNouns.length + 1)
  expect(text).not.toMatch(/passwordHash|totp|tokenHash|\$argon2/)
})

test('a long list leaves in parts, none of them longer than what is read at once', async () => {
  const names = Array.from({ length: 1200 }, (_, index) => `Firm ${index}`).join('\n')
  expect(await importedRequesters(office.actors.intake, `firm\n${names}\n`)).toMatchObject({ ok: true })
  const lengths: number[] = []
  for await (const part of csvOf(reader(), named('requesters'))) lengths.push(readCsv(part).rows.length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(500)
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1 + 1 + hostile.length + 1200)
})

describe('asking for an export', () => {
  const last = async () => (await reader().select().from(history).orderBy(desc(history.sequence)).limit(1))[0]

  test('is recorded, and says when it shows who subscribers are', async () => {
    const done = await exportRecords(office.actors.auditor, {
      lists: ['targets', 'subscribers'],
      format: 'csv',
    })
    expect(done).toMatchObject({ ok: true, value: { identities: true } })
    expect(await last()).toMatchObject({
      command: 'export-records',
      actorId: office.actors.auditor.id,
      seenBy: 'all',
    })
    expect((await last())?.payload).toContain('It says who the subscribers are.')
    await exportRecords(office.actors.billing, { lists: ['invoices'], format: 'json' })
    expect((await last())?.payload).toContain('Exported as JSON: invoices"')
  })

  test.each([
    ['billing', 'targets'],
    ['billing', 'subscribers'],
    ['intake', 'invoices'],
    ['custodian', 'subscribers'],
    ['administrator', 'subpoenas'],
  ] as const)('%s is refused %s', async (role, list) => {
    const before = await last()
    const refused = await exportRecords(office.actors[role], { lists: ['requesters', list], format: 'csv' })
    expect(refused).toMatchObject({ refusal: { kind: 'not-permitted' } })
    expect(await last()).toEqual(before)
  })
})
