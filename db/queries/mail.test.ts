import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, NotAllowed, nobody, system } from '#lib/access/actor.ts'
import { kindsOf } from '#lib/kinds.ts'
import { sendAgain } from '../commands/mail/again.ts'
import { sendNotice } from '../commands/notice/send.ts'
import { queueMail } from '../mail/queue.ts'
import { caseInTest } from '../testing/case.ts'
import { foundInTest, serverTakes } from '../testing/notice.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { tx } from '../tx.ts'
import { mailOf, mailPage } from './mail.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

const queue = (kind: 'letter' | 'invoice' | 'sign-in' | 'production' | 'notice' | 'withdrawal-told') =>
  tx((tx) =>
    queueMail(
      { tx, actor: system, now: office.clock.now },
      {
        kind,
        subpoenaId: null,
        to: `${kind}@firm.example`,
        subject: kind,
        text: `Words of ${kind}.`,
        html: '',
      },
    ),
  )
const all = (actor: Actor) => mailPage(actor, { state: null, page: 1 })

test('each role sees the mail of its own work and no other', async () => {
  for (const kind of kindsOf('mailKinds')) await queue(kind)
  const seenBy = async (actor: Actor) => (await all(actor)).rows.map(({ kind }) => kind).sort()
  const ofTheCase = ['letter', 'notice', 'production', 'withdrawal-told']
  expect(await seenBy(office.actors.intake)).toEqual(ofTheCase)
  expect(await seenBy(office.actors.custodian)).toEqual(ofTheCase)
  expect(await seenBy(office.actors.counsel)).toEqual(['invoice', ...ofTheCase])
  expect(await seenBy(office.actors.billing)).toEqual(['invoice'])
  expect(await seenBy(office.actors.administrator)).toEqual(['sign-in'])
  await expect(all(nobody)).rejects.toThrow(NotAllowed)
})

test('a subscriber’s address, and the words that name them, stand on no page of Mail', async () => {
  const { reference } = await caseInTest({ targets: ['open'], noticedOn: null })
  const subscriber = await foundInTest(office.actors.custodian, reference, [1])
  await sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null })
  await serverTakes(true)
  const { rows } = await all(office.actors.counsel)
  expect(rows[0]).toMatchObject({ kind: 'notice', to: null, subscriber: 'U-00001', notice: 1, reference })
  const one = await mailOf(office.actors.counsel, rows[0]?.messageId ?? '')
  expect(one).toMatchObject({ text: null, attempts: [{ outcome: 'refused' }] })
  expect(JSON.stringify([rows, one])).not.toMatch(/ada@|Ada/)
})

test('a notice that failed is done with once the subscriber was sent another', async () => {
  const { reference } = await caseInTest({ targets: ['open'], noticedOn: null })
  const subscriber = await foundInTest(office.actors.custodian, reference, [1])
  const asked = { reference, subscriber, language: null, lastDaySeen: null }
  await sendNotice(office.actors.intake, asked)
  await serverTakes(true)
  expect((await all(office.actors.intake)).counts.failed).toBe(1)
  await sendNotice(office.actors.intake, asked)
  expect((await all(office.actors.intake)).counts).toMatchObject({ failed: 0, waiting: 1 })
})

test('counts equal the lists behind them, and a failed letter leaves its list once it was sent again', async () => {
  await queue('letter')
  await queue('letter')
  await serverTakes(true)
  const failed = await mailPage(office.actors.intake, { state: 'failed', page: 1 })
  expect([failed.total, failed.rows.length, failed.counts.failed]).toEqual([2, 2, 2])
  const messageId = failed.rows[0]?.messageId ?? ''
  await sendAgain(office.actors.intake, { messageId, to: '' })
  const after = await mailPage(office.actors.intake, { state: 'failed', page: 1 })
  expect([after.total, after.rows.length, after.counts.failed, after.counts.waiting]).toEqual([1, 1, 1, 1])
  expect((await all(office.actors.intake)).rows.map(({ isResent }) => isResent)).toEqual([false, true, false])
})

test('a mail says what it said, and whose it is to send again', async () => {
  await queue('invoice')
  const [line] = (await all(office.actors.counsel)).rows
  const id = line?.messageId ?? ''
  expect(await mailOf(office.actors.counsel, id)).toMatchObject({ text: 'Words of invoice.', isMine: false })
  expect(await mailOf(office.actors.billing, id)).toMatchObject({ isMine: true })
  expect(await mailOf(office.actors.intake, id)).toBeNull()
})

test('the words that go with a production are read by those who may read what it holds', async () => {
  await queue('production')
  const id = (await all(office.actors.intake)).rows[0]?.messageId ?? ''
  for (const reader of ['custodian', 'counsel', 'auditor'] as const) {
    expect(await mailOf(office.actors[reader], id)).toMatchObject({ text: 'Words of production.' })
  }
  expect(await mailOf(office.actors.intake, id)).toMatchObject({ kind: 'production', text: null })
})
