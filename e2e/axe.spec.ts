import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { makeLink } from '#db/links.ts'
import { beginSession, newToken } from '#db/sessions.ts'
import { tx } from '#db/tx.ts'
import { type ArrangedOffice, arrangeOffice } from './arranged/office.ts'
import { test as base, expect } from './desk.ts'
import { pagesOnDisk } from './pages_on_disk.ts'
import { RunningDesk } from './running_desk.ts'

type Arranged = { readonly desk: RunningDesk; readonly office: ArrangedOffice }

/** One arranged office for all pages that a worker looks at: it takes longer to arrange than to look at. */
const test = base.extend<object, { arranged: Arranged }>({
  arranged: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from here
    async ({}, use) => {
      const desk = new RunningDesk('2026-01-05 10:00')
      try {
        await desk.setUp()
        const office = await arrangeOffice(desk)
        await desk.serve()
        await use({ desk, office })
      } finally {
        await desk.stop()
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test.describe.configure({ mode: 'parallel' })

const pages = pagesOnDisk().filter(({ kind }) => kind === 'page')
const behind = pages.filter(({ isBehind }) => isBehind)
const screens = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
/** What the dark can break: all other rules look at the same page again. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** There is no frame of another origin, so axe need not open a page of its own for each answer. */
const withAxe = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

/** Everything that axe finds on a page, and whether the page is wider than its screen: wide and narrow, light and dark. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = new Set<string>()
  for (const screen of screens) {
    await page.setViewportSize(screen)
    const across = await page.evaluate(() => document.documentElement.scrollWidth)
    if (across > screen.width) faults.add(`at ${screen.width} the page is ${across} wide`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const axe = withAxe(page)
      const { violations } = await (colorScheme === 'dark' ? axe.withRules(rulesOfColour) : axe).analyze()
      for (const { id, nodes } of violations) {
        const where = nodes.slice(0, 3).map((node) => node.html.slice(0, 160))
        faults.add(`${id}, ${colorScheme} at ${screen.width}: ${where.join(' … ')}`)
      }
    }
  }
  return [...faults]
}

/** The addresses that a route may have in the arranged office: one for each paper, where it is about one. */
function addressesOf(route: string, { papers, after }: ArrangedOffice): string[] {
  const ofPaper = (reference: string) => {
    const parts = route.split('/')
    const filled = parts.map((part, index) => {
      if (!part.startsWith('[')) return part
      const value = part === '[reference]' ? reference : after[parts[index - 1] ?? '']
      if (value === undefined) throw new Error(`Nothing was arranged for ${part} in ${route}.`)
      return encodeURIComponent(value)
    })
    return filled.join('/')
  }
  return [...new Set(Object.values(papers).map(ofPaper))]
}

/** A browser in which the person of this seat is signed in, and nothing is said that nobody hears. */
async function seated(
  { desk, office }: Arranged,
  browser: Browser,
  seat: keyof ArrangedOffice['hand']['seats'],
) {
  const context = await browser.newContext()
  const cookie = await desk.cookieOf(office.hand.seats[seat])
  await context.addCookies([{ ...cookie, url: desk.origin, httpOnly: true, sameSite: 'Lax' }])
  return context.newPage()
}

/** The page that looks different for every paper is looked at with all of them; any other with the first that has it. */
const inEveryState = '/subpoenas/[reference]'

for (const { route } of behind) {
  test(`axe finds nothing on ${route}`, async ({ arranged, browser }) => {
    const page = await seated(arranged, browser, 'everything')
    const faults: string[] = []
    let shown = 0
    for (const address of addressesOf(route, arranged.office)) {
      const answer = await page.goto(arranged.desk.origin + address)
      // A page that a paper is past, or not yet at, says that it is not there.
      if (answer?.status() !== 200) continue
      shown += 1
      faults.push(...(await faultsOf(page)).map((fault) => `${address}: ${fault}`))
      if (route !== inEveryState) break
    }
    await page.context().close()
    expect(shown, `${route} was shown for no paper`).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })
}

test('axe finds nothing on what a role may not see, and where there is nothing', async ({
  arranged,
  browser,
}) => {
  const page = await seated(arranged, browser, 'billing')
  for (const [address, status] of [
    ['/subpoenas', 403],
    ['/invoices/INV-2026-99999', 404],
    ['/no-such-page', 404],
  ] as const) {
    const answer = await page.goto(arranged.desk.origin + address)
    expect(answer?.status()).toBe(status)
    expect(await faultsOf(page)).toEqual([])
  }
  await page.context().close()
})

test('axe finds nothing on the list of keys, and in the menus', async ({ arranged, browser }) => {
  const page = await seated(arranged, browser, 'everything')
  await page.goto(`${arranged.desk.origin}/subpoenas?stage=all`)
  await page.getByRole('button', { name: 'all keys' }).click()
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  expect((await withAxe(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.top-tools .menu summary').click()
  expect((await withAxe(page).analyze()).violations).toEqual([])
  await page.context().close()
})

/** What somebody brings to a page before the sign-in: a sign-in half done, or a one-time link. */
const publicOnes: Readonly<Record<string, 'password' | 'enrolling' | 'invite' | 'reset' | null>> = {
  '/sign-in': null,
  '/sign-in/code': 'password',
  '/sign-in/enrol': 'enrolling',
  '/invitation': 'invite',
  '/reset': 'reset',
}

async function brought({ desk, office }: Arranged, stage: 'password' | 'enrolling' | 'invite' | 'reset') {
  const { token, hash: tokenHash } = newToken()
  const { now } = desk
  const personId = office.hand.seats.nothing.id
  await tx(async (tx) => {
    if (stage === 'invite' || stage === 'reset')
      await makeLink(tx, { personId, purpose: stage, tokenHash, now })
    else await beginSession(tx, { personId, stage, tokenHash, now })
  })
  return token
}

for (const { route } of pages.filter(({ isBehind, route }) => !isBehind && route !== '/set-up')) {
  test(`axe finds nothing on ${route}, before a sign-in`, async ({ arranged, browser }) => {
    const context = await browser.newContext()
    const bring = publicOnes[route]
    expect(bring, `${route} is new here`).toBeDefined()
    const { origin } = arranged.desk
    const token = bring ? await brought(arranged, bring) : ''
    const cookie = { name: `desk-${new URL(origin).port}-pending`, value: token, url: origin } as const
    if (bring === 'password' || bring === 'enrolling') await context.addCookies([cookie])
    const page = await context.newPage()
    await page.goto(`${origin}${route}${bring === 'invite' || bring === 'reset' ? `?token=${token}` : ''}`)
    expect(new URL(page.url()).pathname).toBe(route)
    expect(await faultsOf(page)).toEqual([])
    await context.close()
  })
}

base.describe('before there is an office', () => {
  base.use({ office: 'none' })

  base('axe finds nothing on /set-up, with the token and without', async ({ desk }) => {
    const address = /http:\S+\/set-up\?token=\S+/.exec(desk.printed)?.[0] ?? ''
    await desk.page.goto(address)
    await expect(desk.page.getByRole('button', { name: 'Set up our office' })).toBeVisible()
    expect(await faultsOf(desk.page)).toEqual([])
    await desk.open('/set-up')
    expect(await faultsOf(desk.page)).toEqual([])
  })
})
