import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { notices, outbox, papers } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { foundInTest, lanesNow, noticesNow, serverTakes, tasksNow } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { textOfPdf } from '../../testing/pdf_text.ts'
import { reader, tx } from '../../tx.ts'
import { claimMail } from '../mail/claim.ts'
import { recordNoticeBounced, recordNoticeDelivered } from './follow.ts'
import { recordNoticePosted } from './posted.ts'
import { postNotice, sendNotice } from './send.ts'

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
const post = (change: object = {}) =>
  postNotice(office.actors.intake, {
    ...{ reference, subscriber, language: null, lastDaySeen: null },
    postedOn: '2026-01-06',
    ...change,
  })
const posted = (change: object = {}) =>
  recordNoticePosted(office.actors.intake, { reference, notice: 1, postedOn: '2026-01-06', ...change })
const mails = () => reader().select().from(outbox).orderBy(asc(outbox.id))

describe('a notice by post', () => {
  test('is paper in our hands until it is said to be posted, and Today asks for that', async () => {
    expect(await post({ postedOn: '2026-01-12' })).toMatchObject({
      ok: true,
      value: { number: 1, lastDayOn: '2026-01-27' },
    })
    expect((await noticesNow(reference))[0]).toMatchObject({
      channel: 'post',
      postedOn: '2026-01-12',
      effectiveOn: null,
      outboxId: null,
    })
    expect(await mails()).toEqual([])
    const [paper] = await reader().select().from(papers)
    expect(await textOfPdf(paper?.bytes ?? Buffer.alloc(0))).toContain('Tuesday, January 27, 2026')
    office.clock.set('2026-02-20 10:00')
    expect((await lanesNow(reference)).A).toBe('to-notify')
    expect(await tasksNow(reference)).toContain('notices: Print and post the letter')
  })

  test('counts from five days after posting, on the day that is said', async () => {
    await post({ postedOn: '2026-01-12' })
    office.clock.set('2026-01-13 10:00')
    expect(await posted({ postedOn: '2026-01-13' })).toMatchObject({ value: { effectiveOn: '2026-01-18' } })
    expect((await noticesNow(reference))[0]).toMatchObject({
      postedOn: '2026-01-13',
      effectiveOn: '2026-01-18',
    })
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-01-28, opens 2026-01-29')
    expect(await tasksNow(reference)).not.toContain('notices: Print and post the letter')
    expect(await posted()).toMatchObject({ refusal: { kind: 'delivered-before' } })
  })

  test.each([
    { on: '2026-01-08', postedOn: '2026-01-09', kind: 'posted-in-the-future' },
    { on: '2026-01-08', postedOn: '2026-01-05', kind: 'posted-before-written' },
    { on: '2026-01-30', postedOn: '2026-01-17', kind: 'posted-too-late' },
  ])('cannot have been posted on $postedOn: $kind', async ({ on, postedOn, kind }) => {
    await post({ postedOn: '2026-01-06' })
    office.clock.set(`${on} 10:00`)
    expect(await posted({ postedOn })).toMatchObject({ ok: false, refusal: { kind, field: 'postedOn' } })
    expect((await noticesNow(reference))[0]).toMatchObject({ effectiveOn: null })
  })

  test('is posted, and an e-mail is not; one that will not go is not posted either', async () => {
    await send()
    expect(await posted()).toMatchObject({ refusal: { kind: 'not-a-letter' } })
    expect(await posted({ notice: 2 })).toMatchObject({ refusal: { kind: 'no-such-notice' } })
    await recordNoticeBounced(office.actors.intake, { reference, notice: 1, why: 'By post instead.' })
    await post()
    await recordNoticeBounced(office.actors.intake, { reference, notice: 2, why: 'The printer broke.' })
    expect(await posted({ notice: 2 })).toMatchObject({ refusal: { kind: 'failed-before' } })
    expect(await tasksNow(reference)).toContain('notices: Send a new notice')
  })

  test.each([
    { postedOn: '2026-01-05', kind: 'posted-before-written' },
    { postedOn: '2026-01-14', kind: 'posted-too-far-ahead' },
  ])('on $postedOn is refused', async ({ postedOn, kind }) => {
    expect(await post({ postedOn })).toMatchObject({ ok: false, refusal: { kind, field: 'postedOn' } })
    expect(await reader().select().from(papers)).toEqual([])
  })

  test('needs an address to post to', async () => {
    const nowhere = await foundInTest(office.actors.custodian, reference, [3], { address: '', account: '9' })
    expect(await post({ subscriber: nowhere })).toMatchObject({ refusal: { kind: 'no-postal-address' } })
  })
})

describe('what became of a notice', () => {
  test('a bounce recorded by hand opens the task again, and a letter may follow', async () => {
    await send()
    await serverTakes()
    const bounced = { reference, notice: 1, why: 'Mailbox full, came back at noon.' }
    expect(await recordNoticeBounced(office.actors.intake, bounced)).toMatchObject({ ok: true })
    expect((await lanesNow(reference)).A).toBe('notice-failed')
    expect((await noticesNow(reference))[0]).toMatchObject({
      effectiveOn: '2026-01-06',
      failedWhy: bounced.why,
    })
    expect(await recordNoticeBounced(office.actors.intake, bounced)).toMatchObject({
      refusal: { kind: 'failed-before' },
    })
    office.clock.set('2026-01-09 10:00')
    await post({ postedOn: '2026-01-09' })
    await posted({ notice: 2, postedOn: '2026-01-09' })
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-01-26, opens 2026-01-27')
  })

  test('one called back before it went does not go', async () => {
    await send()
    await recordNoticeBounced(office.actors.intake, { reference, notice: 1, why: 'The address is wrong.' })
    expect(await serverTakes()).toBe(0)
    expect((await mails())[0]?.state).toBe('withdrawn')
  })

  test('one that is going at this moment cannot be called back', async () => {
    await send()
    await claimMail(system, { owner: 'test' })
    const back = await recordNoticeBounced(office.actors.intake, { reference, notice: 1, why: 'Wrong.' })
    expect(back).toMatchObject({ refusal: { kind: 'still-on-its-way' } })
  })

  test('a person may record how one was delivered that only was written to a file', async () => {
    await send()
    const delivered = {
      reference,
      notice: 1,
      deliveredOn: '2026-01-06',
      proof: 'Handed over at our counter.',
    }
    const waiting = await recordNoticeDelivered(office.actors.intake, delivered)
    expect(waiting).toMatchObject({ refusal: { kind: 'still-on-its-way' } })
    await tx((tx) => tx.update(outbox).set({ state: 'written' }))
    expect((await lanesNow(reference)).A).toBe('to-notify')
    office.clock.set('2026-01-08 09:00')
    for (const [deliveredOn, kind] of [
      ['2026-01-09', 'delivered-in-the-future'],
      ['2026-01-05', 'delivered-before-written'],
    ]) {
      const refused = await recordNoticeDelivered(office.actors.intake, {
        ...delivered,
        deliveredOn: deliveredOn ?? '',
      })
      expect(refused).toMatchObject({ refusal: { kind, field: 'deliveredOn' } })
    }
    await recordNoticeDelivered(office.actors.intake, { ...delivered, deliveredOn: '2026-01-07' })
    expect((await noticesNow(reference))[0]).toMatchObject({
      effectiveOn: '2026-01-07',
      proof: delivered.proof,
    })
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-01-20, opens 2026-01-21')
    const twice = await recordNoticeDelivered(office.actors.intake, delivered)
    expect(twice).toMatchObject({ refusal: { kind: 'delivered-before' } })
  })

  test('what a notice said never changes', async () => {
    await send()
    const change = { lastDayOn: '2026-01-10' as never }
    await expect(tx((tx) => tx.update(notices).set(change))).rejects.toThrow()
  })
})
