/** What does not go as in the main job: papers that lack something, letters that come back, motions, checks that do not fit. */
import type { Page } from '@playwright/test'
import { textOfPdf } from '#db/testing/pdf_text.ts'
import { pdfOf } from '#db/testing/upload.ts'
import { verifyOffice } from '#db/verify.ts'
import { Department } from './arranged/department.ts'
import { expect, test } from './desk.ts'
import { at } from './hands.ts'

test.afterEach(async ({ desk }) => {
  expect(desk.printed).not.toContain('failed and will try again')
  expect(await verifyOffice()).toMatchObject({ fault: null })
})

/** What a paper says that stands behind a link, read as who sits at the browser. */
async function readBack(page: Page, name: string | RegExp): Promise<string> {
  const address = await page.getByRole('link', { name }).first().getAttribute('href')
  const answer = await page.request.get(new URL(address ?? '', page.url()).href)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return textOfPdf(await answer.body())
}

/** The line of a target on the page of its subpoena. */
const laneOf = (page: Page, letter: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: /^Fax/ }), hasText: new RegExp(`^${letter}`) })

test('counsel rejects a paper for what it lacks, and the letter says what that is', async ({
  desk,
  page,
}) => {
  const { fill, tick, press, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2026-01-05 10:00',
    court: 'U.S. Court, Calif.',
    caseNumber: '',
  })

  await test.step('intake marks what it lacks, in the checklist', async () => {
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}/review`)
    for (const [item, result] of [
      ['Signed by the clerk or an attorney', 'Failed'],
      ['Carries a case number', 'Failed'],
      ['Names the issuing court', 'Passed'],
    ] as const) {
      await page.getByRole('group', { name: item }).getByRole('radio', { name: result }).check()
    }
    await press('Save the checklist')
  })

  await test.step('counsel finds both chosen already, adds a third and sends the letter', async () => {
    await department.sits('counsel')
    await desk.open(`/subpoenas/${reference}/decide/reject`)
    await expect(page.getByLabel(/^Not signed/)).toBeChecked()
    await expect(page.getByLabel(/^No case number/)).toBeChecked()
    await tick('Directed to another company')
    await fill('Reason, for the file', 'Nothing binds us to answer this.')
    await press('Reject it, and send the letter')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await sees('Rejected: nothing leaves')
  })

  await test.step('the requester reads the three reasons and not the one for the file', async () => {
    const mail = await desk.post.mailTo('accounts@oakhursttarn.example', /will not answer/)
    await page.getByRole('link', { name: 'Particulars' }).click()
    const said = await readBack(page, 'Rejection letter')
    for (const words of [mail.text ?? '', said]) {
      const plain = words.replace(/\s+/g, ' ')
      expect(plain).toContain('The paper is not signed by the clerk of the court')
      expect(plain).toContain('The paper does not state the number of the action')
      expect(plain).toContain('directed to a company other than ours')
      expect(plain).not.toContain('Nothing binds us')
    }
  })
})

test('a notice goes by letter, comes back, and has to be sent again', async ({ desk, page }) => {
  const { fill, press, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({ received: '2026-01-05 10:00' })
  await department.accept(reference)
  const subscriber = await department.find(reference)
  const notice = `/subpoenas/${reference}/notices/1`

  await test.step('intake makes the letter and records its posting: it counts five days later', async () => {
    desk.setClock('2026-01-06 11:00')
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}/notice?subscriber=${subscriber}`)
    await page.getByRole('link', { name: 'By post' }).click()
    await press('Show the letter, which names them')
    await sees('Ada Lindqvist')
    await press('Make the letter, to be posted on Tue 6 Jan')
    await expect(page).toHaveURL(`${desk.origin}${notice}`)
    await sees('the hold has no end until then')
    await press('Record that it was posted')
    await desk.open(notice)
    await sees('counts from Sun 11 Jan')
  })

  await test.step('the letter is read back as it will be printed', async () => {
    const said = await readBack(page, 'Print the letter (PDF)')
    for (const words of [
      'Ada Lindqvist',
      '12 Alder Row',
      '1-323-555-0142',
      '2:26-cv-99011-ABC-DE',
      reference,
    ])
      expect(said).toContain(words)
    expect(said).toContain('January 21, 2026')
    expect(desk.post.taken).toEqual([])
    await desk.open(`/subpoenas/${reference}`)
    await expect(laneOf(page, 'A')).toContainText('to Wed 21 Jan')
  })

  await test.step('the post brings it back: the hold has no end, and telling them is work again', async () => {
    desk.setClock('2026-01-14 09:00')
    await department.sits('intake')
    await desk.open(notice)
    await fill('What came back, or why it will not go', 'Returned: moved, left no address')
    await press('Record that it did not arrive')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await expect(laneOf(page, 'A')).toContainText('Letter came back')
    await expect(laneOf(page, 'A')).toContainText('No end yet')
    await desk.open('/today')
    await page.getByRole('link', { name: /Tell them another way/ }).click()
  })

  await test.step('by e-mail it arrives, and the hold runs from that day', async () => {
    await press('Send the notice')
    await desk.post.mailTo('ada@subscriber.example')
    await department.deliver()
    await desk.open(`/subpoenas/${reference}`)
    await expect(laneOf(page, 'A')).toContainText('to Mon 26 Jan')
  })
})

test('a motion stays the answer until its outcome is on file with its paper', async ({ desk, page }) => {
  const { fill, choose, tick, press, file, refused, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({ received: '2026-01-05 10:00' })
  await department.tell(reference)
  await department.research(reference, 90, '2026-01-05')
  await department.prepare(reference, 8)
  const objection = `/subpoenas/${reference}/objections/1`

  await test.step('intake takes the motion in, on the last day', async () => {
    desk.setClock('2026-01-20 16:00')
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}/objection`)
    await tick('Motion to quash, modify or protect')
    await fill('Received', 'today')
    await fill('at', '3:40 pm')
    await fill('Filed where', 'C.D. Cal.')
    await fill('Filed on', '1/20')
    await file('The paper, if there is one', 'motion.pdf', pdfOf('Motion to quash'))
    await press('Record the objection')
    await expect(page).toHaveURL(`${desk.origin}${objection}`)
    await desk.open(`/subpoenas/${reference}`)
    await expect(laneOf(page, 'A')).toContainText('Stayed')
  })

  await test.step('the hold is over, and still nobody can release it', async () => {
    desk.setClock('2026-01-21 09:00')
    await department.lookAtInbox(reference)
    await department.sits('otherCustodian')
    await desk.open(`/subpoenas/${reference}/productions/1`)
    await fill('Reason, for the file', 'The hold is over.')
    await press('Release production 1')
    await refused('Objection 1 stays it until it has an outcome.')
  })

  await test.step('counsel lifts the stay with the outcome, and not without its paper', async () => {
    desk.setClock('2026-01-28 09:00')
    await department.sits('counsel')
    await desk.open(objection)
    await choose('Outcome', 'Denied: produce')
    await press('Record the outcome')
    await sees('A stay is lifted only by an outcome with its paper.')
    await file('The order or agreement', 'order.pdf', pdfOf('Order: the motion is denied'))
    await fill('What it means for the answer', 'Produce within seven days.')
    await press('Record the outcome')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await expect(laneOf(page, 'A')).toContainText('Denied: produce')
  })

  await test.step('now it is released', async () => {
    await department.lookAtInbox(reference)
    await department.sits('otherCustodian')
    await desk.open(`/subpoenas/${reference}/productions/1`)
    await fill('Reason, for the file', 'The motion was denied.')
    await press('Release production 1')
    await expect(page.getByRole('button', { name: 'Ship production 1' })).toBeVisible()
  })
})

test('one target had two holders and one had none: each is answered for itself', async ({ desk, page }) => {
  const { fill, press, choose, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2026-01-05 10:00',
    targets: ['1-323-555-0142', '1-323-555-0188'],
  })
  await department.accept(reference)
  await department.agree(reference, '2026-01-05')

  await test.step('the custodian splits A by time, and finds nobody behind B', async () => {
    await department.sits('custodian')
    await desk.open(`/subpoenas/${reference}/targets/1`)
    await fill('Periods, one a line', '1 to 14 October 2025\n15 to 31 October 2025')
    await press('Split A')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await desk.open(`/subpoenas/${reference}/targets/2`)
    await fill('What was searched', 'Accounts, porting and billing records since 2019, Pacific time')
    await press('Record that there is no subscriber')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await expect(laneOf(page, 'A')).toContainText('1 to 14 October 2025')
    await expect(laneOf(page, 'B')).toContainText('No subscriber')
    await expect(laneOf(page, 'C')).toContainText('15 to 31 October 2025, split from A')
  })

  await test.step('each holder gets a notice of their own', async () => {
    await department.find(reference, [1])
    await department.find(reference, [3], 'bo@subscriber.example')
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}/notice`)
    await press('Send all 2 by e-mail, each in its language')
    const [first, second] = [
      await desk.post.mailTo('ada@subscriber.example'),
      await desk.post.mailTo('bo@subscriber.example'),
    ]
    expect(first.text).toContain('1 to 14 October 2025')
    expect(first.text).not.toContain('15 to 31 October 2025')
    expect(second.text).toContain('15 to 31 October 2025')
  })

  await test.step('the custodian prepares the letter that there is nothing of B', async () => {
    await department.sits('custodian')
    await desk.open(`/subpoenas/${reference}/production`)
    await expect(page.getByRole('group', { name: '15 to 31 October 2025' })).toContainText('U-00002')
    await press('Prepare the no-records letter')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}/productions/1`)
  })

  await test.step('it waits as long as an answer would, or it would tell which accounts exist', async () => {
    desk.setClock('2026-01-16 09:00')
    await department.lookAtInbox(reference)
    await department.sits('otherCustodian')
    await desk.open(`/subpoenas/${reference}/productions/1`)
    await fill('Reason, for the file', 'Nothing was found.')
    await press('Release production 1')
    await at(page).refused('sooner, it would tell which accounts exist')
  })

  await test.step('then it goes by e-mail and describes the search', async () => {
    desk.setClock('2026-01-21 09:00')
    await department.lookAtInbox(reference)
    await department.sits('otherCustodian')
    await desk.open(`/subpoenas/${reference}/productions/1`)
    await fill('Reason, for the file', 'Nothing was found.')
    await press('Release production 1')
    await choose('How', 'E-mail')
    await press('Ship production 1')
    const mail = await desk.post.mailTo('accounts@oakhursttarn.example', /no records/i)
    expect(mail.text).toContain('1-323-555-0188')
    expect(mail.text?.replace(/\s+/g, ' ')).toContain('Accounts, porting and billing records since 2019')
    expect(mail.text).not.toContain('Lindqvist')
    await desk.open(`/subpoenas/${reference}`)
    await sees('Released')
  })
})

test('a check for less, a credit memo and a check for more: the balance follows', async ({ desk, page }) => {
  const { fill, press, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({ received: '2026-01-05 10:00' })
  await department.tell(reference)
  await department.research(reference, 90, '2026-01-05')
  await department.prepare(reference, 8)
  desk.setClock('2026-01-21 09:00')
  await department.lookAtInbox(reference)
  await department.release(reference, 1)
  await department.ship(reference, 1)
  const number = await department.invoice(reference)
  await department.receipt(number, '2026-01-21')
  const money = page.getByRole('table', { name: 'Money of this invoice' })

  await test.step('a check for less leaves the rest to pay', async () => {
    await department.sits('billing')
    await desk.open(`/invoices/${number}/payment`)
    await fill('Check number', '10442')
    await fill('Amount', '100.00')
    await press('Record the check')
    await expect(page).toHaveURL(`${desk.origin}/invoices/${number}`)
    await sees('left of $159.00')
    await expect(money.getByRole('row').last()).toContainText('$59.00')
  })

  await test.step('a credit memo takes off what should not have been asked for, as a paper of its own', async () => {
    await desk.open(`/invoices/${number}/credit-memo`)
    await fill('Amount to take off', '200')
    await fill('Why, as the paper will say it', 'Nine dollars were charged twice.')
    await press('Issue the credit memo')
    await expect(page.getByRole('alert').or(page.locator('.field-error')).first()).toBeVisible()
    await fill('Amount to take off', '9')
    await press('Issue the credit memo')
    await expect(page).toHaveURL(`${desk.origin}/invoices/${number}`)
    await expect(money.getByRole('row').last()).toContainText('$50.00')
    const mail = await desk.post.mailTo('accounts@oakhursttarn.example', /CM-2026-00001/)
    const said = await readBack(page, /CM-2026-00001|Credit memo CM/)
    for (const words of [said, await textOfPdf(mail.attachments[0]?.content ?? Buffer.alloc(0))]) {
      expect(words).toContain('CM-2026-00001')
      expect(words).toContain('$9.00')
      expect(words).toContain('Nine dollars were charged twice.')
      expect(words).not.toContain('Lindqvist')
    }
  })

  await test.step('a check for more pays it, and what is over stays theirs', async () => {
    await desk.open(`/invoices/${number}/payment`)
    await fill('Check number', '10443')
    await fill('Amount', '60')
    await press('Record the check')
    await expect(page).toHaveURL(`${desk.origin}/invoices/${number}`)
    await sees('Nothing is left to pay')
    await sees('is on no invoice yet')
    await page.getByRole('link', { name: 'P-00002' }).click()
    await sees('$10.00 on no invoice yet')
  })

  await test.step('the same check number twice is asked about', async () => {
    await desk.open(`/invoices/${number}/payment`)
    await fill('Check number', '10443')
    await fill('Amount', '60')
    await press('Record the check')
    await expect(page).toHaveURL(`${desk.origin}/invoices/${number}/payment`)
  })
})

test('a search warrant goes to counsel without notice or hold, and is closed by referral', async ({
  desk,
  page,
}) => {
  const { fill, choose, press, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2026-01-05 10:00',
    processType: 'search-warrant',
    caption: 'In re Marlowe',
  })

  await test.step('intake assigns it and leaves a note', async () => {
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}/assign`)
    await choose('Assigned to', 'Wilma Halloway')
    await press('Assign')
    await sees('Wilma Halloway looks after it')
    await desk.open(`/subpoenas/${reference}/note`)
    await fill('Note', 'Detective Larch telephones on Thursday.')
    await press('Add the note')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await sees('Detective Larch telephones on Thursday.')
  })

  await test.step('counsel finds it on Today, and refers it', async () => {
    await department.sits('counsel')
    await desk.open('/today')
    await page.getByRole('link', { name: 'Refer it' }).click()
    await fill('To whom it goes, and why', 'Outside counsel, Alder & Rowe: a criminal matter.')
    await press('Refer it')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await sees('Not for this desk')
  })

  await test.step('nobody was told, nothing runs, and the history says so', async () => {
    expect(desk.post.taken).toEqual([])
    await desk.open(`/history?subpoena=${reference}`)
    await sees('Referred the paper: not for this desk')
    await expect(page.getByText(/^Sends notice/)).toHaveCount(0)
    await desk.open('/today')
    await expect(page.getByRole('link', { name: reference })).toHaveCount(0)
  })
})
