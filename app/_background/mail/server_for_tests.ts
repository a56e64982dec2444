import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** How the server treats the next mails: at RCPT TO, or after all of the mail has come. */
export type Treatment =
  | 'accept'
  | 'later'
  | 'no-such-user'
  | 'refuse-after-data'
  | 'hang'
  | 'hang-after-data'
  | 'drop-after-data'

export type Received = { readonly to: string; readonly raw: Buffer; readonly mail: ParsedMail }

export type TestServer = {
  readonly url: string
  readonly received: Received[]
  treatment: Treatment
  close(): Promise<void>
}

/** A real SMTP server in this process, on a port of its own. */
export async function smtpServer(): Promise<TestServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    onRcptTo(_address, _session, done) {
      if (test.treatment === 'later') return done(answer(451, '4.7.1 Come again later'))
      if (test.treatment === 'no-such-user') return done(answer(550, '5.1.1 No such user'))
      if (test.treatment !== 'hang') done()
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', async () => {
        if (test.treatment === 'refuse-after-data') return done(answer(554, '5.7.1 Not wanted'))
        const raw = Buffer.concat(pieces)
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        received.push({ to, raw, mail: await simpleParser(raw) })
        if (test.treatment === 'hang-after-data') return
        if (test.treatment === 'drop-after-data') {
          for (const socket of sockets) socket.destroy()
          return
        }
        done(null, '2.0.0 OK queued as 4F21')
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const test: TestServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    treatment: 'accept',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return test
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
