import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { whileAsking } from '#app/_log/asking.ts'
import { log } from '#app/_log/write.ts'
import { factsOfError } from '#lib/log/line.ts'
import { isForKnownBrowsers, isForPrograms, type TurnedAway, turnAway } from './doorkeeper.ts'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'
import type { RouteOf } from './routes.ts'

export type AnswerFacts = {
  /** The origin under which people open the desk; asked for each request, since choosing the sample changes it. */
  readonly publicUrl: () => string
  readonly dev: boolean
  readonly routeOf: RouteOf
  /** Whether each request gets a line in the log; what goes wrong always does. */
  readonly logsRequests: boolean
  /** Whether these cookies hold a session of somebody here, running or over: what was typed in it is still kept. */
  readonly isKnown: (cookies: string | undefined) => Promise<boolean>
  /** Next's own request handler. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Headers by which a proxy, or anyone, could tell Next another host, address or route than the one that was asked. */
const hearsay = /^(x-forwarded-|x-middleware-|x-invoke-|forwarded$|x-real-ip$|x-nonce$|x-from$)/

/** Turns requests away or passes them to the pages, with a nonce of their own and the headers of headers.ts. */
export function answerWith(given: AnswerFacts): RequestListener {
  const { publicUrl, dev, routeOf, logsRequests, isKnown, pages } = given
  return (request, response) => {
    const startedAt = performance.now()
    const origin = publicUrl()
    const { method = 'GET', url = '/', headers } = request
    const nonce = randomBytes(16).toString('base64')
    const path = url.split('?', 1)[0] ?? url
    const facts = { nonce, path, secure: origin.startsWith('https:'), dev }
    const asked = { method, route: routeOf(path) }
    const logAnswer = (actor: number | null) => {
      const ms = Math.round(performance.now() - startedAt)
      log('info', 'request', { ...asked, status: response.statusCode, ms, actor })
    }
    for (const [name, value] of Object.entries(securityHeaders(facts))) response.setHeader(name, value)

    const refused = turnAway({ method, url, headers }, origin)
    if (refused) return refuseIt(refused)
    if (!isForKnownBrowsers({ method, url, headers })) return pass()
    isKnown(headers.cookie).then((known) => (known ? pass() : refuseIt(signInFirst)), failed)

    function refuseIt(refused: TurnedAway) {
      if (logsRequests) response.once('close', () => logAnswer(null))
      refuse(request, response, refused)
    }

    function pass() {
      for (const name of Object.keys(headers)) if (hearsay.test(name)) delete headers[name]
      headers['content-security-policy'] = contentSecurityPolicy(facts)
      headers['x-nonce'] = nonce
      headers['x-asked'] = url
      headers['x-from'] = request.socket.remoteAddress ?? ''
      whileAsking((asker) => {
        if (logsRequests) response.once('close', () => logAnswer(asker.actor))
        return pages(request, response)
      }).catch(failed)
    }

    function failed(problem: unknown) {
      log('error', 'request-failed', { ...asked, ...factsOfError(problem) })
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Something went wrong, and nothing was changed. Try again.\n')
    }
  }
}

const signInFirst: TurnedAway = {
  status: 401,
  kind: 'sign-in-first',
  sentence: 'Sign in first, and choose the file again. Nothing was stored.',
}

function refuse(request: IncomingMessage, response: ServerResponse, refused: TurnedAway): void {
  const { status, location, kind, sentence } = refused
  if (location) response.setHeader('Location', location)
  // What was not read of a refused body must not be taken for the next request.
  if (!request.complete) response.setHeader('Connection', 'close')
  const forPrograms = isForPrograms(request.url ?? '/')
  const type = forPrograms ? 'application/json' : 'text/plain; charset=utf-8'
  response.writeHead(status, { 'Content-Type': type })
  response.end(forPrograms ? JSON.stringify({ ok: false, refusal: { kind, sentence } }) : `${sentence}\n`)
}
