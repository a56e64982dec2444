import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real mail server that keeps what it is handed. Addresses at bounce.test are refused, as unknown ones are. */
export class PostOffice {
  readonly taken: ParsedMail[] = []
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      done(
        address.endsWith('@bounce.test')
          ? Object.assign(new Error('No such user here'), { responseCode: 550 })
          : null,
      )
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        this.taken.push(mail)
        done()
      }, done)
    },
  })

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.server.address() as AddressInfo
    return `smtp://127.0.0.1:${port}`
  }

  /** Waits for a mail to this address; fails when none comes in time. */
  async mailTo(address: string, subject?: RegExp): Promise<ParsedMail> {
    for (let tries = 0; tries < 300; tries++) {
      const found = this.taken.find(
        ({ to, subject: line }) =>
          [to].flat().some((list) => list?.value.some((one) => one.address === address)) &&
          (!subject || subject.test(line ?? '')),
      )
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`No mail came to ${address}.`)
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve))
  }
}
