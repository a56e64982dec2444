import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { verifyOffice } from '#db/verify.ts'
import { type Desk, expect, test } from './desk.ts'
import { at } from './hands.ts'

test.use({ office: 'none' })

const marit = { name: 'Marit Solbakken', email: 'marit@office.test', password: 'seven quiet herons at noon' }
const ines = { name: 'Ines Corder', email: 'ines@office.test', password: 'a ladder leans on the moon' }

/** The address that stands last in the terminal. */
const printedBy = (desk: Desk) => /http:\S+\/set-up\?token=\S+/.exec(desk.printed)?.[0] ?? ''

/** The app on somebody's telephone: it keeps a secret and shows the code of this half minute. */
class Telephone {
  readonly #desk: Desk
  readonly #codes: TOTP

  private constructor(desk: Desk, secret: string) {
    this.#desk = desk
    this.#codes = new TOTP({ secret: Secret.fromBase32(secret) })
  }

  /** Takes the secret from the page that shows it. */
  static async enrolled(desk: Desk, page: Page): Promise<Telephone> {
    const secret = await page.getByRole('code').textContent()
    return new Telephone(desk, (secret ?? '').replaceAll(' ', ''))
  }

  get code(): string {
    return this.#codes.generate({ timestamp: this.#desk.now })
  }

  get wrongCode(): string {
    return String((Number(this.code) + 1) % 1_000_000).padStart(6, '0')
  }
}

/** Through the enrolment and past the recovery codes, to Today. Returns the telephone and the ten codes. */
async function enrols(desk: Desk, page: Page) {
  const { fill, press, sees } = at(page)
  await expect(page).toHaveURL(/\/sign-in\/enrol/)
  const telephone = await Telephone.enrolled(desk, page)
  await fill('Code', telephone.wrongCode)
  await press('Set it up and sign in')
  await sees('That code does not count')
  await fill('Code', telephone.code)
  await press('Set it up and sign in')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes')
  const recoveryCodes = await page.getByRole('code').allInnerTexts()
  expect(new Set(recoveryCodes).size).toBe(10)
  await press('I have them: go to Today')
  await expect(page).toHaveURL(`${desk.origin}/today`)
  return { telephone, recoveryCodes }
}

async function givesPassword(desk: Desk, page: Page, name: string, password: string): Promise<void> {
  const { fill, press } = at(page)
  await page.goto(`${desk.origin}/sign-in`)
  await fill('Name or e-mail address', name)
  await fill('Password', password)
  await press('Sign in')
}

async function givesCode(page: Page, code: string): Promise<void> {
  await at(page).fill('Code', code)
  await at(page).press('Sign in')
}

async function signsOut(page: Page): Promise<void> {
  await page.locator('summary', { hasText: ines.name }).click()
  await at(page).press('Sign out')
  await expect(page).toHaveURL(/\/sign-in$/)
}

test('an office is set up from nothing, and a second person is invited into it', async ({
  desk,
  page,
  browser,
}) => {
  test.slow()
  const { fill, press, tick, sees } = at(page)
  const other = await (await browser.newContext()).newPage()
  const them = at(other)

  await test.step('the address that the terminal printed opens the set-up page', async () => {
    await page.goto(printedBy(desk))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to your subpoena desk')
    await expect(page.getByLabel('Hold, from receipt')).toHaveValue('14')
    await expect(page.getByLabel('Research, an hour')).toHaveValue('90.00')
  })

  await test.step('a poor password is refused beside its field, and nothing else that was typed is lost', async () => {
    await fill('E-mail', 'subpoenas@office.test')
    await fill('Your name', marit.name)
    await fill('Your e-mail', marit.email)
    await fill('Password', 'password1')
    await fill('The same again', 'password1')
    await press('Set up our office')
    await sees('This password is among the first that anybody tries.')
    await expect(page.getByLabel('Your name')).toHaveValue(marit.name)
  })

  const { telephone } = await test.step('the first administrator sets the office up and enrols', async () => {
    await fill('Password', marit.password)
    await fill('The same again', marit.password)
    await press('Set up our office')
    return enrols(desk, page)
  })

  await test.step('the set-up page opens nothing any more', async () => {
    await page.goto(printedBy(desk))
    await expect(page).toHaveURL(`${desk.origin}/today`)
  })

  await test.step('the administrator is told to invite a second person, and does', async () => {
    await desk.open('/settings/people')
    await sees('An office needs at least two people')
    await page.getByRole('link', { name: 'Invite a person' }).click()
    await fill('Name', ines.name)
    await fill('E-mail', ines.email)
    await tick('Intake')
    await press('Invite them')
    await sees('The link goes to their e-mail address.')
    await expect(page.getByRole('code')).toHaveCount(0)
  })

  await test.step('the invitation arrives, and its link opens once', async () => {
    const mail = await desk.post.mailTo(ines.email)
    const link = /http:\S+\/invitation\?token=\S+/.exec(mail.text ?? '')?.[0] ?? ''
    await other.goto(link)
    await them.sees('Ines Corder, j2 Cloud Services, Inc. invites you')
    await them.fill('Password', ines.password)
    await them.fill('The same again', `${ines.password}s`)
    await them.press('Accept the invitation')
    await them.sees('The two passwords are not the same.')
    await them.fill('Password', ines.password)
    await them.fill('The same again', ines.password)
    await them.press('Accept the invitation')
    await expect(other).toHaveURL(/\/sign-in\/enrol/)
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(link)
    await at(stranger).sees('This link opens nothing any more')
    await stranger.context().close()
  })

  const hers = await test.step('the second person enrols a telephone of their own', () => enrols(desk, other))

  await test.step('each opens what their role may, and nothing else', async () => {
    await other.goto(`${desk.origin}/subpoenas/new`)
    await expect(other.getByLabel('Served paper')).toBeVisible()
    expect((await other.goto(`${desk.origin}/settings/people`))?.status()).toBe(403)
    await them.sees('This is not for your role')
    await desk.open('/subpoenas')
    await sees('This is not for your role')
  })

  await test.step('a wrong password and a wrong code get a sentence', async () => {
    await signsOut(other)
    await givesPassword(desk, other, ines.email, 'a ladder leans on the mill')
    await them.sees('That name and password do not belong together.')
    await givesPassword(desk, other, 'Nobody Here', ines.password)
    await them.sees('That name and password do not belong together.')
    await givesPassword(desk, other, ines.email, ines.password)
    await expect(other).toHaveURL(/\/sign-in\/code/)
    await givesCode(other, hers.telephone.wrongCode)
    await them.sees('That code does not count: it is wrong, or was used before. 4 tries are left.')
  })

  await test.step('a code works once, also for who knows it in time', async () => {
    desk.setClock('2026-01-05 10:05')
    await givesCode(other, hers.telephone.code)
    await expect(other).toHaveURL(`${desk.origin}/today`)
    await signsOut(other)
    await givesPassword(desk, other, ines.name, ines.password)
    await givesCode(other, hers.telephone.code)
    await them.sees('was used before')
    desk.setClock('2026-01-05 10:06')
    await givesCode(other, hers.telephone.code)
    await expect(other).toHaveURL(`${desk.origin}/today`)
  })

  await test.step('without the telephone a recovery code does, once', async () => {
    const [recoveryCode = ''] = hers.recoveryCodes
    for (const again of [false, true]) {
      await signsOut(other)
      await givesPassword(desk, other, ines.name, ines.password)
      await other.getByRole('link', { name: 'Use a recovery code' }).click()
      await them.fill('Recovery code', recoveryCode)
      await them.press('Sign in')
      if (again) await them.sees('was used before')
      else await expect(other).toHaveURL(`${desk.origin}/today`)
      if (again) break
    }
    desk.setClock('2026-01-05 10:07')
    await givesPassword(desk, other, ines.name, ines.password)
    await givesCode(other, hers.telephone.code)
    await expect(other).toHaveURL(`${desk.origin}/today`)
  })

  await test.step('the administrator signs them out everywhere: their next page is the sign-in', async () => {
    await desk.open('/settings/people')
    await page.getByRole('link', { name: ines.name }).click()
    await sees('Signed in now')
    await expect(page.getByText('This link lets')).toHaveCount(0)
    await press('Sign them out everywhere')
    await sees('They are signed out everywhere, and may sign in again.')
    await other.goto(`${desk.origin}/subpoenas`)
    await expect(other).toHaveURL(/\/sign-in\?then=%2Fsubpoenas$/)
  })

  await test.step('disabled, they are out at their next page, and stay out', async () => {
    desk.setClock('2026-01-05 10:09')
    await givesPassword(desk, other, ines.name, ines.password)
    await givesCode(other, hers.telephone.code)
    await expect(other).toHaveURL(`${desk.origin}/today`)
    await press(`Disable ${ines.name}`)
    await sees('They are disabled, and their sessions have ended.')
    await other.goto(`${desk.origin}/subpoenas`)
    await expect(other).toHaveURL(/\/sign-in/)
    await givesPassword(desk, other, ines.name, ines.password)
    await them.sees('That name and password do not belong together.')
  })

  await test.step('the administrator signs in again with what they set up, and the history is whole', async () => {
    await page.context().clearCookies()
    await givesPassword(desk, page, marit.name, marit.password)
    await givesCode(page, telephone.code)
    await expect(page).toHaveURL(`${desk.origin}/today`)
    await desk.openBeside()
    expect(await verifyOffice()).toMatchObject({ fault: null })
  })
  await other.context().close()
})

test('the sample office is opened from set-up, and one click sits at a desk of it', async ({
  desk,
  page,
}) => {
  test.slow()
  const { press, sees } = at(page)

  await test.step('it is made, and asks who one is today', async () => {
    await page.goto(printedBy(desk))
    await press('Open the sample office')
    await expect(page).toHaveURL(`${desk.origin}/sign-in`)
    await sees('Who are you today?')
    await sees('Sample office.')
  })

  await test.step('counsel is one click away, and finds work', async () => {
    await press(/W\. Halloway.*Counsel/)
    await expect(page).toHaveURL(`${desk.origin}/today`)
    await expect(page.getByRole('complementary', { name: 'About this office' })).toContainText(
      'it sends no mail',
    )
    await desk.open('/subpoenas?stage=all')
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: /S-\d{4}-\d{5}/ })
        .count(),
    ).toBeGreaterThan(30)
  })

  await test.step('billing is another, and sees no case', async () => {
    await page.locator('summary', { hasText: 'W. Halloway' }).click()
    await press('Sign in as somebody else')
    await press(/P\. Oduya.*Billing/)
    await expect(page).toHaveURL(`${desk.origin}/today`)
    await desk.open('/subpoenas')
    await sees('This is not for your role')
    await desk.open('/invoices')
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: /INV-\d{4}-\d{5}/ })
        .first(),
    ).toBeVisible()
  })

  await test.step('and no mail has left the house', async () => {
    expect(desk.post.taken).toEqual([])
  })
})
