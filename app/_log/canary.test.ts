/** What the clock does with a subscriber's mail leaves no word of it in the log, whatever goes wrong. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deliverDue } from '#app/_background/delivery.ts'
import { repeat } from '#app/_background/repeat.ts'
import { queueMail } from '#db/mail/queue.ts'
import { theOffice } from '#db/open_office.ts'
import { outbox } from '#db/schema.ts'
import { type TestOffice, testOffice } from '#db/testing/office.ts'
import { reader, tx } from '#db/tx.ts'
import { system } from '#lib/access/actor.ts'

let office: TestOffice
let server: SMTPServer
let written: string[] = []
beforeEach(async () => {
  office = await testOffice()
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`5.1.1 <${address}> is not known here`), { responseCode: 550 })),
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  written = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((words) => written.push(String(words)) > 0)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await new Promise<void>((resolve) => server.close(resolve))
  await office.close()
})

const queue = () =>
  tx((tx) =>
    queueMail(
      { tx, actor: system, now: office.clock.now },
      {
        kind: 'letter',
        subpoenaId: null,
        to: 'canary@nest.example',
        subject: 'Canary Wrenfield',
        text: 'Canary',
        html: '<p>Canary</p>',
      },
    ),
  )

/** One round of the delivery, as the clock starts it. */
async function round(): Promise<void> {
  const { port } = server.server.address() as AddressInfo
  const sender = { owner: 'one', smtpUrl: `smtp://canary:canary@127.0.0.1:${port}` }
  let rounds = 0
  const work = repeat('mail delivery', 1, async () => {
    rounds++
    await deliverDue(sender)
  })
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(1), 20_000)
  await work.stop()
}

test('a server that refuses the address, and says it again, is not quoted', async () => {
  await queue()
  await round()
  const [mail] = await reader().select().from(outbox)
  expect(mail?.attempts).toBe(1)
  expect(written.join('')).not.toMatch(/canary/i)
})

test('a statement that fails is told by its kind and not by what it was given', async () => {
  await queue()
  theOffice().writer.connection.exec('ALTER TABLE attempts RENAME TO attempts_gone')
  await round()
  const lines = written.map((line) => JSON.parse(line))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line).toMatchObject({ event: 'work-failed', work: 'mail delivery' })
  expect(lines[0].error).toMatch(/Error$/)
  expect(written.join('')).not.toMatch(/canary/i)
})
