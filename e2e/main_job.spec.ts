import type { Page } from '@playwright/test'
import { textOfPdf } from '#db/testing/pdf_text.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { verifyOffice } from '#db/verify.ts'
import { expect, test } from './desk.ts'

/** What a clerk does at the screen: fills a field by its label, presses a button by its words. */
const at = (page: Page) => ({
  fill: (label: string, words: string) => page.getByLabel(label, { exact: true }).fill(words),
  choose: (label: string, words: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: words }),
  press: (words: string | RegExp) => page.getByRole('button', { name: words }).click(),
  file: async (label: string, name: string, bytes: Buffer) => {
    await page
      .getByLabel(label, { exact: true })
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes })
    await expect(page.getByText(/SHA-256/).first()).toBeVisible()
  },
})

test('the main job, from the served paper to the paid invoice', async ({ desk, page }) => {
  test.slow()
  const { fill, choose, press, file } = at(page)

  await test.step('intake logs the paper', async () => {
    await desk.signInAs('Ines Corder', 'intake')
    await desk.open('/subpoenas/new')
    await file('Served paper', 'subpoena.pdf', pdfOf('AO 88B, Larkmoor Dental v. Doe 1'))
    await choose('Process type', 'Subpoena to produce documents (AO 88B)')
    await choose('How it came', 'By hand')
    await fill('Served', '1/5')
    await page.getByLabel('at', { exact: true }).first().fill('9:30 am')
    await fill('Received', 'today')
    await page.getByLabel('at', { exact: true }).last().fill('9:45 am')
    await fill('Caption', 'Larkmoor Dental v. Doe 1')
    await fill('Case number', '2:26-cv-99011-ABC-DE')
    await fill('Court', 'C.D. Cal.')
    await fill('Issuing party', 'Larkmoor Dental')
    await fill('Issuing attorney', 'Theodora Quorn')
    await fill('Compliance day', '6 Feb 2026')
    await choose('Kind of A', 'Fax')
    await fill('Identifier of A', '1-323-555-0142')
    await fill('Records requested, word for word', 'Documents sufficient to identify the subscriber.')
    await fill('Or a new one: name of the firm or person', 'Oakhurst Tarn LLP')
    await fill('E-mail', 'accounts@oakhursttarn.example')
    await fill('Address', '4120 Harrowgate Street, Suite 900\nLos Angeles, CA 90010')
    await press('Log subpoena')
    await expect(page).toHaveURL(/\/subpoenas\/S-2026-00001/)
  })

  await test.step('intake asks for the snapshot, sends the terms and goes through the checklist', async () => {
    await desk.open('/subpoenas/S-2026-00001/preserve')
    await fill('Who is asked', 'Operations, account records')
    await press('Record that it was asked for')
    await desk.open('/subpoenas/S-2026-00001/preserve')
    await press('Record that it was made')
    await desk.open('/subpoenas/S-2026-00001/terms/send')
    await press('Send the terms')
    const terms = await desk.post.mailTo('accounts@oakhursttarn.example', /terms/i)
    expect(terms.text).toContain('$90.00')
    await desk.open('/subpoenas/S-2026-00001/terms/agreed')
    await fill('How: who signed or said it', 'Theodora Quorn, by e-mail')
    await press('Record agreement')
    await desk.open('/subpoenas/S-2026-00001/review')
    for (const item of await page.getByRole('radio', { name: 'Passed' }).all()) await item.check()
    await press('Save the checklist')
  })

  await test.step('counsel accepts it', async () => {
    await desk.signInAs('Wilma Halloway', 'counsel')
    await desk.open('/subpoenas/S-2026-00001/decide/accept')
    await press('Accept the paper')
    await expect(page).toHaveURL(/\/subpoenas\/S-2026-00001/)
  })

  await test.step('the custodian finds the subscriber, and intake tells them', async () => {
    await desk.signInAs('Tom Ferrand', 'custodian')
    await desk.open('/subpoenas/S-2026-00001/targets/1')
    await fill('Name', 'Ada Lindqvist')
    await fill('E-mail', 'ada@subscriber.example')
    await fill('Account', '7731-0042')
    await fill('Postal address', '12 Alder Row\nPasadena, CA 91101')
    await press('Record the subscriber')
    desk.setClock('2026-01-06 11:00')
    await desk.signInAs('Ines Corder', 'intake')
    await desk.open('/subpoenas/S-2026-00001/notice?subscriber=U-00001')
    await press('Send the notice')
    const notice = await desk.post.mailTo('ada@subscriber.example')
    expect(notice.text).toContain('2:26-cv-99011-ABC-DE')
    expect(notice.text).toContain('1-323-555-0142')
    expect(notice.text).toContain('January 20, 2026')
    expect(notice.subject).not.toContain('Lindqvist')
  })

  await test.step('the custodian records the work and prepares what will be handed over', async () => {
    await desk.signInAs('Tom Ferrand', 'custodian')
    await desk.open('/subpoenas/S-2026-00001/research')
    await fill('Time', '1:30')
    await fill('What you searched', 'Accounts and numbers since 2019')
    await press('Record the research')
    await desk.open('/subpoenas/S-2026-00001/production')
    await page.getByLabel('What it is').first().fill('Account record')
    await page.getByLabel('Pages', { exact: true }).first().fill('8')
    await press('Prepare the production')
    await expect(page).toHaveURL(/\/subpoenas\/S-2026-00001/)
  })

  await test.step('nobody can release it one day early, and the screen says why', async () => {
    desk.setClock('2026-01-20 18:00')
    await desk.signInAs('Ines Corder', 'intake')
    await desk.open('/subpoenas/S-2026-00001/inbox')
    await page.getByRole('checkbox', { name: /nothing about S-2026-00001/ }).check()
    await press('Say that I looked')
    await desk.signInAs('Jo Marisko', 'custodian')
    await desk.open('/subpoenas/S-2026-00001/productions/1')
    await expect(page.getByText('release opens on Wednesday, January 21, 2026').first()).toBeVisible()
    await fill('Reason, for the file', 'The two weeks are nearly over.')
    await press('Release production 1')
    await expect(page.locator('.refusal')).toContainText('January 21, 2026')
  })

  await test.step('on the day it opens, another custodian releases it and ships it', async () => {
    desk.setClock('2026-01-21 09:00')
    await desk.signInAs('Tom Ferrand', 'custodian')
    await desk.open('/subpoenas/S-2026-00001/productions/1')
    await fill('Reason, for the file', 'I prepared it and I would release it.')
    await press('Release production 1')
    await expect(page.locator('.refusal')).toContainText('Another person must release it')
    await desk.signInAs('Jo Marisko', 'custodian')
    await desk.open('/subpoenas/S-2026-00001/productions/1')
    await fill('Reason, for the file', 'The hold is over and nothing stands against it.')
    await press('Release production 1')
    await desk.open('/subpoenas/S-2026-00001/productions/1')
    await fill('Tracking number', '8817 0042 1190')
    await press('Ship production 1')
    await desk.open('/subpoenas/S-2026-00001/productions/1')
    await expect(page.getByText('8817 0042 1190').first()).toBeVisible()
  })

  await test.step('billing issues the invoice, sends it and sees it due', async () => {
    await desk.signInAs('Pia Oduya', 'billing')
    await desk.open('/subpoenas/S-2026-00001/invoice')
    await expect(page.getByText('$159.00').first()).toBeVisible()
    await press('Issue the invoice')
    await expect(page).toHaveURL(/\/invoices\/INV-2026-00001/)
    await desk.open('/invoices/INV-2026-00001/send')
    await choose('How', 'E-mail')
    await press('Send it')
    const mail = await desk.post.mailTo('accounts@oakhursttarn.example', /INV-2026-00001/)
    const [pdf] = mail.attachments
    const text = await textOfPdf(pdf?.content ?? Buffer.alloc(0))
    for (const words of ['INV-2026-00001', '$159.00', 'Checks payable to j2 Cloud Services, Inc.']) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('Lindqvist')
    desk.setClock('2026-01-23 10:00')
    await desk.signInAs('Pia Oduya', 'billing')
    await desk.open('/invoices/INV-2026-00001/receipt')
    await fill('Received on', '1/23')
    await choose('How we know', 'The requester said so')
    await press('Record the receipt')
    await desk.open('/invoices/INV-2026-00001')
    await expect(page.getByText('Mon 9 Feb').first()).toBeVisible()
  })

  await test.step('the check comes, and the invoice is paid', async () => {
    desk.setClock('2026-02-05 10:00')
    await desk.signInAs('Pia Oduya', 'billing')
    await desk.open('/invoices/INV-2026-00001/payment')
    await fill('Check number', '10442')
    await fill('Amount', '159.00')
    await press('Record the check')
    await desk.open('/invoices/INV-2026-00001')
    await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('Ada Lindqvist')).toHaveCount(0)
  })

  await test.step('counsel closes it, and the whole story stands in the history', async () => {
    await desk.signInAs('Wilma Halloway', 'counsel')
    await desk.open('/subpoenas/S-2026-00001/close')
    await press('Close it')
    await desk.open('/history?subpoena=S-2026-00001')
    for (const told of [/Logged/, /Accepted/, /Released/, /Issued/, /Closed/]) {
      await expect(page.getByText(told).first()).toBeVisible()
    }
    expect(await verifyOffice()).toMatchObject({ fault: null })
  })
})
