import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimMail } from '#db/commands/mail/claim.ts'
import { recordMailSent } from '#db/commands/mail/result.ts'
import { type Mail, queueMail } from '#db/mail/queue.ts'
import { outbox } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { leaseLasts } from '#lib/mail/retry.ts'
import { deliverDue } from './delivery.ts'
import { smtpServer, type TestServer } from './mail/server_for_tests.ts'

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

const rows = () => reader().select().from(outbox).orderBy(asc(outbox.id))
const firstRow = async () => (await rows())[0]
const deliver = (owner = 'one', limit = 20_000) => deliverDue({ owner, smtpUrl: server.url, limit })
const later = (milliseconds: number) => {
  office.clock.now = (office.clock.now + milliseconds) as typeof office.clock.now
}

test('two senders at once send each mail once', async () => {
  for (let count = 0; count < 12; count++) await queue({ to: `clerk${count}@firm.example` })
  const both = await Promise.all([deliver('one'), deliver('two')])
  expect(both[0] + both[1]).toBe(12)
  expect(new Set(server.received.map(({ to }) => to)).size).toBe(12)
  expect(server.received).toHaveLength(12)
})

describe('a lease', () => {
  test('keeps a mail from a second sender until it runs out, and then a letter goes again', async () => {
    await queue()
    await claimMail(system, { owner: 'one that dies' })
    expect(await deliver('two')).toBe(0)
    later(leaseLasts)
    expect(await deliver('two')).toBe(1)
    expect(server.received).toHaveLength(1)
  })

  test('that ran out on a notice makes it unsure, never sent twice', async () => {
    await queue({ kind: 'notice' })
    await claimMail(system, { owner: 'one that dies' })
    later(leaseLasts)
    expect(await deliver('two')).toBe(0)
    expect(await firstRow()).toMatchObject({ state: 'unsure' })
    expect(server.received).toEqual([])
  })

  test('that ran out or passed on lets its old owner say nothing', async () => {
    await queue()
    const messageId = (await firstRow())?.messageId ?? ''
    await claimMail(system, { owner: 'one' })
    later(leaseLasts)
    const late = await recordMailSent(system, { messageId, owner: 'one', reply: '250 OK' })
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'lease-lost' } })
    await claimMail(system, { owner: 'two' })
    const lost = await recordMailSent(system, { messageId, owner: 'one', reply: '250 OK' })
    expect(lost).toMatchObject({ ok: false, refusal: { kind: 'lease-lost' } })
    expect(await firstRow()).toMatchObject({ state: 'waiting', leaseOwner: 'two' })
  })
})
