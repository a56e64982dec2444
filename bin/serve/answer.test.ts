import { request as ask, createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noteActor } from '#app/_log/asking.ts'
import { type AnswerFacts, answerWith } from './answer.ts'
import { quietConsole } from './quiet_console.ts'
import { routeAmong } from './routes.ts'

let server: Server | undefined
let written: string[] = []
beforeEach(() => {
  written = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((words) => written.push(String(words)) > 0)
})
afterEach(() => {
  server?.close()
  vi.restoreAllMocks()
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** Starts a server of our own before `pages` and returns how to ask it; `publicUrl` is the server's own address. */
async function serverBefore(
  pages: AnswerFacts['pages'],
  publicUrl?: string,
  isKnown: AnswerFacts['isKnown'] = async () => false,
) {
  let origin = publicUrl ?? ''
  server = createServer(
    answerWith({
      publicUrl: () => origin,
      dev: false,
      routeOf: routeAmong([[], ['subpoenas', '[reference]'], ['subpoenas', 'new'], ['sign-in']]),
      logsRequests: true,
      isKnown,
      pages,
    }),
  )
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  origin ||= `http://127.0.0.1:${port}`
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const host = new URL(origin).host
      const asking = ask(
        { port, host: '127.0.0.1', path, method, headers: { host, ...headers } },
        (response) => {
          let body = ''
          response.on('data', (part) => {
            body += part
          })
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          )
        },
      )
      asking.on('error', reject)
      asking.end()
    })
}

test('a page gets the nonce of its own policy, a fresh one each time, and no header that somebody made up', async () => {
  const seen: IncomingHttpHeaders[] = []
  const get = await serverBefore(async (request, response) => {
    seen.push({ ...request.headers })
    response.end('page')
  })
  const made = { 'x-forwarded-host': 'evil.example', 'content-security-policy': "script-src 'nonce-mine'" }
  const [first, second] = [await get('/', made), await get('/')]
  expect(seen[0]?.['x-forwarded-host']).toBeUndefined()
  expect(seen[0]?.['content-security-policy']).toBe(first?.headers['content-security-policy'])
  expect(first?.headers['content-security-policy']).toContain(`'nonce-${seen[0]?.['x-nonce']}'`)
  expect(first?.headers['content-security-policy']).not.toBe(second?.headers['content-security-policy'])
})

test('where a request came from is what the socket says, never a header that somebody made up', async () => {
  const seen: IncomingHttpHeaders[] = []
  const get = await serverBefore(async (request, response) => {
    seen.push({ ...request.headers })
    response.end('page')
  })
  await get('/', { 'x-from': '192.0.2.1' })
  expect(seen[0]?.['x-from']).toMatch(/127\.0\.0\.1$/)
})

test('a program that is turned away hears so in JSON', async () => {
  const pages = vi.fn()
  const get = await serverBefore(pages)
  const { status, headers, body } = await get('/api/v1/files', { origin: 'https://evil.example' }, 'POST')
  expect([status, headers['content-type']]).toEqual([403, 'application/json'])
  expect(JSON.parse(body)).toMatchObject({ ok: false, refusal: { kind: 'another-origin' } })
  expect(pages).not.toHaveBeenCalled()
})

test('the headers of every answer, also of a refused one', async () => {
  const get = await serverBefore(async (_request, response) => void response.end('page'))
  for (const { headers } of [
    await get('/'),
    await get('/', { host: 'evil.example' }),
    await get('/', {}, 'POST'),
  ]) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe-eval')
    expect(headers['strict-transport-security']).toBeUndefined()
  }
})

test('our own PDFs, and nothing else, may stand in a frame of ours', async () => {
  const get = await serverBefore(async (_request, response) => void response.end('page'))
  const policyOf = async (path: string) => (await get(path)).headers['content-security-policy']
  expect(await policyOf('/invoices/INV-2026-00017/pdf?v=1')).toContain("frame-ancestors 'self'")
  expect(await policyOf('/papers/3/paper.pdf')).toContain("frame-ancestors 'self'")
  expect(await policyOf('/files/served.pdf')).toContain("frame-ancestors 'none'")
  expect(await policyOf('/invoices?x=/pdf')).toContain("frame-ancestors 'none'")
})

test('behind https the browser is told to stay there', async () => {
  const get = await serverBefore(
    async (_request, response) => void response.end('page'),
    'https://desk.example.test',
  )
  expect((await get('/')).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
})

test('another host name is led to the public address, and a change under it is refused', async () => {
  const pages = vi.fn()
  const get = await serverBefore(pages, 'https://desk.example.test')
  const led = await get('/today?x=1', { host: '127.0.0.1' })
  expect(led).toMatchObject({ status: 307, headers: { location: 'https://desk.example.test/today?x=1' } })
  expect(await get('/today', { host: '127.0.0.1' }, 'POST')).toMatchObject({ status: 421 })
  expect(pages).not.toHaveBeenCalled()
})

test('a large form reaches the pages from a browser that was signed in here, and from no other', async () => {
  const pages = vi.fn<AnswerFacts['pages']>(async (_request, response) => void response.end('page'))
  const publicUrl = 'https://desk.example.test'
  const get = await serverBefore(pages, publicUrl, async (cookies) => cookies === 'session=ours')
  const large = {
    origin: publicUrl,
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': '3000000',
    expect: '100-continue',
  }
  const refused = await get('/subpoenas/new', { ...large, cookie: 'session=made-up' }, 'POST')
  expect(refused).toMatchObject({ status: 401, headers: { connection: 'close' } })
  expect(pages).not.toHaveBeenCalled()
  expect(await get('/subpoenas/new', { ...large, cookie: 'session=ours' }, 'POST')).toMatchObject({
    status: 200,
  })
})

test('a page that throws gets a sentence and no stack', async () => {
  const get = await serverBefore(async () => {
    throw new Error('SELECT secret')
  })
  expect(await get('/')).toMatchObject({ status: 500, body: expect.not.stringContaining('SELECT') })
})

describe('the log', () => {
  const lines = () => written.map((line) => JSON.parse(line))

  test('has a line for each request: the route as the program knows it, who asked by row, and how it ended', async () => {
    const get = await serverBefore(async (_request, response) => {
      noteActor(7)
      response.writeHead(404)
      response.end()
    })
    await get('/subpoenas/S-2026-00001?text=Ada')
    await vi.waitFor(() => expect(lines()).toHaveLength(1))
    expect(lines()[0]).toMatchObject({
      ...{ level: 'info', event: 'request', method: 'GET', route: '/subpoenas/[reference]' },
      ...{ status: 404, actor: 7, ms: expect.any(Number) },
    })
    await get('/subpoenas/new')
    await get('/nobody/knows')
    await get('/', {}, 'POST')
    await vi.waitFor(() => expect(lines()).toHaveLength(4))
    expect(lines().map(({ route, status }) => `${route} ${status}`)).toEqual(
      expect.arrayContaining(['/subpoenas/new 404', '/other 404', '/ 403']),
    )
  })

  test('never holds a name or an address, wherever somebody wrote it', async () => {
    const putBack = quietConsole()
    const get = await serverBefore(async (request, response) => {
      console.error(new RangeError(`Failed query: select * from x where name = Canary ${request.url}`))
      console.log('Canary', { name: 'Canary' })
      if (request.url?.includes('throw')) throw new TypeError('Canary Wrenfield')
      response.end('Canary')
    })
    try {
      await get('/subpoenas/Canary?text=Canary%20Wrenfield', {
        referer: 'http://x/Canary',
        cookie: 'a=Canary',
      })
      await get('/Canary/throw?Canary', { 'user-agent': 'Canary' })
      await get('/sign-in?then=/Canary', { host: 'canary.example' })
      await vi.waitFor(() => expect(lines().filter(({ event }) => event === 'request')).toHaveLength(3))
    } finally {
      putBack()
    }
    expect(lines().map(({ event }) => event)).toEqual(expect.arrayContaining(['printed', 'request-failed']))
    expect(written.join('')).not.toMatch(/canary/i)
    expect(lines()).toContainEqual(
      expect.objectContaining({
        event: 'printed',
        error: 'RangeError',
        place: expect.stringMatching(/^answer\.test\.ts:/),
      }),
    )
  })
})
