import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#lib/access/actor.ts'
import { pageSize } from '#lib/history/filter.ts'
import { addNote } from '../commands/note.ts'
import { history } from '../schema.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { Play } from '../testing/play.ts'
import { reader, tx } from '../tx.ts'
import { historyOf, historyPage } from './history.ts'

let office: TestOffice
let reference: string
let other: string
let invoice: string

const all = { person: null, command: null, about: '' }

beforeAll(async () => {
  office = await testOffice('2026-01-05 10:00')
  const play = new Play(office)
  reference = await play.log({ received: '2026-01-05 10:00' })
  await play.accept(reference)
  await play.research(reference, 45, '2026-01-05')
  invoice = await play.invoice(reference)
  other = await play.log({ received: '2026-01-06 10:00' })
  for (let note = 1; note <= 60; note++)
    await addNote(office.actors.counsel, { reference: other, text: 'A note.' })
})
afterAll(() => office.close())

describe('the history of the office', () => {
  test('is read a page at a time, back and forth, each entry once and in order', async () => {
    const [{ sequence: head } = { sequence: 0 }] = (await historyPage(office.actors.auditor, all, null)).lines
    const seen: number[] = []
    let page = await historyPage(office.actors.auditor, all, null)
    expect(page.newer).toBeNull()
    for (;;) {
      seen.push(...page.lines.map(({ sequence }) => sequence))
      if (page.older === null) break
      page = await historyPage(office.actors.auditor, all, page.older)
    }
    expect(seen).toEqual(Array.from({ length: head }, (_, index) => head - index))
    expect(head).toBeGreaterThan(pageSize)

    const back = await historyPage(office.actors.auditor, all, page.newer)
    expect(back.lines.at(-1)?.sequence).toBe((page.lines[0]?.sequence ?? 0) + 1)
    expect(back.lines).toHaveLength(pageSize)
    const newest = await historyPage(office.actors.auditor, all, back.newer)
    expect(newest.lines[0]?.sequence).toBe(head)
    expect(newest.newer).toBeNull()
  })

  test('says when, who, what and about what, with its link of the chain', async () => {
    const page = await historyPage(office.actors.counsel, { ...all, command: 'issue-invoice' }, null)
    expect(page.lines).toEqual([
      expect.objectContaining({
        at: expect.any(Number),
        who: 'billing one',
        sentence: `Issued ${invoice} for $67.50`,
        subpoena: reference,
        invoice,
        mac: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ])
  })

  test.each([
    [{ person: 'counsel one', about: 'S-2026-00001' }, ['accept-subpoena']],
    [{ about: 'INV-2026-00001' }, ['issue-invoice']],
    [{ command: 'log-subpoena' }, ['log-subpoena', 'log-subpoena']],
    [{ person: 'counsel two' }, []],
  ])('is filtered: %o', async (filter, commands) => {
    const page = await historyPage(office.actors.intake, { ...all, ...filter }, null)
    expect(page.unknown).toBeNull()
    expect(page.lines.map(({ command }) => command)).toEqual(commands)
  })

  test.each([
    [{ person: 'Nobody Here' }, 'person'],
    [{ about: 'S-2026-09999' }, 'about'],
    [{ about: 'Larkmoor' }, 'about'],
  ])('says what it does not know: %o', async (filter, unknown) => {
    const page = await historyPage(office.actors.auditor, { ...all, ...filter }, null)
    expect(page).toMatchObject({ unknown, lines: [], older: null, newer: null })
  })

  test('is not for who is not signed in, nor for a person without a role', async () => {
    const nothing = { ...office.actors.billing, roles: [] }
    for (const actor of [nobody, nothing])
      await expect(historyPage(actor, all, null)).rejects.toThrow('not for your role')
  })
})

describe('what each role reads of it', () => {
  test.each(['auditor', 'counsel', 'custodian', 'intake'] as const)('%s reads all', async (role) => {
    const page = await historyPage(office.actors[role], { ...all, about: reference }, null)
    expect(page.lines.map(({ command }) => command)).toContain('accept-subpoena')
  })

  test.each(['billing', 'administrator'] as const)(
    '%s reads what was written for all, and no more',
    async (role) => {
      const rows = await reader().select().from(history).where(eq(history.seenBy, 'all'))
      const seen: number[] = []
      for (let cursor = null as Parameters<typeof historyPage>[2], turns = 0; turns < 9; turns++) {
        const page = await historyPage(office.actors[role], all, cursor)
        seen.push(...page.lines.map(({ sequence }) => sequence))
        cursor = page.older
        if (cursor === null) break
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(rows.map(({ sequence }) => sequence))
      expect(seen.length).toBeGreaterThan(2)
    },
  )
})

describe('the history of one subpoena', () => {
  test('is its latest entries, and how many there are', async () => {
    const found = await historyOf(office.actors.custodian, other, 5)
    expect(found?.total).toBe(61)
    expect(found?.lines).toHaveLength(5)
    expect(new Set(found?.lines.map(({ subpoena }) => subpoena))).toEqual(new Set([other]))
  })

  test('counts for billing only what billing reads', async () => {
    const [billing, counsel] = [
      await historyOf(office.actors.billing, reference),
      await historyOf(office.actors.counsel, reference, 100),
    ]
    expect(billing?.total).toBe(billing?.lines.length)
    expect(billing?.lines.map(({ command }) => command)).toContain('issue-invoice')
    expect(billing?.lines.map(({ command }) => command)).not.toContain('accept-subpoena')
    expect(counsel?.total).toBeGreaterThan(billing?.total ?? 0)
  })

  test('is nothing where there is no such subpoena, and not for an administrator', async () => {
    expect(await historyOf(office.actors.auditor, 'S-2026-09999')).toBeNull()
    await expect(historyOf(office.actors.administrator, reference)).rejects.toThrow('not for your role')
  })
})

test('of an entry whose text was shredded, all but the text is there', async () => {
  const [note] = (await historyPage(office.actors.auditor, { ...all, command: 'add-note' }, null)).lines
  const sequence = note?.sequence ?? 0
  await tx((tx) => tx.update(history).set({ payload: null }).where(eq(history.sequence, sequence)))
  const [again] = (await historyPage(office.actors.auditor, { ...all, command: 'add-note' }, null)).lines
  expect(again).toEqual({ ...note, sentence: null })
})
