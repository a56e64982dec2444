import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { history, notes, preservations } from '../schema.ts'
import { at, type TestOffice, testOffice } from '../testing/office.ts'
import { loggedInTest } from '../testing/paper.ts'
import { reader } from '../tx.ts'
import { addNote } from './note.ts'
import { askPreservation, recordPreservationDone } from './preservation.ts'

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
})
afterAll(() => office.close())

test('who asked whom for the snapshot, when, until when logs last, and when it was made, are kept', async () => {
  const reference = await loggedInTest(actors.intake)
  const asked = await askPreservation(actors.intake, {
    reference,
    askedOf: 'Network operations',
    logsLostOn: '2026-04-05',
  })
  expect(asked).toMatchObject({ ok: true, value: { number: 1 } })
  await askPreservation(actors.custodian, { reference, askedOf: 'The upstream carrier' })
  office.clock.set('2026-01-06 15:00')
  const done = { reference, number: 1, note: 'Snapshot 881 of the logs.' }
  expect(await recordPreservationDone(actors.custodian, done)).toMatchObject({ ok: true })
  expect(await reader().select().from(preservations)).toMatchObject([
    {
      askedOf: 'Network operations',
      logsLostOn: '2026-04-05',
      askedAt: at('2026-01-06 10:00'),
      askedById: actors.intake.id,
      doneAt: at('2026-01-06 15:00'),
      doneById: actors.custodian.id,
      doneNote: 'Snapshot 881 of the logs.',
    },
    { askedOf: 'The upstream carrier', askedById: actors.custodian.id, doneAt: null },
  ])
  expect(await recordPreservationDone(actors.custodian, done)).toMatchObject({
    refusal: { kind: 'preserved-already' },
  })
  expect(await recordPreservationDone(actors.custodian, { reference, number: 3 })).toMatchObject({
    refusal: { kind: 'not-asked' },
  })
  expect(await askPreservation(actors.billing, { reference, askedOf: 'x' })).toMatchObject({
    refusal: { kind: 'not-permitted' },
  })
})

test('a note is kept in its own words, and the history says only that there is one', async () => {
  const reference = await loggedInTest(actors.intake)
  const text = '<b>Called</b> 김철수, who will “send it”.\nTwice.'
  expect(await addNote(actors.custodian, { reference, text })).toMatchObject({ ok: true })
  expect(await reader().select().from(notes)).toMatchObject([{ text, byId: actors.custodian.id }])
  const told = await reader().select().from(history).where(eq(history.command, 'add-note'))
  expect(told[0]?.payload).toBe('{"sentence":"Added a note"}')
  expect(await addNote(actors.auditor, { reference, text })).toMatchObject({
    refusal: { kind: 'not-permitted' },
  })
  expect(await addNote(actors.intake, { reference, text: ' \n ' })).toMatchObject({
    refusal: { kind: 'not-understood' },
  })
})
