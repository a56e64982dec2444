import { afterEach, beforeEach, expect, test } from 'vitest'
import { smtpServer, type TestServer } from './server_for_tests.ts'
import { sendBySmtp } from './smtp.ts'

let server: TestServer
beforeEach(async () => {
  server = await smtpServer()
})
afterEach(() => server.close())

const envelope = { from: 'desk@office.test', to: 'clerk@firm.example' }
const message = Buffer.from('Subject: A notice\r\n\r\nYour identity is sought.\r\n')
const sendTo = (url: string) => sendBySmtp(url, envelope, message)

test.each(['', '?ignoreTLS=true', '?requireTLS=false', '?opportunisticTLS=true'])(
  'a server that is not this machine, and has no TLS, gets nothing (%j)',
  async (words) => {
    // Leads to this machine too, and is no name of it.
    const elsewhere = server.url.replace('127.0.0.1', '0.0.0.0')
    expect(await sendTo(`${elsewhere}/${words}`)).toMatchObject({ outcome: 'deferred' })
    expect(server.received).toEqual([])
  },
)

test('a server on this machine is spoken to as it is', async () => {
  expect(await sendTo(server.url)).toMatchObject({ outcome: 'sent' })
  expect(server.received).toHaveLength(1)
})
