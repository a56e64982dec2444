import { addRequester, changeRequester } from '#db/commands/requester.ts'
import { expect, test } from './desk.ts'

test('of two who change one requester the second sees both versions, and nothing is lost', async ({
  desk,
}) => {
  const { page } = desk
  const clerk = await desk.signInAs('Sunniva Aldana', 'intake')
  const colleague = await desk.person('Wren Halloway', 'intake')
  await addRequester(clerk, { name: 'Quillmark Law Group', phone: '1-213-555-0100' })
  await desk.open('/requesters/R-00001/edit')
  await changeRequester(colleague, {
    ...{ number: 'R-00001', version: 1, name: 'Quillmark Law Group' },
    phone: '1-213-555-0111',
  })

  await page.getByLabel('Telephone').fill('1-213-555-0222')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').first()).toContainText('while you had it open')
  await expect(page.getByText('On file now: 1-213-555-0111')).toBeVisible()
  await expect(page.getByLabel('Telephone')).toHaveValue('1-213-555-0222')

  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page).toHaveURL(`${desk.origin}/requesters/R-00001`)
  await expect(page.getByText('1-213-555-0222')).toBeVisible()
})

test.describe('before scripts arrive', () => {
  test.use({ javaScriptEnabled: false })

  test('a requester and a contact are added, found and changed', async ({ desk }) => {
    const { page } = desk
    await desk.signInAs('Sunniva Aldana', 'intake')
    await desk.open('/requesters')
    await expect(page.getByText('Nobody has served a paper yet.')).toBeVisible()
    await page.getByRole('link', { name: 'New requester' }).click()
    await page.getByRole('button', { name: 'Add the requester' }).click()
    await expect(page.getByText('This is needed.')).toBeVisible()
    await page.getByLabel('Firm or person').fill('Sable Finch LLP')
    await page.getByLabel('Address').fill('2210 Juniper Terrace\nPhoenix, AZ 85004')
    await page.getByRole('button', { name: 'Add the requester' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sable Finch LLP')

    await page.getByRole('link', { name: 'Add a contact' }).click()
    await page.getByLabel('Name').fill('Corwin Ashgrove')
    await page.getByRole('button', { name: 'Add the contact' }).click()
    await expect(page.getByText('Corwin Ashgrove')).toBeVisible()

    await desk.open('/requesters?text=sable')
    await page.getByRole('link', { name: 'Sable Finch LLP' }).click()
    await page.getByRole('link', { name: 'Change' }).click()
    await page.getByLabel('Attention').fill('Attn: Accounts Payable')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Attn: Accounts Payable')).toBeVisible()
  })
})
