/** Whole stories of the trade with their dates and totals: what is particular to each is done at the screen. */
import { pdfOf } from '#db/testing/upload.ts'
import { verifyOffice } from '#db/verify.ts'
import { Department } from './arranged/department.ts'
import { type Desk, expect, test } from './desk.ts'
import { at } from './hands.ts'

test.afterEach(async ({ desk }) => {
  expect(desk.printed).not.toContain('failed and will try again')
  expect(await verifyOffice()).toMatchObject({ fault: null })
})

/** Billing reads the total, issues the invoice and records its receipt, and the screen says when it is due. */
async function billed(
  desk: Desk,
  department: Department,
  story: { reference: string; total: string; received: string; due: string },
): Promise<void> {
  const { press, choose, fill, sees } = at(desk.page)
  await department.sits('billing')
  await desk.open(`/subpoenas/${story.reference}/invoice`)
  await sees(story.total)
  await press('Issue the invoice')
  await expect(desk.page).toHaveURL(/\/invoices\/INV-\d{4}-00001\/send$/)
  const address = new URL(desk.page.url()).pathname.replace('/send', '')
  desk.setClock(`${story.received} 10:00`)
  await department.sits('billing')
  await desk.open(`${address}/receipt`)
  await fill('Received on', story.received)
  await choose('How we know', 'FedEx delivered it')
  await press('Record the receipt')
  await desk.open(address)
  await expect(desk.page.getByRole('heading', { name: 'Due' }).locator('../..')).toContainText(story.due)
  await sees(story.total)
}

/** Another custodian than who prepared it asks for the release. */
async function releaseAsked(desk: Desk, department: Department, reference: string): Promise<void> {
  const { fill, press } = at(desk.page)
  await department.lookAtInbox(reference)
  await department.sits('otherCustodian')
  await desk.open(`/subpoenas/${reference}/productions/1`)
  await fill('Reason, for the file', 'The hold is over and nothing stands against it.')
  await press('Release production 1')
}

async function shipped(desk: Desk, reference: string): Promise<void> {
  const { fill, press, sees } = at(desk.page)
  await desk.open(`/subpoenas/${reference}/productions/1`)
  await fill('Tracking number', '8817 0042 1190')
  await press('Ship production 1')
  await desk.open(`/subpoenas/${reference}/productions/1`)
  await sees('8817 0042 1190')
}

test('a leap day is the last day of the hold', async ({ desk, page }) => {
  const { refused } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2028-02-15 10:00',
    court: 'D. Ariz.',
    caseNumber: '2:28-cv-99014',
  })
  await department.tell(reference)
  await department.research(reference, 54, '2028-02-15')
  await department.prepare(reference, 5)

  await test.step('the hold ends on the leap day, and release opens on the day after', async () => {
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}`)
    const row = page.getByRole('row').filter({ hasText: '1-323-555-0142' })
    await expect(row).toContainText('to Tue 29 Feb')
    await expect(row).toContainText('opens Wed 1 Mar')
  })

  await test.step('on the leap day nobody can release it', async () => {
    desk.setClock('2028-02-29 23:00')
    await releaseAsked(desk, department, reference)
    await refused('release opens on Wednesday, March 1, 2028')
  })

  await test.step('on March 1 it is released and shipped', async () => {
    desk.setClock('2028-03-01 08:00')
    await releaseAsked(desk, department, reference)
    await shipped(desk, reference)
  })

  await test.step('the invoice is $104.25, and due on Friday, March 17', async () => {
    await billed(desk, department, { reference, total: '$104.25', received: '2028-03-02', due: 'Fri 17 Mar' })
  })
})

test('a court order opens the release sooner, once another counsel has approved it', async ({
  desk,
  page,
}) => {
  const { fill, tick, press, file, refused, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2026-07-07 10:00',
    processType: 'court-order',
    court: 'Orange Co.',
    caseNumber: '30-2026-01999019-CU-DF-CJC',
    compliance: '2026-07-13',
  })
  await department.tell(reference)
  await department.research(reference, 180, '2026-07-07')
  await department.prepare(reference, 40)
  const request = `/subpoenas/${reference}/early-releases/1`

  await test.step('counsel asks for it, with the order', async () => {
    await department.sits('counsel')
    await desk.open(`/subpoenas/${reference}`)
    await sees('to Tue 21 Jul')
    await desk.open(`/subpoenas/${reference}/early-release`)
    await tick('Court order')
    await fill('Release opens on', '7/10')
    await fill('Why', 'The order says by Monday 13 July.')
    await press('Ask counsel')
    await sees('One field needs another look.')
    await file('Its paper', 'order.pdf', pdfOf('Order, 30-2026-01999019-CU-DF-CJC'))
    await press('Ask counsel')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
  })

  await test.step('who asked does not approve it, also not from a page that another left open', async () => {
    await desk.open(request)
    await sees('another counsel decides')
    await expect(page.getByRole('button', { name: 'Approve the early release' })).toHaveCount(0)
    await department.sits('otherCounsel')
    await desk.open(request)
    await fill('Why it is approved', 'I asked for it.')
    await department.sits('counsel')
    await press('Approve the early release')
    await refused('Who asked for it does not decide it')
  })

  await test.step('another counsel approves it', async () => {
    await department.sits('otherCounsel')
    await desk.open(request)
    await fill('Why it is approved', 'The order is on file.')
    await press('Approve the early release')
    await desk.open(`/subpoenas/${reference}`)
    await sees('to Tue 21 Jul')
    await expect(page.getByRole('row').filter({ hasText: '1-323-555-0142' })).toContainText(
      'opens early, Fri 10 Jul',
    )
  })

  await test.step('it opens on the day that the order gives, and no day sooner', async () => {
    desk.setClock('2026-07-09 16:00')
    await releaseAsked(desk, department, reference)
    await refused('release opens on Friday, July 10, 2026')
    desk.setClock('2026-07-10 09:00')
    await department.sits('otherCustodian')
    await desk.open(`/subpoenas/${reference}`)
    await sees('opened early, by release 1')
    await releaseAsked(desk, department, reference)
    await shipped(desk, reference)
  })

  await test.step('the invoice is $302.00, and due on Wednesday, July 29', async () => {
    await billed(desk, department, { reference, total: '$302.00', received: '2026-07-14', due: 'Wed 29 Jul' })
  })
})

test('the verified consent of the subscriber ends the hold on the day it is approved', async ({
  desk,
  page,
}) => {
  const { fill, tick, press, file, choose, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2026-10-22 10:00',
    court: 'E.D. Cal.',
    caseNumber: '2:26-cv-99033',
  })
  await department.tell(reference)
  await department.research(reference, 45, '2026-10-22')
  await department.prepare(reference, 6)

  await test.step('the hold would run over the end of summer time to November 5', async () => {
    await department.sits('custodian')
    await desk.open(`/subpoenas/${reference}`)
    const row = page.getByRole('row').filter({ hasText: '1-323-555-0142' })
    await expect(row).toContainText('to Thu 5 Nov')
    await expect(row).toContainText('opens Fri 6 Nov')
  })

  await test.step('the custodian takes the consent in, which counts once it is verified', async () => {
    desk.setClock('2026-10-26 10:00')
    await department.sits('custodian')
    await desk.open(`/subpoenas/${reference}/early-release`)
    await tick('The subscriber’s verified consent')
    await file('Its paper', 'consent.pdf', pdfOf('Consent of the subscriber'))
    await fill('Why', 'Signed, and checked against the account.')
    await press('Ask counsel')
    await sees('Consent counts once it is verified')
    await tick('It was verified that the consent is the subscriber’s.')
    await press('Ask counsel')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
  })

  await test.step('counsel approves it, and it leaves on the same day by e-mail', async () => {
    await department.sits('counsel')
    await desk.open(`/subpoenas/${reference}/early-releases/1`)
    await fill('Why it is approved', 'It is theirs.')
    await press('Approve the early release')
    await releaseAsked(desk, department, reference)
    await desk.open(`/subpoenas/${reference}/productions/1`)
    await choose('How', 'E-mail')
    await press('Ship production 1')
    const mail = await desk.post.mailTo('accounts@oakhursttarn.example', new RegExp(reference))
    expect(mail.attachments.length).toBeGreaterThan(0)
  })

  await test.step('the invoice is $69.00, and due on Tuesday, November 10', async () => {
    await billed(desk, department, { reference, total: '$69.00', received: '2026-10-26', due: 'Tue 10 Nov' })
  })
})

test('a paper is withdrawn: the subscriber is told, nothing leaves, and the work is billed', async ({
  desk,
  page,
}) => {
  const { fill, press, file, refused, sees } = at(page)
  const department = await Department.at(desk)
  const reference = await department.log({
    received: '2026-12-11 10:00',
    court: 'L.A. Super.',
    caseNumber: '26STCP99034',
  })
  await department.tell(reference)
  await department.research(reference, 60, '2026-12-11')
  await department.prepare(reference, 3)

  await test.step('intake records the withdrawal with its paper', async () => {
    desk.setClock('2026-12-21 10:00')
    await department.sits('intake')
    await desk.open(`/subpoenas/${reference}`)
    await sees('to Mon 28 Dec')
    await desk.open(`/subpoenas/${reference}/withdraw`)
    await sees('U-00001 will be told')
    await file('The written withdrawal', 'withdrawal.pdf', pdfOf('We withdraw the subpoena.'))
    await fill('Why, as far as they said', 'The parties settled.')
    await press('Record the withdrawal')
    await expect(page).toHaveURL(`${desk.origin}/subpoenas/${reference}`)
    await sees('Withdrawn: nothing leaves')
  })

  await test.step('the subscriber is told, and the mail says nothing that the subject could give away', async () => {
    const told = await desk.post.mailTo('ada@subscriber.example', /withdrawn/i)
    expect(told.text).toContain('26STCP99034')
    expect(told.subject).not.toContain('Lindqvist')
  })

  await test.step('what was prepared cannot be released any more', async () => {
    await releaseAsked(desk, department, reference)
    await refused('The subpoena was withdrawn.')
  })

  await test.step('the hour of work is billed: $90.00, due on Wednesday, January 6, 2027', async () => {
    desk.setClock('2026-12-22 10:00')
    const story = { reference, total: '$90.00', received: '2026-12-22', due: 'Wed 6 Jan 2027' }
    await billed(desk, department, story)
  })
})
