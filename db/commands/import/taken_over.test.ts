import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { blockers } from '#lib/subpoena/release.ts'
import { loadSubpoena } from '../../load.ts'
import { lanesOf } from '../../queries/lanes.ts'
import { particularsOf } from '../../queries/particulars.ts'
import { notesOf, reviewOf } from '../../queries/review.ts'
import { subpoenaCase } from '../../queries/subpoena_case.ts'
import { subpoenaHead } from '../../queries/subpoena_page.ts'
import { subpoenas } from '../../schema.ts'
import { done } from '../../testing/answers.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { Play } from '../../testing/play.ts'
import { importedSubpoenas } from '../../testing/spreadsheet.ts'
import { reader } from '../../tx.ts'
import { verifyOffice } from '../../verify.ts'
import { reopenSubpoena } from '../subpoena/close.ts'
import { importInvoices } from './invoices.ts'
import { importRequesters } from './requesters.ts'
import { importSubpoenas } from './subpoenas.ts'

let office: TestOffice
let play: Play
let open: string
let closed: string
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  play = new Play(office)
  const sheet =
    'Ref,Status,Received,Caption,Firm,Targets,Notice sent,Answered\nA,open,2025-11-03,Larkmoor v. Doe,Firm A,fax 1-323-555-0142,2025-11-05,\nB,answered,2025-11-04,Other v. Doe,Firm A,fax 1-323-555-0143,2025-11-05,2025-12-01\n'
  await done(importedSubpoenas(office.actors.intake, sheet))
  const rows = await reader().select().from(subpoenas).orderBy(asc(subpoenas.id))
  ;[open, closed] = [rows[0]?.reference ?? '', rows[1]?.reference ?? '']
})
afterAll(() => office.close())

test('an imported subpoena is shown like any other, open or closed', async () => {
  const { counsel, billing } = office.actors
  for (const reference of [open, closed]) {
    const head = await subpoenaHead(counsel, reference)
    if (!head) throw new Error(`${reference} has no head.`)
    const shown = await subpoenaCase(counsel, head)
    expect(shown.paper.isSpreadsheet).toBe(true)
    expect(await lanesOf(counsel, reference)).toMatchObject({
      lanes: [{ number: 1, notice: null, answered: null }],
    })
    expect(await reviewOf(counsel, reference)).not.toBeNull()
    expect(await particularsOf(counsel, reference)).not.toBeNull()
    expect(await subpoenaHead(billing, reference)).not.toBeNull()
  }
  expect(await notesOf(counsel, open)).toMatchObject({ notes: [{ by: 'intake one' }] })
})

test('what a sheet says of a notice opens nothing: an old open row goes all the way before anything leaves', async () => {
  const against = async () => {
    const loaded = await loadSubpoena(reader(), open)
    if (!loaded) throw new Error('It is gone.')
    const today = (await subpoenaHead(office.actors.counsel, open))?.today
    if (!today) throw new Error('There is no today.')
    return blockers(loaded.facts, [1], loaded.calendar, { now: office.clock.now, today }).map(
      ({ kind }) => kind,
    )
  }
  expect(await against()).toEqual([
    'not-accepted',
    'terms-not-agreed',
    'inbox-not-looked-at',
    'not-researched',
  ])
  await play.accept(open)
  await play.agree(open, '2026-01-06')
  const subscriber = await play.find(open)
  const production = await play.prepare(open, 3)
  await play.lookAtInbox(open)
  expect(await against()).toEqual(['not-notified', 'hold-has-no-end'])
  expect(await play.release(open, production)).toMatchObject({ refusal: { kind: 'cannot-release' } })
  await play.notify(open, subscriber)
  expect(await against()).toEqual(['hold-not-over'])
  expect(await play.release(open, production)).toMatchObject({ refusal: { kind: 'cannot-release' } })
})

test('one that came in closed is opened again by a person alone, and is then judged from the beginning', async () => {
  await done(reopenSubpoena(office.actors.counsel, { reference: closed, reason: 'They ask again.' }))
  expect(await subpoenaHead(office.actors.counsel, closed)).toMatchObject({ stage: 'to-review' })
  const loaded = await loadSubpoena(reader(), closed)
  expect(loaded?.facts).toMatchObject({ judgement: null, closed: false, terms: null })
  expect((await verifyOffice()).fault).toBeNull()
})

test.each(
  [importSubpoenas, importRequesters, importInvoices].map((command) => [command.command, command] as const),
)('%s describes its input to other programs', (_name, command) => {
  const schema = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' })
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: expect.arrayContaining(['file', 'rows']),
  })
})
