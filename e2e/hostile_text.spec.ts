import type { Page } from '@playwright/test'
import { addRequester } from '#db/commands/requester.ts'
import { loggedInTest } from '#db/testing/paper.ts'
import { type Desk, expect, test } from './desk.ts'

const hostile = ['"><img src=x onerror=alert(1)>', '김철수 v. Åström', '=HYPERLINK("http://x")']

/** What a page that took text for markup would show: a box that a script opened, or an element that text became. */
async function watched(desk: Desk): Promise<{ page: Page; broken: string[] }> {
  const broken: string[] = []
  const { page } = desk
  page.on('dialog', (dialog) => {
    broken.push(`a box: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => broken.push(String(error)))
  page.on('request', (request) => {
    if (/\/x$/.test(new URL(request.url()).pathname)) broken.push(`asked for ${request.url()}`)
  })
  return { page, broken }
}

for (const text of hostile) {
  test(`a case called ${text} is called so on every screen`, async ({ desk }) => {
    const { page, broken } = await watched(desk)
    const clerk = await desk.signInAs('Sunniva Aldana', 'intake', 'counsel')
    const reference = await loggedInTest(clerk, {
      caption: text,
      issuingParty: text,
      recordsRequested: text,
      newRequester: { name: text },
      targets: [{ kind: 'account', identifier: text }],
    })

    await desk.open('/subpoenas')
    await expect(page.locator('.ledger .caption')).toHaveText([text])
    await desk.open(`/subpoenas?text=${encodeURIComponent(text)}`)
    await expect(page.locator('.ledger .caption')).toHaveText([text])
    await expect(page.getByLabel('Words')).toHaveValue(text)
    await expect(page.locator('main')).toContainText(`found for “${text}”`)

    await desk.open('/today')
    await expect(page.locator('.row .caption').first()).toHaveText(text)
    await desk.open(`/subpoenas/${reference}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text)
    await desk.open(`/subpoenas/${reference}/edit`)
    await expect(page.getByLabel('Caption', { exact: true })).toHaveValue(text)

    await desk.open('/requesters')
    await page.getByRole('link', { name: text, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text)
    await expect(page.locator('.ledger .caption')).toHaveText([text])

    await expect(page.locator('img[src="x"], a[href="http://x"]')).toHaveCount(0)
    expect(broken).toEqual([])
  })
}

test('a search for nothing but marks finds what holds them', async ({ desk }) => {
  const clerk = await desk.signInAs('Sunniva Aldana', 'intake')
  await loggedInTest(clerk, { caption: '100% of Doe' })
  await loggedInTest(clerk, { caption: 'Roe_v_Roe' })
  for (const [text, found] of [
    ['%', ['100% of Doe']],
    ['_', ['Roe_v_Roe']],
    ["' OR '1'='1", []],
  ] as const) {
    await desk.open(`/subpoenas?text=${encodeURIComponent(text)}`)
    await expect(desk.page.locator('.ledger .caption')).toHaveText([...found])
  }
})

test('what was typed and refused stands in the form again, character for character', async ({ desk }) => {
  const { page, broken } = await watched(desk)
  const clerk = await desk.signInAs('Sunniva Aldana', 'intake')
  await addRequester(clerk, { name: 'Oakhurst Tarn LLP' })
  await desk.open('/requesters/R-00001/edit')
  const [name = '', note = '', address = ''] = hostile
  await page.getByLabel('Firm or person').fill(name)
  await page.getByLabel('E-mail').fill('a@example.test, b@example.test')
  await page.getByLabel('Address').fill(address)
  await page.getByLabel('What a colleague should know').fill(note)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('One e-mail address, such as name@example.com.')).toBeVisible()
  await expect(page.getByLabel('Firm or person')).toHaveValue(name)
  await expect(page.getByLabel('Address')).toHaveValue(address)
  await page.getByLabel('E-mail').fill('desk@example.test')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(note)).toBeVisible()
  expect(broken).toEqual([])
})
