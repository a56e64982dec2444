import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueMail } from '#db/mail/queue.ts'
import { attempts, outbox } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'
import { deliverDue } from './delivery.ts'

/** What a server says to each word of a client; null: nothing, for ever. */
type Script = { readonly [word: string]: string | null | ((socket: Socket) => void) }

const usual: Script = {
  greeting: '220 mail.firm.example',
  EHLO: '250-mail.firm.example\r\n250 8BITMIME',
  MAIL: '250 OK',
  RCPT: '250 OK',
  DATA: '354 Go on',
  '.': '250 OK queued as 4F21',
  QUIT: '221 Bye',
}

const dropped = (socket: Socket) => void socket.destroy()
const saidAndDropped = (words: string) => (socket: Socket) =>
  void socket.write(`${words}\r\n`, () => socket.destroy())
const offeringTls = '250-mail.firm.example\r\n250 STARTTLS'

let office: TestOffice
let server: Server | undefined
let sockets: Socket[] = []
let taken = 0
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  taken = 0
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets = []
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  await office.close()
})

/** A server by script, down to the bytes: a well-made one cannot be told to break. */
async function brokenServer(script: Script): Promise<string> {
  const says: Script = { ...usual, ...script }
  server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    const answer = (word: string) => {
      const what = says[word]
      if (typeof what === 'function') what(socket)
      else if (what) socket.write(`${what}\r\n`)
    }
    let inBody = false
    let heard = ''
    answer('greeting')
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text
      for (let end = heard.indexOf('\r\n'); end >= 0; end = heard.indexOf('\r\n')) {
        const line = heard.slice(0, end)
        heard = heard.slice(end + 2)
        if (inBody && line !== '.') continue
        if (inBody) taken += 1
        const word = (line.split(' ')[0] ?? '').toUpperCase()
        inBody = word === 'DATA'
        answer(word)
      }
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function tried(kind: 'letter' | 'notice', smtpUrl: string) {
  const mail = { kind, subpoenaId: null, to: 'clerk@firm.example', subject: 'S-2026-00001' }
  const words = { text: 'Your paper has reached us.\n', html: '<p>Your paper has reached us.</p>\n' }
  const id = await tx((tx) => queueMail({ tx, actor: system, now: office.clock.now }, { ...mail, ...words }))
  await deliverDue({ owner: 'one', smtpUrl, limit: 800 })
  const [row] = await reader().select().from(outbox).where(eq(outbox.id, id))
  const [attempt] = await reader().select().from(attempts).where(eq(attempts.outboxId, id))
  return { state: row?.state, outcome: attempt?.outcome, tries: row?.attempts, lease: row?.leaseOwner }
}

const goesAgain = { state: 'waiting', outcome: 'deferred', tries: 1, lease: null }
const failed = { state: 'failed', outcome: 'refused', tries: 1, lease: null }
const isSent = { state: 'sent', outcome: 'sent', tries: 1, lease: null }

describe.each(['letter', 'notice'] as const)('a %s offered to a server that', (kind) => {
  test.each<[string, Script, typeof goesAgain]>([
    ['hangs before its greeting', { greeting: null }, goesAgain],
    ['drops the connection before its greeting', { greeting: dropped }, goesAgain],
    ['is closing', { greeting: '421 4.3.2 Closing' }, goesAgain],
    ['does not serve us', { greeting: '554 5.3.2 No service for you' }, goesAgain],
    ['refuses the sender for good', { MAIL: '550 5.7.1 Not you' }, failed],
    ['defers the sender', { MAIL: '451 4.7.1 Later' }, goesAgain],
    ['hangs at DATA', { DATA: null }, goesAgain],
    ['drops the connection at DATA', { DATA: dropped }, goesAgain],
    ['defers after the whole mail', { '.': '451 4.3.0 Later' }, goesAgain],
    ['takes it and drops the connection', { '.': saidAndDropped('250 OK queued as 4F21') }, isSent],
    ['loses TLS as it begins', { EHLO: offeringTls, STARTTLS: saidAndDropped('220 Go on') }, goesAgain],
    ['hangs as TLS begins', { EHLO: offeringTls, STARTTLS: '220 Go on' }, goesAgain],
    ['has no TLS after all', { EHLO: offeringTls, STARTTLS: '454 4.7.0 No TLS now' }, goesAgain],
  ])('%s', async (_what, script, expected) => {
    const smtpUrl = `smtp://${await brokenServer(script)}`
    expect(await tried(kind, smtpUrl)).toEqual(expected)
    // One that was put off before it was handed over was never taken either.
    if (expected === isSent) expect(taken).toBe(1)
    else if (!script['.']) expect(taken).toBe(0)
  })

  test('speaks no TLS where TLS is asked for', async () => {
    expect(await tried(kind, `smtps://${await brokenServer({})}`)).toEqual(goesAgain)
    expect(taken).toBe(0)
  })
})
