import { describe, expect, test } from 'vitest'
import { type Asked, turnAway } from './doorkeeper.ts'

const publicUrl = 'https://desk.example.test'

const asked = (facts: Partial<Asked>): Asked => ({
  method: 'GET',
  url: '/',
  ...facts,
  headers: { host: 'desk.example.test', ...facts.headers },
})
const posted = (headers: Asked['headers'], url = '/invoices') =>
  asked({ method: 'POST', url, headers: { origin: publicUrl, 'content-length': '10', ...headers } })

test.each([
  ['a page', asked({ url: '/invoices?page=2' })],
  ['a form from our own page', posted({})],
  [
    'a paper of 50 MB',
    posted({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': '52428800' }),
  ],
  [
    'a program with a token',
    posted({ origin: undefined, authorization: 'Bearer abc' }, '/api/v1/commands/log-subpoena'),
  ],
  ['a program without one, which is told so', posted({ origin: undefined }, '/api/v1/commands/log-subpoena')],
])('%s goes on to the pages', (_name, request) => {
  expect(turnAway(request, publicUrl)).toBeNull()
})

describe('another host name', () => {
  test.each(['127.0.0.1:4600', 'evil.example', 'desk.example.test.evil.example', undefined])(
    'as %s',
    (host) => {
      expect(turnAway(asked({ url: '/today?a=1', headers: { host } }), publicUrl)).toMatchObject({
        status: 307,
        location: 'https://desk.example.test/today?a=1',
      })
      expect(turnAway(posted({ host }), publicUrl)).toMatchObject({ status: 421 })
    },
  )

  test('never leads a browser to a third place', () => {
    const { location } = turnAway(asked({ url: '//evil.example/x', headers: { host: 'x' } }), publicUrl) ?? {}
    expect(new URL(location ?? '').host).toBe('desk.example.test')
  })
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['nobody knows where', { origin: undefined }],
  ['our host by plain http', { origin: 'http://desk.example.test' }],
  ['our host on another port', { origin: 'https://desk.example.test:8443' }],
  [
    'another site beside a made-up forwarded host',
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ],
])('a form from %s changes nothing', (_name, headers) => {
  expect(turnAway(posted(headers), publicUrl)).toMatchObject({ status: 403 })
})

test.each([
  ['beside the API', { origin: undefined, authorization: 'Bearer abc' }, '/api/v10/x'],
  ['through the API to a page', { origin: undefined, authorization: 'Bearer abc' }, '/api/v1/../../invoices'],
  [
    'through it, written otherwise',
    { origin: undefined, authorization: 'Bearer a' },
    '/api/v1/%2e%2e/%2E./x',
  ],
  ['through it, with a backslash', { origin: undefined, authorization: 'Bearer a' }, '/api/v1/..\\..\\x'],
  ['from a page without an origin', { origin: 'null', authorization: 'Bearer abc' }, '/api/v1/commands/x'],
  ['to a page', { origin: undefined, authorization: 'Bearer abc' }, '/invoices'],
  [
    'from another site',
    { origin: 'https://evil.example', authorization: 'Bearer abc' },
    '/api/v1/commands/x',
  ],
])('a program %s is turned away', (_name, headers, url) => {
  expect(turnAway(posted(headers, url), publicUrl)).toMatchObject({ status: 403 })
})

test.each([
  ['a form', { 'content-length': '2097153' }, 413],
  ['an upload', { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '54525953' }, 413],
  ['a message of unknown length', { 'content-length': undefined, 'transfer-encoding': 'chunked' }, 411],
])('%s that is too large, or might be, is not read', (_name, headers, status) => {
  expect(turnAway(posted(headers), publicUrl)).toMatchObject({ status })
})

test('what is no path is refused', () => {
  expect(turnAway(asked({ url: 'http://evil.example/' }), publicUrl)).toMatchObject({ status: 400 })
})
