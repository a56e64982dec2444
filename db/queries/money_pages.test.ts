import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { type InvoiceFilter, invoiceFilter, invoicesAddress } from '#lib/billing/list_filter.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { addCharge } from '../commands/charge.ts'
import { issueCreditMemo } from '../commands/credit_memo.ts'
import { issueInvoice } from '../commands/invoice/issue.ts'
import { recordInvoiceReceipt } from '../commands/invoice/receipt.ts'
import { sendInvoice } from '../commands/invoice/send.ts'
import { recordPayment } from '../commands/payment/record.ts'
import { recordShipmentDelivered } from '../commands/shipment.ts'
import { askWriteOff } from '../commands/write_off.ts'
import { caseInTest } from '../testing/case.ts'
import { DeskInTest, done } from '../testing/desk.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { invoicePage } from './invoice_page.ts'
import { invoicesList, unpaidInvoices } from './invoices_list.ts'
import { invoicesOf } from './invoices_of.ts'
import { paymentPage, paymentsOf } from './payments.ts'

let office: TestOffice
const day = calendarDate
const all = invoiceFilter({ state: 'all' })

/** Five invoices on 22 January, of two payers: overdue, due, not received, paid, and a fifth that is partly paid. */
beforeAll(async () => {
  office = await testOffice('2026-01-05 10:00')
  const { billing } = office.actors
  const tarn = await caseInTest({ requesterName: 'Oakhurst Tarn LLP' })
  const owing = { requester: tarn.requester }
  const cases = [
    tarn,
    await caseInTest({ ...owing, caption: 'Hanbit Trading v. 김철수' }),
    await caseInTest({ ...owing, caption: '100% Vellum v. Doe_3' }),
    await caseInTest({ requesterName: 'Sable Finch LLP', caption: 'Halden Freight v. Doe 4' }),
    await caseInTest({ ...owing, caption: 'In re Marlowe Trust' }),
  ]
  for (const [index, { reference }] of cases.entries()) {
    const line = { reference, kind: 'other', workedOn: day('2026-01-05'), description: 'Copies' } as const
    done(await addCharge(billing, { ...line, cents: cents((index + 1) * 10_000) }))
    done(await issueInvoice(billing, { reference }))
  }
  const number = (sequence: number) => `INV-2026-0000${sequence}`
  for (const sequence of [1, 2, 4, 5]) {
    const sent = { number: number(sequence), method: 'by-hand' } as const
    done(await sendInvoice(billing, sent))
    const receivedOn = day('2026-01-05')
    done(await recordInvoiceReceipt(billing, { number: number(sequence), receivedOn, basis: 'by-hand' }))
  }
  office.clock.set('2026-01-20 10:00')
  const again = {
    receivedOn: day('2026-01-15'),
    basis: 'stated-by-requester',
    reason: 'They wrote so',
  } as const
  done(await recordInvoiceReceipt(billing, { number: number(2), ...again }))
  done(await recordInvoiceReceipt(billing, { number: number(5), ...again }))
  const check = { payer: 'Payer', receivedOn: day('2026-01-20') }
  const finch = cases[3]?.requester ?? ''
  done(await recordPayment(billing, { ...check, requester: finch, checkNumber: '7', cents: cents(45_000) }))
  const part = { requester: tarn.requester, checkNumber: '10442', cents: cents(30_000), first: number(5) }
  done(await recordPayment(billing, { ...check, ...part }))
  done(await issueCreditMemo(billing, { invoice: number(5), cents: cents(500), reason: 'A page too many' }))
  done(await askWriteOff(billing, { invoice: number(1), reason: 'Gone' }))
  office.clock.set('2026-01-22 10:00')
})
afterAll(() => office.close())

const list = (changes: Partial<InvoiceFilter> = {}) =>
  invoicesList(office.actors.billing, { ...all, ...changes })
const numbersOf = (rows: readonly { number: string }[]) => rows.map((row) => Number(row.number.slice(-1)))

describe('the list of invoices', () => {
  test.each([
    { state: 'open', numbers: [1, 2, 5, 3] },
    { state: 'overdue', numbers: [1] },
    { state: 'due', numbers: [2, 5] },
    { state: 'awaiting-receipt', numbers: [3] },
    { state: 'settled', numbers: [4] },
    { state: 'all', numbers: [5, 4, 3, 2, 1] },
  ] as const)('of those $state', async ({ state, numbers }) => {
    const { rows, counts } = await list({ state })
    expect(numbersOf(rows)).toEqual(numbers)
    expect(counts[state]).toBe(numbers.length)
  })

  test('says what is owed and how much of it is overdue', async () => {
    const { owed, overdue } = await list()
    expect([owed, overdue]).toEqual([10_000 + 20_000 + 30_000 + 19_500, 10_000])
  })

  test.each([
    { text: 'INV-2026-00002', numbers: [2] },
    { text: '김철수', numbers: [2] },
    { text: '100%', numbers: [3] },
    { text: 'doe_', numbers: [3] },
    { text: 'sable halden', numbers: [4] },
    { text: 'nobody', numbers: [] },
  ])('finds “$text”', async ({ text, numbers }) => {
    expect(numbersOf((await list({ text })).rows)).toEqual(numbers)
  })

  test('of one payer names them', async () => {
    const { rows, requester } = await list({ requester: 'R-00002' })
    expect(requester).toBe('Sable Finch LLP')
    expect(numbersOf(rows)).toEqual([4])
  })

  test('a page after the last one is the last one', async () => {
    expect((await list({ page: 9 })).filter.page).toBe(1)
  })

  test('the same rows are those of the subpoena, and of what is unpaid', async () => {
    const { invoices } = await invoicesOf(office.actors.counsel, 'S-2026-00005')
    expect(invoices).toMatchObject([{ state: 'due', balance: 19_500, dueOn: '2026-01-30' }])
    expect(numbersOf(await unpaidInvoices(office.actors.auditor))).toEqual([1, 2, 5, 3])
  })

  test('an address holds the filter, and what is not understood is left out', () => {
    const filter = { ...all, text: 'a b', requester: 'R-00002', page: 3 }
    const address = new URL(invoicesAddress(filter, { page: 3 }), 'http://desk.test')
    expect(invoiceFilter(Object.fromEntries(address.searchParams))).toEqual(filter)
    expect(invoiceFilter({ state: 'stolen', page: '0', requester: 'x' })).toEqual({
      ...{ state: 'open', requester: null, text: '', page: 1 },
    })
    expect(invoicesAddress(invoiceFilter({}))).toBe('/invoices')
  })
})

describe('one invoice', () => {
  const page = async (sequence: number, actor = office.actors.billing) =>
    invoicePage(actor, `INV-2026-0000${sequence}`)

  test('tells its money in order, with what was left after each', async () => {
    const invoice = await page(5)
    expect(invoice?.money).toMatchObject([
      { what: 'Issued', amount: 50_000, balance: 50_000 },
      { what: 'Check 10442', amount: -30_000, balance: 20_000, payment: 'P-00002' },
      { what: 'Credit memo CM-2026-00001', amount: -500, balance: 19_500, under: 'A page too many' },
    ])
    expect(invoice?.money.at(-1)?.balance).toBe(invoice?.balance)
    expect(invoice).toMatchObject({
      state: 'due',
      overdueFrom: '2026-01-31',
      dueDays: 15,
      pages: 1,
      lines: 1,
    })
  })

  test('keeps both records of its receipt, with the reasons of its due day', async () => {
    expect((await page(2))?.receipts).toMatchObject([
      { receivedOn: '2026-01-05', dueOn: '2026-01-20', reason: '' },
      { receivedOn: '2026-01-15', dueOn: '2026-01-30', reason: 'They wrote so', by: 'billing one' },
    ])
  })

  test('lists what else its payer owes, what waits for counsel, and a credit on no invoice', async () => {
    const first = await page(1)
    expect(numbersOf(first?.owed ?? [])).toEqual([1, 2, 3, 5])
    expect(first?.askedWriteOff).toMatchObject({ cents: 10_000, reason: 'Gone', by: 'billing one' })
    expect((await page(4))?.credits).toEqual([{ payment: 'P-00001', left: 5_000 }])
  })

  test('offers the day on which it was handed over, and none before it was sent', async () => {
    expect((await page(1))?.suggested).toEqual({ basis: 'by-hand', receivedOn: '2026-01-05' })
    expect((await page(3))?.suggested).toBeNull()
  })

  test('is not there when there is none', async () => {
    expect(await page(9)).toBeNull()
  })

  test.each(['intake', 'custodian', 'administrator'] as const)('is not for the %s', async (role) => {
    await expect(page(1, office.actors[role])).rejects.toThrow(NotAllowed)
    await expect(invoicesList(office.actors[role], all)).rejects.toThrow(NotAllowed)
  })
})

test('a check says where it lies and what of it is left', async () => {
  expect(await paymentPage(office.actors.billing, 'P-00001')).toMatchObject({
    ...{ checkNumber: '7', cents: 45_000, left: 5_000, reversed: false },
    placed: [{ invoice: 'INV-2026-00004', cents: 40_000 }],
  })
  expect(await paymentsOf(office.actors.billing, 'R-00001')).toMatchObject([{ number: 'P-00002', left: 0 }])
})

test('the day on which a parcel arrived is offered for the invoice that went with it', async () => {
  const desk = new DeskInTest(office)
  await desk.log('2026-01-22 10:00')
  await desk.notify(await desk.acceptAndFind())
  await desk.agree()
  await desk.research(60)
  await desk.prepare(2)
  desk.on('2026-02-20 09:00')
  done(await desk.release())
  await desk.ship('fedex')
  const { billing, custodian } = office.actors
  const { number } = done(await issueInvoice(billing, { reference: desk.reference }))
  done(await sendInvoice(billing, { number, method: 'fedex', trackingNumber: '8817 0042 1190' }))
  const before = await invoicePage(billing, number)
  expect(before?.suggested).toEqual({ basis: 'fedex-delivered', receivedOn: null })
  desk.on('2026-02-24 09:00')
  const arrived = { reference: desk.reference, production: 1, shipment: 1, deliveredOn: day('2026-02-23') }
  done(await recordShipmentDelivered(custodian, arrived))
  expect((await invoicePage(billing, number))?.suggested?.receivedOn).toBe('2026-02-23')
})
