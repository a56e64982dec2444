import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kindsOf } from '#lib/kinds.ts'
import { history, objections, outbox, subpoenas } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { fileInTest, foundInTest, lanesNow, serverTakes } from '../../testing/notice.ts'
import { at, type TestOffice, testOffice } from '../../testing/office.ts'
import { reader, tx } from '../../tx.ts'
import { sendNotice } from '../notice/send.ts'
import { changeObjectionEffect, recordObjectionOutcome } from './change.ts'
import { recordObjection } from './record.ts'

let office: TestOffice
let subpoena: CaseInTest
let reference: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['subscriber', 'subscriber'] })
  reference = subpoena.reference
  office.clock.set('2026-01-12 16:50')
})
afterEach(() => office.close())

const held = 'on-hold to 2026-01-20, opens 2026-01-21'
const record = (change: object = {}) =>
  recordObjection(office.actors.intake, {
    reference,
    kind: 'motion',
    targets: [1],
    filedWhere: 'C.D. Cal., No. 2:26-cv-99011',
    filedOn: '2026-01-12',
    receivedAt: office.clock.now,
    text: 'She says that the statements are true.',
    file: null,
    ...change,
  })
const rows = () => reader().select().from(objections)
const effect = (change: object = {}) =>
  changeObjectionEffect(office.actors.counsel, {
    ...{ reference, objection: 1, version: 1, effect: 'none', extendsToOn: null, reason: 'On reflection.' },
    ...(change as { effect: 'none' }),
  })
const outcome = (change: object = {}) =>
  recordObjectionOutcome(office.actors.counsel, {
    ...{ reference, objection: 1, outcome: 'denied', outcomeOn: '2026-01-12', reason: '', file: null },
    ...(change as { outcome: 'denied' }),
  })

describe('an objection taken in', () => {
  test.each([
    { kind: 'motion', A: /^stayed/, B: held },
    { kind: 'statutory', A: /^stayed/, B: held },
    { kind: 'provider', A: /^stayed/, B: held },
    { kind: 'party', A: /^stayed/, B: /^stayed/ },
    { kind: 'informal', A: held, B: held },
    { kind: 'intent', A: 'on-hold to 2026-01-30, opens 2026-02-02', B: held },
  ])('of the kind $kind does at once what its kind does', async ({ kind, A, B }) => {
    expect(await record({ kind })).toMatchObject({ ok: true, value: { number: 1 } })
    const lanes = await lanesNow(reference)
    expect(lanes.A).toEqual(typeof A === 'string' ? A : expect.stringMatching(A))
    expect(lanes.B).toEqual(typeof B === 'string' ? B : expect.stringMatching(B))
  })

  test('is kept as it was given, and its words do not stand in the history', async () => {
    const file = await fileInTest()
    await record({ file })
    expect((await rows())[0]).toMatchObject({
      number: 1,
      targetNumbers: [1],
      filedWhere: 'C.D. Cal., No. 2:26-cv-99011',
      filedOn: '2026-01-12',
      receivedAt: office.clock.now,
      fileSha256: file,
      effect: 'stays-part',
      outcome: null,
      version: 1,
    })
    const told = JSON.stringify(await reader().select().from(history))
    expect(told).toContain(
      'Recorded objection 1 about A, motion to quash, modify or protect: its targets are stayed.',
    )
    expect(told).not.toContain('statements are true')
    const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.id, subpoena.id))
    expect(row?.stage).toBe('on-hold')
  })

  test('announced, reaches to compliance where that is later than the hold', async () => {
    const complianceOn = '2026-02-06' as never
    await tx((tx) => tx.update(subpoenas).set({ complianceOn }).where(eq(subpoenas.id, subpoena.id)))
    expect(await record({ kind: 'intent' })).toMatchObject({ value: { extendsToOn: '2026-02-06' } })
  })

  test('late, after the hold and before a release, is honoured', async () => {
    office.clock.set('2026-01-21 09:00')
    expect((await lanesNow(reference)).A).toMatch(/^ready/)
    await record()
    expect((await lanesNow(reference)).A).toMatch(/^stayed/)
  })

  test.each([
    { name: 'received tomorrow', change: { receivedAt: at('2026-01-13 09:00') }, field: 'receivedAt' },
    { name: 'filed tomorrow', change: { filedOn: '2026-01-13' }, field: 'filedOn' },
    { name: 'an unknown target', change: { targets: [3] }, field: 'targets' },
    { name: 'an unknown file', change: { file: 'e'.repeat(64) }, field: 'file' },
  ])('refused: $name', async ({ change, field }) => {
    expect(await record(change)).toMatchObject({ ok: false, refusal: { field } })
    expect(await rows()).toEqual([])
  })
})

describe('what counsel decides', () => {
  test('may extend, stay, or leave a complaint without effect, with a reason', async () => {
    await record({ kind: 'informal' })
    await effect({ effect: 'extends-to-day', extendsToOn: '2026-01-31', reason: 'Until her lawyer is back.' })
    // The last day of an extension, too, moves off a Saturday.
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-02-02, opens 2026-02-03')
    expect((await rows())[0]).toMatchObject({ effectReason: 'Until her lawyer is back.', version: 2 })
    await effect({ effect: 'stays-all', version: 2 })
    expect((await lanesNow(reference)).B).toMatch(/^stayed/)
  })

  test.each([
    { name: 'without a day', change: { effect: 'extends-to-day' }, kind: 'no-day' },
    {
      name: 'to a day that has passed',
      change: { effect: 'extends-to-day', extendsToOn: '2026-01-11' },
      kind: 'day-passed',
    },
    { name: 'of a version that is gone', change: { version: 7 }, kind: 'edited-meanwhile' },
    { name: 'of an objection that is not there', change: { objection: 9 }, kind: 'no-such-objection' },
  ])('is refused $name', async ({ change, kind }) => {
    await record({ kind: 'informal' })
    expect(await effect(change)).toMatchObject({ ok: false, refusal: { kind } })
    expect((await rows())[0]).toMatchObject({ effect: 'none', version: 1 })
  })

  test('never lifts a stay: that takes an outcome with its paper', async () => {
    await record()
    for (const to of ['none', 'extends-to-day'] as const) {
      const refused = await effect({ effect: to, extendsToOn: '2026-02-02' })
      expect(refused).toMatchObject({ ok: false, refusal: { kind: 'stay-needs-outcome' } })
    }
    expect(await outcome()).toMatchObject({ refusal: { kind: 'stay-needs-paper', field: 'file' } })
    expect((await lanesNow(reference)).A).toMatch(/^stayed/)
    expect(await outcome({ file: await fileInTest() })).toMatchObject({ ok: true })
    expect((await lanesNow(reference)).A).toBe(held)
  })

  test('does not let go of a part of what is stayed', async () => {
    await record({ kind: 'informal' })
    await effect({ effect: 'stays-all' })
    const narrower = await effect({ effect: 'stays-part', version: 2 })
    expect(narrower).toMatchObject({ ok: false, refusal: { kind: 'stay-needs-outcome' } })
    expect((await lanesNow(reference)).B).toMatch(/^stayed/)
  })

  test('closes a complaint without a paper, and ends an extension', async () => {
    await record({ kind: 'intent' })
    await outcome({ outcome: 'lapsed' })
    expect((await lanesNow(reference)).A).toBe(held)
    expect((await rows())[0]).toMatchObject({
      outcome: 'lapsed',
      outcomeById: office.actors.counsel.id,
      version: 2,
    })
  })

  test('gives an outcome once', async () => {
    await record({ kind: 'informal' })
    await outcome()
    expect(await outcome({ outcome: 'settled' })).toMatchObject({ refusal: { kind: 'has-outcome' } })
    expect(await effect()).toMatchObject({ refusal: { kind: 'has-outcome' } })
  })

  test('tells who was told when a court quashed it, and only those', async () => {
    reference = (await caseInTest({ targets: ['open', 'open'], noticedOn: null })).reference
    for (const [index, email] of ['ada@home.test', 'bo@home.test'].entries()) {
      const found = { account: String(index), email }
      const subscriber = await foundInTest(office.actors.custodian, reference, [index + 1], found)
      await sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null })
    }
    await serverTakes()
    await record()
    expect(await outcome({ outcome: 'quashed' })).toMatchObject({ refusal: { kind: 'quash-needs-paper' } })
    expect(await outcome({ outcome: 'quashed', file: await fileInTest() })).toMatchObject({
      value: { told: ['U-00002'] },
    })
    expect(await lanesNow(reference)).toMatchObject({
      A: expect.stringMatching(/^quashed/),
      B: expect.stringMatching(/^on-hold/),
    })
    const mails = await reader().select().from(outbox).where(eq(outbox.kind, 'withdrawal-told'))
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(['ada@home.test'])
    expect(mails[0]?.text).toContain('has quashed')
  })
})

test('whatever is decided, in whatever order, a stay that stands is never left without a paper', async () => {
  const step = fc.record({
    kind: fc.constantFrom(...kindsOf('objectionKinds')),
    effect: fc.constantFrom(...kindsOf('objectionEffects')),
    outcome: fc.constantFrom(...kindsOf('objectionOutcomes')),
  })
  let number = 0
  await fc.assert(
    fc.asyncProperty(step, async (chosen) => {
      number++
      await record({ kind: chosen.kind })
      const before = (await rows()).at(-1)
      await effect({ objection: number, effect: chosen.effect, extendsToOn: '2026-02-02' })
      await outcome({ objection: number, outcome: chosen.outcome })
      const after = (await rows()).at(-1)
      if (before?.effect.startsWith('stays')) {
        expect(after?.outcome).toBeNull()
        expect(after?.effect).toMatch(/^stays/)
      }
    }),
    { numRuns: 25 },
  )
})
