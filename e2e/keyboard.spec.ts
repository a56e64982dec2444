import type { Page } from '@playwright/test'
import { loggedInTest } from '#db/testing/paper.ts'
import { type Desk, expect, test } from './desk.ts'

const captions = ['Larkmoor Dental v. Doe 1', 'Greaves Orthodontics v. Doe 9', 'In re Marlowe Trust']

/** Three papers on file, and a clerk at the desk whose hands stay on the keyboard. */
async function clerkWithPapers(desk: Desk): Promise<Page> {
  const clerk = await desk.signInAs('Sunniva Aldana', 'intake')
  for (const caption of captions) await loggedInTest(clerk, { caption })
  return desk.page
}

/** Opens a page and waits until its script listens: the list of keys is only counted as opened by a key. */
async function open(desk: Desk, path: string): Promise<void> {
  await desk.open(path)
  await listening(desk.page)
}

async function listening(page: Page): Promise<void> {
  const keys = page.getByRole('dialog', { name: 'All keys' })
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(keys).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
}

const focused = (page: Page) => page.locator(':focus')

test('a slash goes to the search, and a search by reference opens the subpoena', async ({ desk }) => {
  const page = await clerkWithPapers(desk)
  await open(desk, '/today')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('marlowe')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: 'S-2026' })).toHaveCount(1)
  await expect(page.locator('.caption')).toHaveText(['In re Marlowe Trust'])

  await listening(page)
  await page.keyboard.press('/')
  await page.keyboard.type('s-2026-1')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${desk.origin}/subpoenas/S-2026-00001`)
})

test('j and k go from row to row and stop at the ends, and Enter opens the row', async ({ desk }) => {
  const page = await clerkWithPapers(desk)
  await open(desk, '/subpoenas')
  await page.keyboard.press('j')
  await expect(focused(page)).toHaveText('S-2026-00003')
  for (const _ of captions) await page.keyboard.press('j')
  await expect(focused(page)).toHaveText('S-2026-00001')
  await page.keyboard.press('k')
  await expect(focused(page)).toHaveText('S-2026-00002')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/subpoenas\/S-2026-00002$/)
})

test('g and a letter go to the places, and n to a new subpoena', async ({ desk }) => {
  const page = await clerkWithPapers(desk)
  await open(desk, '/today')
  for (const [key, path] of [
    ['q', '/subpoenas'],
    ['r', '/requesters'],
    ['m', '/mail'],
    ['h', '/history'],
    ['t', '/today'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await expect(page).toHaveURL(`${desk.origin}${path}`)
    await listening(page)
  }
  await page.keyboard.press('n')
  await expect(page).toHaveURL(`${desk.origin}/subpoenas/new`)
})

test('a letter typed into a field is a letter', async ({ desk }) => {
  const page = await clerkWithPapers(desk)
  await open(desk, '/subpoenas')
  const words = page.getByLabel('Words')
  await words.focus()
  await page.keyboard.type('gtnjk?/')
  await expect(words).toHaveValue('gtnjk?/')
  await expect(page).toHaveURL(`${desk.origin}/subpoenas`)
})

test('a question mark shows every key, Escape puts them away, and single keys can be switched off', async ({
  desk,
}) => {
  const page = await clerkWithPapers(desk)
  await open(desk, '/subpoenas')
  const keys = page.getByRole('dialog', { name: 'All keys' })
  await page.keyboard.press('?')
  await expect(keys).toBeVisible()
  await expect(keys).toContainText('go to Today')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()

  await page.keyboard.press('?')
  await keys.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.locator('main').focus()
  await page.keyboard.press('n')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(`${desk.origin}/subpoenas`)
})

test('pages of a list are turned with brackets', async ({ desk }) => {
  const clerk = await desk.signInAs('Sunniva Aldana', 'intake')
  for (let n = 0; n < 51; n++) await loggedInTest(clerk)
  const { page } = desk
  await open(desk, '/subpoenas')
  await expect(page.getByRole('row').filter({ hasText: 'S-2026' })).toHaveCount(50)
  await page.keyboard.press(']')
  await expect(page).toHaveURL(/\?page=2$/)
  await expect(page.getByRole('row').filter({ hasText: 'S-2026' })).toHaveCount(1)
  await listening(page)
  await page.keyboard.press('[')
  await expect(page).toHaveURL(`${desk.origin}/subpoenas`)
})
