import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { leaseLasts } from '#lib/mail/retry.ts'
import { type Mail, queueMail } from '../../mail/queue.ts'
import { history, notes, outbox } from '../../schema.ts'
import { caseInTest } from '../../testing/case.ts'
import { foundInTest, lanesNow, noticesNow, serverTakes } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader, tx } from '../../tx.ts'
import { sendNotice } from '../notice/send.ts'
import { sendAgain, setMailAside } from './again.ts'
import { claimMail } from './claim.ts'
import { recordMailWritten } from './result.ts'
import { recordMailUnsure, settleUnsureMail } from './unsure.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

const letter: Mail = {
  kind: 'letter',
  subpoenaId: null,
  to: 'clerk@firm.example',
  subject: 'S-2026-00001: Larkmoor Dental v. Doe 1',
  text: 'Words.',
  html: '<p>Words.</p>',
}
const queue = (mail: Partial<Mail> = {}) =>
  tx((tx) => queueMail({ tx, actor: system, now: office.clock.now }, { ...letter, ...mail }))
const mails = () => reader().select().from(outbox).orderBy(asc(outbox.id))
const mail = async (index: number) => {
  const row = (await mails()).at(index)
  if (!row) throw new Error('There is no such mail.')
  return row
}
const lastTold = async () => (await reader().select().from(history)).at(-1)?.payload ?? ''

describe('a mail that failed', () => {
  test('goes again as a new one with the same words, to another address', async () => {
    await queue()
    await serverTakes(true)
    const { messageId, subject, text } = await mail(0)
    const again = await sendAgain(office.actors.intake, { messageId, to: 'filing@firm.example' })
    expect(again).toMatchObject({ ok: true, value: { elsewhere: true } })
    const second = await mail(1)
    expect(second).toMatchObject({
      subject,
      text,
      toAddress: 'filing@firm.example',
      state: 'waiting',
      resendsId: 1,
    })
    expect(second.messageId).not.toBe(messageId)
    expect((await mail(0)).state).toBe('failed')
    expect(await sendAgain(office.actors.intake, { messageId, to: '' })).toMatchObject({
      refusal: { kind: 'sent-again-before' },
    })
    expect(await lastTold()).not.toContain('@firm.example"')
  })

  test.each([
    { kind: 'invoice', right: 'billing', wrong: 'intake' },
    { kind: 'letter', right: 'counsel', wrong: 'billing' },
    { kind: 'withdrawal-told', right: 'custodian', wrong: 'billing' },
  ] as const)('$kind is the task of $right and not of $wrong', async ({ kind, right, wrong }) => {
    await queue({ kind })
    await serverTakes(true)
    const { messageId } = await mail(0)
    expect(await sendAgain(office.actors[wrong], { messageId, to: '' })).toMatchObject({
      refusal: { kind: 'not-permitted' },
    })
    expect(await sendAgain(office.actors[right], { messageId, to: '' })).toMatchObject({ ok: true })
  })

  test.each([
    { kind: 'notice', actor: 'intake', refusal: 'a-notice-counts-anew' },
    { kind: 'sign-in', actor: 'administrator', refusal: 'invite-again' },
    { kind: 'production', actor: 'custodian', refusal: 'ship-it-again' },
  ] as const)('$kind is made anew instead', async ({ kind, actor, refusal }) => {
    await queue({ kind })
    await tx((tx) => tx.update(outbox).set({ state: 'failed' }))
    const { messageId } = await mail(0)
    expect(await sendAgain(office.actors[actor], { messageId, to: '' })).toMatchObject({
      refusal: { kind: refusal },
    })
    expect(await mails()).toHaveLength(1)
  })

  test('may be set aside with a reason; one that went may not', async () => {
    await queue()
    await serverTakes(true)
    const { messageId } = await mail(0)
    await setMailAside(office.actors.counsel, { messageId, reason: 'They were telephoned.' })
    expect((await mail(0)).state).toBe('withdrawn')
    await queue()
    await serverTakes()
    const sent = await mail(1)
    const refused = await setMailAside(office.actors.counsel, { messageId: sent.messageId, reason: 'No.' })
    expect(refused).toMatchObject({ refusal: { kind: 'not-failed' } })
  })

  test('is set aside with a note on its subpoena, and not with a name in the history', async () => {
    const { id: subpoenaId } = await caseInTest()
    await queue({ subpoenaId })
    await serverTakes(true)
    const { messageId } = await mail(0)
    await setMailAside(office.actors.counsel, { messageId, reason: 'Ada Lindqvist telephoned.' })
    expect(await reader().select().from(notes)).toMatchObject([
      { subpoenaId, text: 'Set a letter to the requester aside: Ada Lindqvist telephoned.' },
    ])
    expect(await lastTold()).not.toContain('Ada')
  })

  test('that is on its way is not sent again, nor one that is not there', async () => {
    await queue()
    const { messageId } = await mail(0)
    expect(await sendAgain(office.actors.intake, { messageId, to: '' })).toMatchObject({
      refusal: { kind: 'not-failed' },
    })
    expect(await sendAgain(office.actors.intake, { messageId: '<x@y>', to: '' })).toMatchObject({
      refusal: { kind: 'no-such-mail' },
    })
  })

  test('or only was written to a file may be sent once there is a server', async () => {
    await queue()
    await claimMail(system, { owner: 'one' })
    const { messageId } = await mail(0)
    await recordMailWritten(system, { messageId, owner: 'one', reply: 'x.eml' })
    expect((await mail(0)).state).toBe('written')
    expect(await lastTold()).toContain('That is no delivery.')
    expect(await sendAgain(office.actors.intake, { messageId, to: '' })).toMatchObject({ ok: true })
  })
})

describe('a notice of which nobody knows whether it arrived', () => {
  let reference: string
  let messageId: string
  beforeEach(async () => {
    reference = (await caseInTest({ targets: ['open'], noticedOn: null })).reference
    const subscriber = await foundInTest(office.actors.custodian, reference, [1])
    await sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null })
    messageId = (await mail(0)).messageId
    await claimMail(system, { owner: 'one that dies' })
    const early = await recordMailUnsure(system, { messageId, owner: '', reply: 'Stopped.' })
    expect(early).toMatchObject({ refusal: { kind: 'lease-lost' } })
    office.clock.now = (office.clock.now + leaseLasts) as typeof office.clock.now
    await recordMailUnsure(system, { messageId, owner: '', reply: 'Stopped.' })
    office.clock.set('2026-01-07 09:00')
  })

  const settle = (change: object) =>
    settleUnsureMail(office.actors.intake, {
      messageId,
      outcome: 'arrived',
      arrivedOn: null,
      proof: '',
      ...change,
    })

  test('starts no hold', async () => {
    expect((await mail(0)).state).toBe('unsure')
    expect((await lanesNow(reference)).A).toBe('to-notify')
  })

  test('counts from the day on which it is known to have arrived', async () => {
    await settle({ arrivedOn: '2026-01-06', proof: 'She answered on the 6th.' })
    expect(await mail(0)).toMatchObject({ state: 'sent', reply: 'She answered on the 6th.' })
    expect((await noticesNow(reference))[0]).toMatchObject({ effectiveOn: '2026-01-06' })
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-01-20, opens 2026-01-21')
    expect(await settle({})).toMatchObject({ refusal: { kind: 'not-unsure' } })
  })

  test('goes again as the very same mail when a person says so', async () => {
    await settle({ outcome: 'send-again' })
    expect(await mail(0)).toMatchObject({ state: 'waiting', messageId, leaseOwner: null })
    expect(await serverTakes()).toBe(1)
    expect((await noticesNow(reference))[0]).toMatchObject({ effectiveOn: '2026-01-07' })
  })

  test.each([
    { arrivedOn: '2026-01-08', kind: 'arrived-in-the-future' },
    { arrivedOn: '2026-01-04', kind: 'arrived-before-sent' },
  ])('cannot have arrived on $arrivedOn', async ({ arrivedOn, kind }) => {
    expect(await settle({ arrivedOn })).toMatchObject({ refusal: { kind, field: 'arrivedOn' } })
    expect((await noticesNow(reference))[0]).toMatchObject({ effectiveOn: null })
  })
})
