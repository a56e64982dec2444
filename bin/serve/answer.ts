import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isForKnownBrowsers, type TurnedAway, turnAway } from './doorkeeper.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'

export type AnswerFacts = {
  /** The origin under which people open the desk; asked for each request, since choosing the sample changes it. */
  readonly publicUrl: () => string
  readonly dev: boolean
  /** Whether these cookies hold a session of somebody here, running or over: what was typed in it is still kept. */
  readonly isKnown: (cookies: string | undefined) => Promise<boolean>
  /** Next's own request handler. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Headers by which a proxy, or anyone, could tell Next another host, address or route than the one that was asked. */
const hearsay = /^(x-forwarded-|x-middleware-|x-invoke-|forwarded$|x-real-ip$|x-nonce$)/

/** Turns requests away or passes them to the pages, with a nonce of their own and the headers of headers.ts. */
export function answerWith({ publicUrl, dev, isKnown, pages }: AnswerFacts): RequestListener {
  return (request, response) => {
    const origin = publicUrl()
    const { method = 'GET', url = '/', headers } = request
    const nonce = randomBytes(16).toString('base64')
    const facts = { nonce, path: url.split('?', 1)[0] ?? url, secure: origin.startsWith('https:'), dev }
    for (const [name, value] of Object.entries(securityHeaders(facts))) response.setHeader(name, value)

    const asked = { method, url, headers }
    const refused = turnAway(asked, origin)
    if (refused) return refuse(request, response, refused)
    if (!isForKnownBrowsers(asked)) return pass()
    isKnown(headers.cookie).then((known) => (known ? pass() : refuse(request, response, signInFirst)), failed)

    function pass() {
      for (const name of Object.keys(headers)) if (hearsay.test(name)) delete headers[name]
      headers['content-security-policy'] = contentSecurityPolicy(facts)
      headers['x-nonce'] = nonce
      headers['x-asked'] = url
      pages(request, response).catch(failed)
    }

    function failed(problem: unknown) {
      console.error(problem)
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Something went wrong, and nothing was changed. Try again.\n')
    }
  }
}

const signInFirst: TurnedAway = {
  status: 401,
  sentence: 'Sign in first, and choose the file again. Nothing was stored.',
}

function refuse(request: IncomingMessage, response: ServerResponse, refused: TurnedAway): void {
  if (refused.location) response.setHeader('Location', refused.location)
  // What was not read of a refused body must not be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.writeHead(refused.status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${refused.sentence}\n`)
}
