import { afterEach, beforeEach, expect, test } from 'vitest'
import { settleUnsureMail } from '#db/commands/mail/unsure.ts'
import { recordNoticeDelivered } from '#db/commands/notice/follow.ts'
import { sendNotice } from '#db/commands/notice/send.ts'
import { history, outbox } from '#db/schema.ts'
import { caseInTest } from '#db/testing/case.ts'
import { foundInTest, lanesNow, noticesNow } from '#db/testing/notice.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader } from '#db/tx.ts'
import { deliverDue } from './delivery.ts'
import { smtpServer, type TestServer } from './mail/server_for_tests.ts'

let office: TestOffice
let server: TestServer
let reference: string
beforeEach(async () => {
  office = await testOffice('2026-01-06 10:00')
  server = await smtpServer()
  const open = await caseInTest({ targets: ['open'], noticedOn: null, deemedReceivedOn: '2026-01-05' })
  reference = open.reference
  const subscriber = await foundInTest(office.actors.custodian, reference, [1])
  await sendNotice(office.actors.intake, { reference, subscriber, language: 'ko', lastDaySeen: null })
})
afterEach(async () => {
  await server.close()
  await office.close()
})

const deliver = (smtpUrl: string | null = server.url, limit = 20_000) =>
  deliverDue({ owner: 'one', smtpUrl, limit })
const lane = async () => (await lanesNow(reference)).A
const held = 'on-hold to 2026-01-20, opens 2026-01-21'

test('a notice that a real server took arrives whole, starts the hold, and keeps the reply as proof', async () => {
  await deliver()
  expect(await lane()).toBe(held)
  expect((await noticesNow(reference))[0]?.proof).toBe('250 2.0.0 OK queued as 4F21')
  const mail = server.received[0]?.mail
  expect(mail?.subject).toContain('소환장(subpoena)')
  expect(mail?.text).toContain('1-323-555-0100')
  expect(mail?.html).toContain('<strong>')
  const paper = mail?.attachments[0]
  expect(paper?.filename).toBe(`${reference}-notice.pdf`)
  expect(paper?.content.subarray(0, 5).toString()).toBe('%PDF-')
  const told = JSON.stringify(await reader().select().from(history))
  expect(told).toContain('The mail server took notice 1: it takes effect on Tuesday, January 6, 2026.')
  expect(told).not.toMatch(/ada@|Ada/)
})

test('one that it refused is a task again, and starts nothing', async () => {
  server.treatment = 'no-such-user'
  await deliver()
  expect(await lane()).toBe('notice-failed')
})

test('one that it may have taken waits for a person, and goes again as the same mail when told to', async () => {
  server.treatment = 'hang-after-data'
  await deliver(server.url, 3000)
  expect(await lane()).toBe('to-notify')
  const messageId = (await reader().select().from(outbox))[0]?.messageId ?? ''
  await settleUnsureMail(office.actors.intake, {
    messageId,
    outcome: 'send-again',
    arrivedOn: null,
    proof: '',
  })
  server.treatment = 'accept'
  await deliver()
  expect(await lane()).toBe(held)
  expect(server.received.map(({ mail }) => mail.messageId)).toEqual([messageId, messageId])
})

test('without a server it is a file, which starts nothing until a person records how it was delivered', async () => {
  await deliver(null)
  expect(await lane()).toBe('to-notify')
  const delivered = { reference, notice: 1, deliveredOn: '2026-01-06', proof: 'Handed over.' }
  await recordNoticeDelivered(office.actors.intake, delivered)
  expect(await lane()).toBe(held)
})
