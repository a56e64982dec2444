import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contacts, history, requesters } from '../schema.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader } from '../tx.ts'
import { addContact, addRequester, changeRequester } from './requester.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

const firm = {
  name: 'Oakhurst Tarn LLP',
  attention: 'Attn: Accounts Payable',
  address: '4120 Harrowgate Street, Suite 900\nLos Angeles, CA 90010',
  email: 'accounts@oakhursttarn.example',
  phone: '1-213-555-0100',
  fax: '',
  note: '',
}

async function added(name = firm.name): Promise<string> {
  const result = await addRequester(office.actors.intake, { ...firm, name })
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value.number
}

const rowOf = async (number: string) =>
  (await reader().select().from(requesters).where(eq(requesters.number, number)))[0]

describe('a requester', () => {
  test('is added under the next number, as typed', async () => {
    const number = await added()
    expect(number).toMatch(/^R-\d{5}$/)
    expect(await rowOf(number)).toMatchObject({ ...firm, number, namePrinted: null, version: 1 })
  })

  test.each(['"><img src=x onerror=alert(1)>', '김철수 v. Åström', '=HYPERLINK("http://x")'])(
    'named %s keeps those characters',
    async (name) => {
      expect(await rowOf(await added(name))).toMatchObject({ name })
    },
  )

  test('whose name cannot be printed is refused beside its field until the printed form is there', async () => {
    const name = 'Kancelaria 𓀀 & Co.'
    const refused = await addRequester(office.actors.intake, { ...firm, name })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: 'no-glyph', field: 'name', characters: '𓀀' },
    })
    const printed = await addRequester(office.actors.intake, {
      ...firm,
      name,
      namePrinted: 'Kancelaria & Co.',
    })
    expect(printed).toMatchObject({ ok: true })
    if (printed.ok)
      expect(await rowOf(printed.value.number)).toMatchObject({ name, namePrinted: 'Kancelaria & Co.' })
  })

  test.each([
    { field: 'email', typed: { email: 'a@example.test, b@example.test' } },
    { field: 'email', typed: { email: 'a@example.test\r\nBcc: all@example.test' } },
    { field: 'name', typed: { name: 'Oakhurst\u0000' } },
    { field: 'name', typed: { name: ' ' } },
    { field: 'address', typed: { address: 'x'.repeat(601) } },
  ])('with a bad $field is refused with a sentence beside it', async ({ field, typed }) => {
    const refused = await addRequester(office.actors.intake, { ...firm, ...typed })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: 'not-understood', fields: { [field]: expect.stringMatching(/\.$/) } },
    })
  })

  test('edited by two people: the first wins, the second sees both versions and can save again', async () => {
    const number = await added('Quillmark Law Group')
    const first = await changeRequester(office.actors.intake, {
      ...firm,
      number,
      version: 1,
      phone: '1-213-555-0111',
    })
    expect(first).toMatchObject({ ok: true, value: { version: 2 } })
    const second = { ...firm, number, version: 1, phone: '1-213-555-0222' }
    const refused = await changeRequester(office.actors.intake, second)
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: 'edited-meanwhile', version: 2, fields: { phone: 'On file now: 1-213-555-0111' } },
    })
    const saved = await changeRequester(office.actors.intake, { ...second, version: 2 })
    expect(saved).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await rowOf(number)).toMatchObject({ phone: '1-213-555-0222', version: 3 })
  })

  test('gets contacts', async () => {
    const number = await added('Tidewrack Legal')
    const contact = {
      name: 'Corwin Ashgrove',
      email: 'cashgrove@tidewrack.example',
      phone: '',
      barNumber: '999311',
    }
    expect(await addContact(office.actors.intake, { number, ...contact })).toMatchObject({ ok: true })
    const row = await rowOf(number)
    const rows = await reader()
      .select()
      .from(contacts)
      .where(eq(contacts.requesterId, row?.id ?? 0))
    expect(rows).toMatchObject([contact])
    expect(await addContact(office.actors.intake, { number: 'R-99999', ...contact })).toMatchObject({
      refusal: { kind: 'no-such-requester' },
    })
  })

  test('is not added by a billing clerk, and every change stands in the history', async () => {
    expect(await addRequester(office.actors.billing, firm)).toMatchObject({
      refusal: { kind: 'not-permitted' },
    })
    const told = await reader().select({ command: history.command }).from(history)
    expect(told.filter(({ command }) => command === 'change-requester')).toHaveLength(2)
  })
})
