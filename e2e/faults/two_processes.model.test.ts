import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliverDue } from '#app/_background/delivery.ts'
import { smtpServer, type TestServer } from '#app/_background/mail/server_for_tests.ts'
import { addRequester } from '#db/commands/requester.ts'
import { closeOffice, openOffice } from '#db/office.ts'
import { outbox } from '#db/schema.ts'
import { at, type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader } from '#db/tx.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { readLedger, startWorker } from './process.ts'
import { halfDone } from './whole.ts'
import { requester } from './work.ts'

const lasts = process.env.CAMPAIGN ? 300_000 : 5_000
/** Milliseconds that each of the eight clients rests: they share a machine with two desks and a mail server. */
const pace = process.env.CAMPAIGN ? 100 : 5

let office: TestOffice
let server: TestServer
beforeEach(async () => {
  server = await smtpServer()
  office = await testOffice('2026-01-05 09:00')
  const firm = { name: 'Oakhurst Tarn LLP', address: '4120 Harrowgate Street\nLos Angeles, CA 90010' }
  const made = await addRequester(office.actors.intake, { ...firm, email: 'accounts@oakhursttarn.example' })
  if (!made.ok || made.value.number !== requester) throw new Error('The requester was not written.')
  await closeOffice()
})
afterEach(async () => {
  await closeOffice()
  await server.close()
  rmSync(office.folder, { recursive: true, force: true })
})

test(`two processes work on one office for ${lasts / 1000} seconds, with no error and no second mail`, async () => {
  const { actors, folder } = office
  const now = at('2026-01-05 10:00')
  const workers = ['one', 'two'].map((name) => {
    const ledger = join(folder, `ledger-${name}`)
    return {
      ledger,
      ...startWorker({ name, folder, ledger, now, actors, smtpUrl: server.url, until: lasts, pace }),
    }
  })
  for (const { ended } of workers) expect(await ended).toEqual({ code: 0, complaints: '' })

  const lines = workers.map(({ ledger }) => readLedger(ledger))
  expect(lines.flat().filter((line) => 'refused' in line)).toEqual([])
  const ends = lines.map((own) => own.at(-1))
  for (const end of ends) {
    if (!end || !('slowest' in end)) throw new Error('A worker did not come to its end.')
    expect(end.acts).toBeGreaterThan(3)
    // Turns are fair: nobody is kept waiting by the other one's full queue.
    expect(end.slowest).toBeLessThan(30_000)
  }

  await openOffice(folder, 'real', () => (now + lasts + 60_000) as Instant)
  await deliverDue({ owner: 'the last', smtpUrl: server.url })
  expect(await halfDone()).toEqual([])
  const mails = await reader().select().from(outbox)
  expect(mails.filter(({ state }) => state !== 'sent')).toEqual([])
  const taken = server.received.map(({ mail }) => mail.messageId)
  expect(new Set(taken).size, 'a mail went twice').toBe(taken.length)
  expect(new Set(taken)).toEqual(new Set(mails.map(({ messageId }) => messageId)))
  expect(taken.length).toBeGreaterThan(0)
  console.log(`two processes: ${JSON.stringify({ ends, mails: taken.length })}`)
}, 3_600_000)
