import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { requesterFilter, requestersAddress } from '#lib/requester/list_filter.ts'
import { addCharge } from '../commands/charge.ts'
import { issueInvoice } from '../commands/invoice/issue.ts'
import { recordPayment } from '../commands/payment/record.ts'
import { addContact, addRequester } from '../commands/requester.ts'
import { owedBy } from '../invoices.ts'
import { requesterRow } from '../requesters.ts'
import { subpoenas } from '../schema.ts'
import { caseInTest } from '../testing/case.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader, tx } from '../tx.ts'
import { isThereFor } from './numbered_thing.ts'
import { papersOnPage, requesterPage } from './requesters.ts'
import { requestersList } from './requesters_list.ts'

let office: TestOffice
const firms = new Map<string, string>()
const day = calendarDate
const all = requesterFilter({})

/** Sable Finch owes $194.00 on two invoices and paid a third; Åkerlund owes $25.00; others nothing. */
beforeAll(async () => {
  office = await testOffice('2026-01-22 10:00')
  for (const name of ['Sable Finch LLP', 'Åkerlund & Kim_Park 100%', 'Quillmark Law Group']) {
    const added = await addRequester(office.actors.intake, {
      name,
      email: 'desk@firm.example',
      note: 'Pays late.',
    })
    if (added.ok) firms.set(name, added.value.number)
  }
  await billed('Sable Finch LLP', 15900)
  await billed('Sable Finch LLP', 3500)
  await billed('Åkerlund & Kim_Park 100%', 2500)
  await paidInFull('Sable Finch LLP', 9000)
  await addContact(office.actors.intake, { number: sable(), name: 'Corwin Ashgrove', barNumber: '999311' })
  for (let n = 0; n < papersOnPage; n++) await caseInTest({ requester: sable(), caption: `Doe ${n} v. Roe` })
})
afterAll(() => office.close())

const numberOf = (name: string) => firms.get(name) ?? ''
const sable = () => numberOf('Sable Finch LLP')

async function billed(name: string, amount: number): Promise<string> {
  const { billing } = office.actors
  const { reference } = await caseInTest({ requester: numberOf(name), targets: ['subscriber', 'subscriber'] })
  const line = { reference, kind: 'other', workedOn: day('2026-01-20'), description: 'Copies' } as const
  await addCharge(billing, { ...line, cents: cents(amount) })
  const done = await issueInvoice(billing, { reference })
  if (!done.ok) throw new Error(done.refusal.sentence)
  return done.value.number
}

async function paidInFull(name: string, amount: number): Promise<void> {
  const first = await billed(name, amount)
  const check = {
    requester: numberOf(name),
    payer: name,
    checkNumber: '10442',
    receivedOn: day('2026-01-22'),
  }
  const paid = await recordPayment(office.actors.billing, { ...check, cents: cents(amount), first })
  expect(paid.ok).toBe(true)
}

const names = async (asked: Parameters<typeof requesterFilter>[0], actor = office.actors.counsel) =>
  (await requestersList(actor, requesterFilter(asked))).rows.map(({ name }) => name)

describe('the list of requesters', () => {
  test('is by name, with what each served and owes', async () => {
    const { rows, total } = await requestersList(office.actors.counsel, all)
    expect(total).toBe(3)
    expect(rows.map(({ name, papers, owed }) => [name, papers, owed])).toEqual([
      ['Quillmark Law Group', 0, 0],
      ['Sable Finch LLP', 23, 19400],
      ['Åkerlund & Kim_Park 100%', 1, 2500],
    ])
  })

  test('of who owe is the most first, each with the sum of the invoices behind it', async () => {
    const { rows } = await requestersList(office.actors.billing, { ...all, owing: true })
    expect(rows.map(({ name }) => name)).toEqual(['Sable Finch LLP', 'Åkerlund & Kim_Park 100%'])
    for (const { number, owed } of rows) {
      const row = await requesterRow(reader(), number)
      const open = await owedBy(reader(), row?.id ?? 0)
      expect(owed).toBe(open.reduce((sum, one) => sum + one.balance, 0))
    }
  })

  test.each([
    ['sable', ['Sable Finch LLP']],
    ['finch SABLE', ['Sable Finch LLP']],
    ['åkerlund', ['Åkerlund & Kim_Park 100%']],
    ['100%', ['Åkerlund & Kim_Park 100%']],
    ['_', ['Åkerlund & Kim_Park 100%']],
    ['R-00003', ['Quillmark Law Group']],
    ['%', ['Åkerlund & Kim_Park 100%']],
    ["' OR 1=1 --", []],
    ['Pays late', []],
  ])('for “%s” is %o', async (text, expected) => {
    expect(await names({ text })).toEqual(expected)
  })

  test('ends at its last page', async () => {
    expect((await requestersList(office.actors.intake, { ...all, page: 99 })).filter.page).toBe(1)
  })

  test('is read back from its address', () => {
    const filter = { text: 'Åker & Co', owing: true, page: 3 }
    const { searchParams } = new URL(requestersAddress(filter, { page: 3 }), 'http://desk.test')
    expect(requesterFilter(Object.fromEntries(searchParams))).toEqual(filter)
  })
})

describe('a requester’s page', () => {
  test('has its people, its papers by the page, its open invoices and its payments', async () => {
    const first = await requesterPage(office.actors.counsel, sable())
    expect(first).toMatchObject({
      requester: { name: 'Sable Finch LLP' },
      contacts: [{ name: 'Corwin Ashgrove', barNumber: '999311' }],
      papers: { total: 23, page: 1 },
      money: { invoices: { owed: 19400 }, payments: [{ checkNumber: '10442', cents: 9000, left: 0 }] },
    })
    const last = await requesterPage(office.actors.counsel, sable(), 77)
    expect(last?.papers.page).toBe(2)
    const seen = [...(first?.papers.served ?? []), ...(last?.papers.served ?? [])]
    expect(new Set(seen.map(({ reference }) => reference)).size).toBe(23)
  })

  test('counts as theirs what they pay for another', async () => {
    const other = await caseInTest({ requesterName: 'Oakhurst Tarn LLP' })
    const quillmark = await requesterRow(reader(), numberOf('Quillmark Law Group'))
    await tx(async (tx) => {
      await tx
        .update(subpoenas)
        .set({ billToId: quillmark?.id ?? 0 })
        .where(eq(subpoenas.id, other.id))
    })
    const page = await requesterPage(office.actors.intake, numberOf('Quillmark Law Group'))
    expect(page?.papers.served?.map(({ reference }) => reference)).toEqual([other.reference])
  })

  test('is null where there is none', async () => {
    expect(await requesterPage(office.actors.counsel, 'R-99999')).toBeNull()
    expect(await requesterPage(office.actors.counsel, "R-00001' OR '1'='1")).toBeNull()
  })
})

describe('by role', () => {
  test('billing sees caption, case number and how the money stands of a paper, and nothing else of it', async () => {
    const page = await requesterPage(office.actors.billing, sable())
    expect(page?.papers.served).toBeNull()
    for (const one of page?.papers.billed ?? []) {
      expect(Object.keys(one).sort()).toEqual(['billing', 'caption', 'caseNumber', 'key'])
    }
    expect(JSON.stringify(page)).not.toMatch(/555-01|Lindqvist|subscriber\.example|7731|on-hold|to-review/)
  })

  test.each(['intake', 'custodian'] as const)('%s sees papers and no money', async (role) => {
    const page = await requesterPage(office.actors[role], sable())
    expect(page?.money).toBeNull()
    expect(page?.papers.served?.[0]).toMatchObject({ billing: null })
    const { rows } = await requestersList(office.actors[role], { ...all, owing: true })
    expect(rows.map(({ owed }) => owed)).toEqual(rows.map(() => null))
    expect(rows.length).toBeGreaterThan(2)
  })

  test('an administrator sees neither list nor page', async () => {
    const { administrator } = office.actors
    await expect(requestersList(administrator, all)).rejects.toThrow(NotAllowed)
    await expect(requesterPage(administrator, sable())).rejects.toThrow(NotAllowed)
  })
})

describe('a search by number', () => {
  const subpoena = { noun: 'subpoena', number: 'S-2026-00001' } as const
  const invoice = { noun: 'invoice', number: 'INV-2026-00001' } as const
  const requester = { noun: 'requester', number: 'R-00001' } as const
  test.each([
    ['counsel', [true, true, true]],
    ['intake', [true, false, true]],
    ['billing', [false, true, true]],
    ['administrator', [false, false, false]],
  ] as const)('leads %s to what they may open', async (role, may) => {
    const led: boolean[] = []
    for (const one of [subpoena, invoice, requester]) led.push(await isThereFor(office.actors[role], one))
    expect(led).toEqual(may)
  })

  test('leads nowhere where there is nothing', async () => {
    for (const one of [subpoena, invoice, requester]) {
      const number = one.number.replace('0001', '9999')
      expect(await isThereFor(office.actors.counsel, { ...one, number })).toBe(false)
    }
  })
})
