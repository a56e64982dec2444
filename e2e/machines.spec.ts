import { expect, test } from '@playwright/test'
import { apiCommands } from '#app/_api/commands.ts'
import { queries } from '#app/_api/queries.ts'
import { RunningDesk } from './running_desk.ts'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = new RunningDesk('2026-01-05 10:00')
  await desk.setUp()
  await desk.serve()
})
test.afterEach(() => desk.stop())

/** A browser without scripts: it keeps cookies, reads pages, and sends their forms. */
class Reader {
  readonly #cookies = new Map<string, string>()

  static async seated(name: string, role: 'administrator' | 'billing'): Promise<Reader> {
    const reader = new Reader()
    const cookie = await desk.cookieOf(await desk.person(name, role))
    reader.#cookies.set(cookie.name, cookie.value)
    return reader
  }

  async page(path: string, init: RequestInit = {}): Promise<{ status: number; html: string }> {
    const Cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, Cookie }
    const response = await fetch(new URL(path, desk.origin), { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    const next = response.headers.get('location')
    return next ? this.page(next) : { status: response.status, html: await response.text() }
  }

  /** Sends the form of a page that holds these words, filled in. */
  async send(path: string, words: string, filled: Record<string, string[]>): Promise<string> {
    const { html } = await this.page(path)
    const form = html.split('<form').find((part) => part.split('</form>', 1)[0]?.includes(words)) ?? ''
    const body = new FormData()
    for (const [input] of form.split('</form>', 1)[0]?.matchAll(/<input type="hidden"[^>]*>/g) ?? []) {
      const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? ''
      body.append(
        of('name').replaceAll('&amp;', '&'),
        of('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      )
    }
    for (const [name, values] of Object.entries(filled)) for (const value of values) body.append(name, value)
    return (await this.page(path, { method: 'POST', headers: { Origin: desk.origin }, body })).html
  }
}

const today = async (token: string) =>
  (await fetch(`${desk.origin}/api/v1/today`, { headers: { Authorization: `Bearer ${token}` } })).status

test('an administrator makes a token, sees it once, and revokes it', async () => {
  const reader = await Reader.seated('Ada Wren', 'administrator')
  const made = await reader.send('/settings/machines', 'Make the token', {
    ...{ machine: ['Ledger sync'], roles: ['billing', 'intake'], lastDayOn: ['1/31'] },
  })
  const [token = ''] = /desk_[\w-]{43}/.exec(made) ?? []
  expect(await today(token)).toBe(200)
  expect((await reader.send('/settings/machines', 'I have put it', {})).includes(token)).toBe(false)
  const { html } = await reader.page('/settings/machines')
  expect(html).not.toContain(token)
  for (const words of ['Ledger sync', 'Intake, Billing', 'Works to', '2026-01-31', 'Ada Wren']) {
    expect(html).toContain(words)
  }
  await reader.send('/settings/machines', 'Revoke', {})
  expect(await today(token)).toBe(401)
  expect((await reader.page('/settings/machines')).html).toContain('Revoked')
  expect(desk.printed).not.toContain(token)
})

test('what was wrong with a token that was asked for stands beside its field', async () => {
  const reader = await Reader.seated('Ada Wren', 'administrator')
  const html = await reader.send('/settings/machines', 'Make the token', {
    machine: ['Ada Wren'],
    roles: ['billing'],
  })
  expect(html).toContain('There is a Ada Wren here already.')
  expect(html).not.toMatch(/desk_[\w-]{43}/)
})

test('the page for people names every operation that there is', async () => {
  const reader = await Reader.seated('Pia Oduya', 'billing')
  const { status, html } = await reader.page('/settings/api')
  expect(status).toBe(200)
  for (const { path } of queries) expect(html).toContain(`/api/v1${path}`)
  for (const { command } of apiCommands) expect(html).toContain(`/api/v1/commands/${command}`)
  expect((await reader.page('/settings/machines')).status).toBe(403)
})
