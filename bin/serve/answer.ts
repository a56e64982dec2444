import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isForPrograms, turnAway } from './doorkeeper.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'

export type AnswerFacts = {
  /** The origin under which people open the desk; asked for each request, since choosing the sample changes it. */
  readonly publicUrl: () => string
  readonly dev: boolean
  /** Next's own request handler. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Headers by which a proxy, or anyone, could tell Next another host, address or route than the one that was asked. */
const hearsay = /^(x-forwarded-|x-middleware-|x-invoke-|forwarded$|x-real-ip$|x-nonce$|x-from$)/

/** Turns requests away or passes them to the pages, with a nonce of their own and the headers of headers.ts. */
export function answerWith({ publicUrl, dev, pages }: AnswerFacts): RequestListener {
  return (request, response) => {
    const origin = publicUrl()
    const { method = 'GET', url = '/', headers } = request
    const nonce = randomBytes(16).toString('base64')
    const facts = { nonce, path: url.split('?', 1)[0] ?? url, secure: origin.startsWith('https:'), dev }
    for (const [name, value] of Object.entries(securityHeaders(facts))) response.setHeader(name, value)

    const refused = turnAway({ method, url, headers }, origin)
    if (refused) {
      if (refused.location) response.setHeader('Location', refused.location)
      // What was not read of a refused body must not be taken for the next request.
      if (!request.complete) response.setHeader('Connection', 'close')
      const { status, kind, sentence } = refused
      const forPrograms = isForPrograms(url)
      response.writeHead(status, {
        'Content-Type': forPrograms ? 'application/json' : 'text/plain; charset=utf-8',
      })
      response.end(forPrograms ? JSON.stringify({ ok: false, refusal: { kind, sentence } }) : `${sentence}\n`)
      return
    }

    for (const name of Object.keys(headers)) if (hearsay.test(name)) delete headers[name]
    headers['content-security-policy'] = contentSecurityPolicy(facts)
    headers['x-nonce'] = nonce
    headers['x-asked'] = url
    headers['x-from'] = request.socket.remoteAddress ?? ''
    pages(request, response).catch((problem) => {
      console.error(problem)
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Something went wrong, and nothing was changed. Try again.\n')
    })
  }
}
