import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { tryLasts } from '#lib/mail/retry.ts'
import { isLoopback } from '#lib/settings/settings.ts'

/** What one try came to: taken; to be tried later; refused for good; or nobody knows, since all of it had been sent. */
export type Attempt = {
  readonly outcome: 'sent' | 'deferred' | 'refused' | 'unsure'
  /** What the server answered, or what happened to the connection. */
  readonly reply: string
}

type Envelope = { readonly from: string; readonly to: string }
type SmtpError = Error & { responseCode?: number; response?: string; command?: string; code?: string }

const waits = {
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  dnsTimeout: 20_000,
  socketTimeout: 60_000,
}

/**
 * Offers one mail to the SMTP server of `url`. It always answers, within `limit` milliseconds, which is less than the
 * sender's lease.
 */
export function sendBySmtp(
  url: string,
  envelope: Envelope,
  message: Buffer,
  limit = tryLasts,
): Promise<Attempt> {
  const { auth, ...address } = parseConnectionUrl(url)
  // Whoever stands between could leave STARTTLS out of the greeting, and read the password and every notice.
  const requireTLS = !isLoopback(address.host ?? 'localhost')
  const connection = new SMTPConnection({ ...address, ...waits, requireTLS })
  let handedOver = false
  // Read only after the server said 354; what follows the yield runs once all of it is on its way.
  const body = Readable.from(
    (async function* () {
      yield message
      handedOver = true
    })(),
  )
  return new Promise((resolve) => {
    const finish = (attempt: Attempt) => {
      clearTimeout(late)
      connection.close()
      resolve(attempt)
    }
    const fail = (error: SmtpError) => finish(judged(error, handedOver))
    const late = setTimeout(() => fail(new Error('The mail server took too long.')), limit)
    connection.on('error', fail)
    const send = () =>
      connection.send({ from: envelope.from, to: [envelope.to] }, body, (error, info) =>
        error ? fail(error) : finish({ outcome: 'sent', reply: info.response ?? '250' }),
      )
    connection.connect((error) => {
      if (error) fail(error)
      else if (auth) connection.login({ credentials: auth }, (refused) => (refused ? fail(refused) : send()))
      else send()
    })
  })
}

/** The steps in which a server speaks of this mail; what it refuses before them is about us, and may be mended. */
const aboutThisMail = ['MAIL FROM', 'RCPT TO', 'DATA']

function judged(error: SmtpError, handedOver: boolean): Attempt {
  const { responseCode, response, command = '' } = error
  const reply = (response ?? error.message).slice(0, 1000)
  if (responseCode) {
    const final = responseCode >= 500 && aboutThisMail.includes(command)
    return { outcome: final ? 'refused' : 'deferred', reply }
  }
  return { outcome: handedOver ? 'unsure' : 'deferred', reply }
}
