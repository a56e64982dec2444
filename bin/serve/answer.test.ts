import { request as ask, createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { type AnswerFacts, answerWith } from './answer.ts'

let server: Server | undefined
afterEach(() => server?.close())

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** Starts a server of our own before `pages` and returns how to ask it; `publicUrl` is the server's own address. */
async function serverBefore(pages: AnswerFacts['pages'], publicUrl?: string) {
  let origin = publicUrl ?? ''
  server = createServer(answerWith({ publicUrl: () => origin, dev: false, pages }))
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
  expect((await get('/')).headers['strict-transport-security']).toBe('max-age=31536000')
})

test('another host name is led to the public address, and a change under it is refused', async () => {
  const pages = vi.fn()
  const get = await serverBefore(pages, 'https://desk.example.test')
  const led = await get('/today?x=1', { host: '127.0.0.1' })
  expect(led).toMatchObject({ status: 307, headers: { location: 'https://desk.example.test/today?x=1' } })
  expect(await get('/today', { host: '127.0.0.1' }, 'POST')).toMatchObject({ status: 421 })
  expect(pages).not.toHaveBeenCalled()
})

test('a page that throws gets a sentence and no stack', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const get = await serverBefore(async () => {
    throw new Error('SELECT secret')
  })
  expect(await get('/')).toMatchObject({ status: 500, body: expect.not.stringContaining('SELECT') })
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
})
