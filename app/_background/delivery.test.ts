import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storeUpload } from '#db/files.ts'
import { hashOf } from '#db/history.ts'
import { type Mail, queueMail } from '#db/mail/queue.ts'
import { keepPaper } from '#db/papers.ts'
import { attempts, outbox } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { deliverDue } from './delivery.ts'
import { smtpServer, type TestServer, type Treatment } from './mail/server_for_tests.ts'

let office: TestOffice
let server: TestServer
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  server = await smtpServer()
})
afterEach(async () => {
  await server.close()
  await office.close()
})

const letter: Mail = {
  kind: 'letter',
  subpoenaId: null,
  to: 'clerk@firm.example',
  subject: 'S-2026-00001: 김철수 v. Åström',
  text: 'Your paper has reached us.\n',
  html: '<p>Your paper has reached us.</p>\n',
}

const queue = (mail: Partial<Mail> = {}) =>
  tx((tx) => queueMail({ tx, actor: system, now: office.clock.now }, { ...letter, ...mail }))

const drawnInTest = { bytes: pdfOf('A notice'), pages: 1, layout: 1 }
const aboutPaper = { kind: 'notice', subpoenaId: null, language: 'en' } as const
const rows = () => reader().select().from(outbox).orderBy(asc(outbox.id))
const firstRow = async () => (await rows())[0]
const tries = () => reader().select().from(attempts).orderBy(asc(attempts.id))
const deliver = (owner = 'one', limit = 20_000) => deliverDue({ owner, smtpUrl: server.url, limit })
const later = (milliseconds: number) => {
  office.clock.now = (office.clock.now + milliseconds) as typeof office.clock.now
}
const minutes = (count: number) => later(count * 60_000)

test('a mail that the server takes is sent, with the reply as proof and its characters whole', async () => {
  await queue()
  expect(await deliver()).toBe(1)
  expect(await firstRow()).toMatchObject({
    state: 'sent',
    sentAt: office.clock.now,
    reply: '250 2.0.0 OK queued as 4F21',
    attempts: 1,
    leaseOwner: null,
  })
  const [got] = server.received
  expect(got?.to).toBe('clerk@firm.example')
  expect(got?.mail.subject).toBe('S-2026-00001: 김철수 v. Åström')
  expect(got?.mail.text).toContain('Your paper has reached us.')
  expect(got?.mail.messageId).toBe((await firstRow())?.messageId)
  expect(got?.mail.from?.value[0]).toMatchObject({
    name: 'j2 Cloud Services, Inc.',
    address: 'subpoenas@office.test',
  })
})

test('a subject cannot break a header, and a recipient is one address', async () => {
  await queue({ subject: 'Paper\r\nBcc: other@firm.example\0' })
  await deliver()
  expect(server.received[0]?.mail.subject).toBe('Paper Bcc: other@firm.example')
  expect(server.received[0]?.mail.bcc).toBeUndefined()
  await expect(queue({ to: 'a@firm.example, b@firm.example' })).rejects.toThrow('one e-mail address')
  await expect(queue({ to: 'a@firm.example\r\nBcc: b@firm.example' })).rejects.toThrow('one e-mail address')
})

test('a mail put off goes again after one minute and then two, under the same Message-ID', async () => {
  await queue()
  server.treatment = 'later'
  await deliver()
  expect(await firstRow()).toMatchObject({
    state: 'waiting',
    attempts: 1,
    nextTryAt: office.clock.now + 60_000,
  })
  expect(await deliver()).toBe(0)
  minutes(1)
  await deliver()
  expect(await firstRow()).toMatchObject({ attempts: 2, nextTryAt: office.clock.now + 120_000 })
  minutes(2)
  server.treatment = 'accept'
  await deliver()
  expect(await firstRow()).toMatchObject({ state: 'sent', attempts: 3 })
  expect((await tries()).map(({ outcome }) => outcome)).toEqual(['deferred', 'deferred', 'sent'])
})

test('after fourteen tries it fails and waits for a person', async () => {
  await queue()
  server.treatment = 'later'
  for (let day = 0; day < 20; day++) {
    await deliver()
    minutes(6 * 60)
  }
  expect(await firstRow()).toMatchObject({ state: 'failed', attempts: 14 })
  expect(await deliver()).toBe(0)
})

test.each<[Treatment, string]>([
  ['no-such-user', '550'],
  ['refuse-after-data', '554'],
])('%s is final: it fails at once', async (treatment, code) => {
  await queue()
  server.treatment = treatment
  await deliver()
  const row = await firstRow()
  expect(row?.state).toBe('failed')
  expect(row?.reply).toMatch(new RegExp(`^${code}`))
})

test('a server that cannot be reached, or that does not answer, is tried later', async () => {
  await queue()
  await deliverDue({ owner: 'one', smtpUrl: 'smtp://127.0.0.1:1', limit: 2000 })
  expect(await firstRow()).toMatchObject({ state: 'waiting', attempts: 1 })
  minutes(1)
  server.treatment = 'hang'
  await deliver('one', 800)
  expect(await firstRow()).toMatchObject({
    state: 'waiting',
    attempts: 2,
    reply: 'The mail server took too long.',
  })
})

describe('when the whole mail was sent and no answer came', () => {
  test.each<Treatment>(['drop-after-data', 'hang-after-data'])(
    '%s: a letter goes again',
    async (treatment) => {
      await queue()
      server.treatment = treatment
      await deliver('one', 3000)
      expect(await firstRow()).toMatchObject({ state: 'waiting', attempts: 1 })
      expect((await tries())[0]?.outcome).toBe('deferred')
    },
  )

  test.each<Treatment>(['drop-after-data', 'hang-after-data'])(
    '%s: a notice waits for a person',
    async (treatment) => {
      await queue({ kind: 'notice' })
      server.treatment = treatment
      await deliver('one', 3000)
      expect(await firstRow()).toMatchObject({ state: 'unsure', attempts: 1, leaseOwner: null })
      minutes(600)
      expect(await deliver()).toBe(0)
    },
  )
})

test('a sender that is told to stop claims nothing more', async () => {
  await queue()
  await queue()
  await deliverDue({ owner: 'one', smtpUrl: server.url, stopping: () => server.received.length > 0 })
  expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'waiting'])
})

test('without a mail server it is written as a file, which is no delivery', async () => {
  await queue({ to: 'ada@home.test' })
  await deliverDue({ owner: 'one', smtpUrl: null })
  expect(await firstRow()).toMatchObject({ state: 'written', sentAt: null })
  const folder = join(office.folder, 'office', 'mail')
  const [file = ''] = readdirSync(folder)
  expect(file).toMatch(/^[0-9a-f-]{36}\.eml$/)
  expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  const mail = await simpleParser(readFileSync(join(folder, file)))
  expect(mail).toMatchObject({ subject: letter.subject, messageId: (await firstRow())?.messageId })
})

test('the served paper goes along bit for bit, beside our own', async () => {
  const bytes = pdfOf('The served paper')
  const content = (async function* () {
    yield bytes
  })()
  const stored = await storeUpload(office.actors.intake, { name: 'scan.pdf', content }, async () => 1)
  if (!stored.ok) throw new Error(stored.refusal.sentence)
  const { sha256 } = stored.value
  const paperId = await tx((tx) => keepPaper(tx, drawnInTest, { ...aboutPaper, now: office.clock.now }))
  const contentType = 'application/pdf'
  await queue({
    attachments: [
      { filename: 'S-2026-00001-notice.pdf', contentType, paperId },
      { filename: 'S-2026-00001-subpoena.pdf', contentType, sha256 },
    ],
  })
  await deliver()
  const [ours, served] = server.received[0]?.mail.attachments ?? []
  expect(ours).toMatchObject({ filename: 'S-2026-00001-notice.pdf', contentType })
  expect(ours?.content).toEqual(Buffer.from(drawnInTest.bytes))
  expect(served?.filename).toBe('S-2026-00001-subpoena.pdf')
  expect(hashOf(served?.content ?? '')).toBe(sha256)
})

test('a mail whose enclosure is gone does not leave without it', async () => {
  await queue({
    attachments: [{ filename: 'paper.pdf', contentType: 'application/pdf', sha256: 'a'.repeat(64) }],
  })
  await deliver()
  expect(server.received).toEqual([])
  expect(await firstRow()).toMatchObject({
    state: 'waiting',
    reply: 'What goes along with it could not be read.',
  })
})

test('an attempt never changes and never disappears', async () => {
  await queue()
  await deliver()
  await expect(tx((tx) => tx.delete(attempts).where(eq(attempts.id, 1)))).rejects.toThrow()
  await expect(
    tx((tx) => tx.update(outbox).set({ subject: 'Other' }).where(eq(outbox.id, 1))),
  ).rejects.toThrow()
})
