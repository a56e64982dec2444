import { expect, test } from './desk.ts'

/** Every script in a page and the policy that came with it. */
async function scriptsOf(html: string, policy: string) {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  return { nonce, scripts, strange: scripts.filter((script) => !script.includes(`nonce="${nonce}"`)) }
}

test('every script carries the nonce of its page, a new one each time, also where there is no page', async ({
  desk,
}) => {
  const nonces = new Set<string>()
  for (const path of ['/sign-in', '/sign-in', '/no-such-page']) {
    const answer = await desk.page.request.get(`${desk.origin}${path}`)
    const policy = answer.headers()['content-security-policy'] ?? ''
    const { nonce, scripts, strange } = await scriptsOf(await answer.text(), policy)
    expect(scripts.length).toBeGreaterThan(3)
    expect(strange).toEqual([])
    expect(policy).not.toContain('unsafe-eval')
    expect(answer.headers()['cache-control']).toContain('no-store')
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('the browser finds nothing in a page that its policy forbids', async ({ desk }) => {
  const complaints: string[] = []
  desk.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await desk.open('/sign-in')
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
  await desk.page.waitForLoadState('networkidle')
  expect(complaints).toEqual([])
})

test('another name for this machine leads to the one address, and a form under it is refused', async ({
  desk,
}) => {
  const elsewhere = desk.origin.replace('127.0.0.1', 'localhost')
  await desk.page.goto(`${elsewhere}/sign-in`)
  expect(desk.page.url()).toBe(`${desk.origin}/sign-in`)
  const posted = await desk.page.request.post(`${elsewhere}/sign-in`, { form: { name: 'x' } })
  expect(posted.status()).toBe(421)
})

test('a form that another site sends, or nobody knows who, is refused before any page sees it', async ({
  desk,
}) => {
  const address = `${desk.origin}/sign-in`
  for (const origin of ['https://evil.example', 'null', null]) {
    const answer = await desk.page.request.post(address, {
      headers: { 'X-Forwarded-Host': 'evil.example', ...(origin ? { Origin: origin } : {}) },
      multipart: { $ACTION_ID_x: '', name: 'x' },
    })
    expect(answer.status()).toBe(403)
  }
})

test('told to stop, the desk ends in good order', async ({ desk }) => {
  await desk.open('/sign-in')
  await desk.stop()
  await expect(desk.page.request.get(desk.origin)).rejects.toThrow()
})

test.describe('before there is an office', () => {
  test.use({ office: 'none' })

  test('every way in leads to set-up, which opens only with the token that the terminal printed', async ({
    desk,
  }) => {
    await desk.open('/')
    await expect(desk.page).toHaveURL(/\/set-up/)
    await expect(desk.page.getByRole('button', { name: 'Open the sample office' })).toHaveCount(0)
  })
})
