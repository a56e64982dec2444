import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noticeBars } from '../schema.ts'
import { type CaseInTest, caseInTest } from '../testing/case.ts'
import { fileInTest, foundInTest, lanesNow, serverTakes } from '../testing/notice.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader } from '../tx.ts'
import { barNotice, liftBar } from './bar.ts'
import { recordNoticePosted } from './notice/posted.ts'
import { postNotice, sendNotice } from './notice/send.ts'

let office: TestOffice
let subpoena: CaseInTest
let reference: string
let subscriber: string
beforeEach(async () => {
  office = await testOffice('2026-01-06 10:00')
  subpoena = await caseInTest({
    targets: ['open', 'open', 'open'],
    noticedOn: null,
    deemedReceivedOn: '2026-01-05',
  })
  reference = subpoena.reference
  subscriber = await foundInTest(office.actors.custodian, reference, [1, 2])
})
afterEach(() => office.close())

const send = (change: object = {}) =>
  sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null, ...change })

describe('an order that forbids the notice', () => {
  const bar = async (change: object = {}) =>
    barNotice(office.actors.counsel, {
      reference,
      targets: [1, 2],
      endsOn: '2026-12-31',
      file: await fileInTest(),
      reason: 'Sealed order of 5 January.',
      ...change,
    })

  test('bars it to its last day; the next day the subscriber is to be told', async () => {
    expect(await bar()).toEqual({ ok: true, value: { number: 1, stopped: [] } })
    expect((await reader().select().from(noticeBars))[0]).toMatchObject({
      targetNumbers: [1, 2],
      endsOn: '2026-12-31',
    })
    expect((await lanesNow(reference)).A).toBe('notice-barred')
    const refused = await send()
    expect(refused).toMatchObject({ refusal: { kind: 'notice-barred', bar: 1 } })
    if (!refused.ok) expect(refused.refusal.sentence).toContain('until Thursday, December 31, 2026')
    office.clock.set('2026-12-31 18:00')
    expect((await lanesNow(reference)).A).toBe('notice-barred')
    office.clock.set('2027-01-01 09:00')
    expect((await lanesNow(reference)).A).toBe('to-notify')
  })

  test('of one target bars the letter about the others of the same subscriber', async () => {
    await bar({ targets: [2] })
    expect(await send()).toMatchObject({ refusal: { kind: 'notice-barred' } })
  })

  test('stops a notice that still waits, and cannot take back one that arrived', async () => {
    await send()
    expect(await bar()).toEqual({ ok: true, value: { number: 1, stopped: [1] } })
    expect(await serverTakes()).toBe(0)
    await liftBar(office.actors.counsel, { reference, bar: 1, reason: 'The order was vacated.' })
    expect((await lanesNow(reference)).A).toBe('notice-failed')
    await send()
    await serverTakes()
    expect(await bar()).toMatchObject({ refusal: { kind: 'noticed-before-the-bar', field: 'targets' } })
  })

  test('stops a letter that nobody posted yet', async () => {
    const letter = { reference, subscriber, language: null, lastDaySeen: null, postedOn: '2026-01-12' }
    await postNotice(office.actors.intake, letter)
    expect(await bar()).toEqual({ ok: true, value: { number: 1, stopped: [1] } })
    const posted = { reference, notice: 1, postedOn: '2026-01-06' }
    expect(await recordNoticePosted(office.actors.intake, posted)).toMatchObject({
      refusal: { kind: 'failed-before' },
    })
  })

  test('is lifted once', async () => {
    await bar({ endsOn: null })
    const lift = { reference, bar: 1, reason: 'Vacated.' }
    expect(await liftBar(office.actors.counsel, lift)).toMatchObject({ ok: true })
    expect((await reader().select().from(noticeBars))[0]).toMatchObject({ liftedWhy: 'Vacated.' })
    expect((await lanesNow(reference)).A).toBe('to-notify')
    expect(await liftBar(office.actors.counsel, lift)).toMatchObject({ refusal: { kind: 'lifted-before' } })
    expect(await liftBar(office.actors.counsel, { ...lift, bar: 7 })).toMatchObject({
      refusal: { kind: 'no-such-bar' },
    })
  })

  test.each([
    { change: { endsOn: '2026-01-05' }, kind: 'bar-ends-in-the-past' },
    { change: { targets: [8] }, kind: 'no-such-target' },
    { change: { file: 'e'.repeat(64) }, kind: 'no-such-file' },
  ])('is refused: $kind', async ({ change, kind }) => {
    expect(await bar(change)).toMatchObject({ ok: false, refusal: { kind } })
    expect(await reader().select().from(noticeBars)).toEqual([])
  })
})
