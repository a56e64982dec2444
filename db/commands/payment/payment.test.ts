import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { loadInvoice } from '../../invoices.ts'
import { loadPayment } from '../../payments.ts'
import { allocations, creditMemos, outbox, papers, payments, subpoenas, writeOffs } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { textOfPdf } from '../../testing/pdf_text.ts'
import { reader, tx } from '../../tx.ts'
import { addCharge } from '../charge.ts'
import { issueCreditMemo } from '../credit_memo.ts'
import { issueInvoice } from '../invoice/issue.ts'
import { recordInvoiceReceipt } from '../invoice/receipt.ts'
import { approveWriteOff, askWriteOff, refuseWriteOff } from '../write_off.ts'
import { allocateCredit } from './allocate.ts'
import { recordPayment } from './record.ts'
import { reversePayment } from './reverse.ts'

let office: TestOffice
let first: CaseInTest
let second: CaseInTest
const day = calendarDate
const [one, two] = ['INV-2026-00001', 'INV-2026-00002']

/** One requester owes $159.00 and $100.00. */
beforeEach(async () => {
  office = await testOffice('2026-01-22 10:00')
  first = await caseInTest({})
  second = await caseInTest({ requester: first.requester })
  await billed(first.reference, 15900)
  await billed(second.reference, 10000)
})
afterEach(() => office.close())

async function billed(reference: string, amount: number): Promise<void> {
  const { billing } = office.actors
  const workedOn = day('2026-01-20')
  const line = { reference, kind: 'other', workedOn, description: 'Copies', cents: cents(amount) } as const
  await addCharge(billing, line)
  const done = await issueInvoice(billing, { reference })
  if (!done.ok) throw new Error(done.refusal.sentence)
  const receivedOn = day('2026-01-22')
  await recordInvoiceReceipt(billing, { number: done.value.number, receivedOn, basis: 'by-hand' })
}

const pay = (more: object = {}) =>
  recordPayment(office.actors.billing, {
    requester: first.requester,
    checkNumber: '10442',
    payer: 'Oakhurst Tarn LLP',
    cents: cents(15900),
    receivedOn: day('2026-01-22'),
    ...more,
  })
const owed = async (number: string) => (await loadInvoice(reader(), number))?.balance
const billing = async ({ id }: CaseInTest) =>
  (await reader().select().from(subpoenas).where(eq(subpoenas.id, id)))[0]?.billing

describe('a check', () => {
  test('pays what is owed, the oldest first, and the subpoenas know', async () => {
    expect(await pay({ cents: cents(20000) })).toMatchObject({
      ok: true,
      value: {
        number: 'P-00001',
        placed: [
          { invoice: one, cents: 15900 },
          { invoice: two, cents: 4100 },
        ],
        left: 0,
      },
    })
    const [row] = await reader().select().from(payments)
    expect(row).toMatchObject({ checkNumber: '10442', payer: 'Oakhurst Tarn LLP', cents: 20000 })
    expect(await reader().select().from(allocations)).toMatchObject([{ cents: 15900 }, { cents: 4100 }])
    expect([await owed(one), await owed(two)]).toEqual([0, 5900])
    expect([await billing(first), await billing(second)]).toEqual(['paid', 'due'])
  })

  test('pays a named invoice before the others', async () => {
    await pay({ cents: cents(12000), first: two })
    expect([await owed(one), await owed(two)]).toEqual([13900, 0])
  })

  test('goes where the clerk says, to the cent, and the rest is a credit', async () => {
    const shares = [{ invoice: two, cents: cents(3300) }, { invoice: one }]
    expect(await pay({ allocations: shares })).toMatchObject({ ok: true, value: { left: 12600 } })
    expect([await owed(one), await owed(two)]).toEqual([15900, 6700])
  })

  test('that is too large leaves a credit, which a later invoice takes', async () => {
    await pay({ cents: cents(30000) })
    expect(await loadPayment(reader(), 'P-00001')).toMatchObject({ left: 4100 })
    const third = await caseInTest({ requester: first.requester })
    await billed(third.reference, 10000)
    const put = { payment: 'P-00001', invoice: 'INV-2026-00003' }
    expect(await allocateCredit(office.actors.billing, put)).toMatchObject({ ok: true })
    expect(await owed('INV-2026-00003')).toBe(5900)
    expect(await allocateCredit(office.actors.billing, put)).toMatchObject({
      ok: false,
      refusal: { kind: 'nothing-left' },
    })
  })

  test.each([
    { name: 'of a later day', more: { receivedOn: day('2026-01-23') }, kind: 'in-the-future' },
    { name: 'of an unknown requester', more: { requester: 'R-00099' }, kind: 'no-such-requester' },
    {
      name: 'for more than is owed on the invoice named',
      more: { allocations: [{ invoice: two, cents: cents(10001) }] },
      kind: 'above-balance',
    },
    {
      name: 'smaller than what is put on invoices',
      more: {
        cents: cents(100),
        allocations: [
          { invoice: one, cents: cents(60) },
          { invoice: two, cents: cents(41) },
        ],
      },
      kind: 'above-payment',
    },
    { name: 'for an invoice of nobody', more: { first: 'INV-2026-00009' }, kind: 'not-open' },
    {
      name: 'that names an invoice twice',
      more: {
        allocations: [
          { invoice: one, cents: cents(60) },
          { invoice: one, cents: cents(41) },
        ],
      },
      kind: 'named-twice',
    },
  ])('$name is refused: $kind', async ({ more, kind }) => {
    expect(await pay(more)).toMatchObject({ ok: false, refusal: { kind } })
    expect(await reader().select().from(payments)).toEqual([])
  })

  test('cannot pay the invoice of another requester', async () => {
    const other = await caseInTest({ requesterName: 'Sable Finch LLP' })
    await billed(other.reference, 5000)
    const refused = await pay({ allocations: [{ invoice: 'INV-2026-00003', cents: cents(1) }] })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-open' } })
  })

  test('with a number seen before is asked about once', async () => {
    await pay({ cents: cents(100) })
    expect(await pay({ checkNumber: 'No. 010442' })).toMatchObject({
      ok: false,
      refusal: { kind: 'check-recorded-before', field: 'checkNumber', payment: 'P-00001' },
    })
    expect(await pay({ checkNumber: '010442', another: true })).toMatchObject({ ok: true })
    expect(await reader().select().from(payments)).toHaveLength(2)
  })

  test('sent twice with one submission is one payment', async () => {
    const input = {
      requester: first.requester,
      checkNumber: '10442',
      payer: 'Oakhurst Tarn LLP',
      cents: cents(100),
      receivedOn: day('2026-01-22'),
    }
    const again = () => recordPayment(office.actors.billing, input, { submission: 'a-double-click' })
    const answers = await Promise.all([again(), again()])
    expect(answers[0]).toEqual(answers[1])
    expect(await reader().select().from(payments)).toHaveLength(1)
  })

  test('that bounced is taken back by rows of its own, and the number may come again', async () => {
    await pay({ cents: cents(20000) })
    const back = { payment: 'P-00001', reason: 'Returned by the bank' }
    expect(await reversePayment(office.actors.billing, back)).toMatchObject({ ok: true })
    expect((await reader().select().from(allocations)).map((row) => row.cents)).toEqual([
      15900, 4100, -15900, -4100,
    ])
    expect([await owed(one), await owed(two)]).toEqual([15900, 10000])
    expect([await billing(first), await billing(second)]).toEqual(['due', 'due'])
    expect(await loadPayment(reader(), 'P-00001')).toMatchObject({ reversed: true, left: 0 })
    expect(await reversePayment(office.actors.billing, back)).toMatchObject({
      ok: false,
      refusal: { kind: 'payment-reversed' },
    })
    expect(await pay({ cents: cents(20000) })).toMatchObject({ ok: true, value: { number: 'P-00002' } })
    await expect(tx((tx) => tx.update(payments).set({ cents: cents(1) }))).rejects.toThrow(/never/)
  })
})

describe('a credit memo', () => {
  const credit = (amount: number, invoice = one) =>
    issueCreditMemo(office.actors.billing, { invoice, cents: cents(amount), reason: 'One parcel too many' })

  test('lessens what is owed by a paper of its own', async () => {
    expect(await credit(2200)).toMatchObject({ ok: true, value: { number: 'CM-2026-00001' } })
    expect(await owed(one)).toBe(13700)
    const [memo] = await reader().select().from(creditMemos)
    expect(memo).toMatchObject({ cents: 2200, reason: 'One parcel too many', issuedOn: '2026-01-22' })
    const [paper] = await reader().select().from(papers).where(eq(papers.kind, 'credit-memo'))
    const text = await textOfPdf(paper?.bytes ?? Buffer.alloc(0))
    for (const words of ['Credit memo CM-2026-00001', one, '$22.00', 'One parcel too many', '$137.00']) {
      expect(text).toContain(words)
    }
  })

  test('cannot take off more than the invoice asked for, all of them together', async () => {
    await credit(15000)
    expect(await credit(901)).toMatchObject({ ok: false, refusal: { kind: 'credit-above-invoice' } })
    expect(await credit(900)).toMatchObject({ ok: true })
    expect(await billing(first)).toBe('paid')
  })

  test('after the payment gives the difference back to the requester', async () => {
    await pay()
    await credit(2200)
    expect(await owed(one)).toBe(0)
    expect(await loadPayment(reader(), 'P-00001')).toMatchObject({ left: 2200 })
    await allocateCredit(office.actors.billing, { payment: 'P-00001', invoice: two })
    expect(await owed(two)).toBe(7800)
  })

  test('goes by e-mail when an address is given', async () => {
    const input = { invoice: one, cents: cents(100), reason: 'Rounding', to: 'pay@oakhursttarn.example' }
    await issueCreditMemo(office.actors.billing, input)
    const [mail] = await reader().select().from(outbox)
    expect(mail).toMatchObject({
      toAddress: 'pay@oakhursttarn.example',
      attachments: [{ filename: 'CM-2026-00001.pdf' }],
    })
  })

  test('with a reason that cannot be printed is refused beside it', async () => {
    const input = { invoice: one, cents: cents(100), reason: 'ꙮ' }
    const refused = await issueCreditMemo(office.actors.billing, input)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'no-glyph', field: 'reason' } })
  })
})

describe('a write-off', () => {
  const ask = (more: object = {}) =>
    askWriteOff(office.actors.billing, { invoice: one, reason: 'The firm is gone', ...more })
  const approve = (actor = office.actors.counsel) => approveWriteOff(actor, { invoice: one })

  test('is asked for by billing and given by counsel; then nothing is owed', async () => {
    expect(await ask()).toMatchObject({ ok: true, value: { cents: 15900 } })
    expect(await owed(one)).toBe(15900)
    expect(await approve()).toMatchObject({ ok: true })
    const [row] = await reader().select().from(writeOffs)
    expect(row).toMatchObject({
      ...{ cents: 15900, decision: 'approved', decidedOn: '2026-01-22' },
      decidedById: office.actors.counsel.id,
    })
    expect(await owed(one)).toBe(0)
    expect(await billing(first)).toBe('written-off')
    await expect(tx((tx) => tx.update(writeOffs).set({ decision: 'refused' }))).rejects.toThrow(/once/)
  })

  test('that counsel refuses leaves the money owed, and may be asked for again', async () => {
    await ask({ cents: cents(500) })
    const no = { invoice: one, reason: 'They answered' }
    expect(await refuseWriteOff(office.actors.counsel, no)).toMatchObject({ ok: true })
    const [row] = await reader().select().from(writeOffs)
    expect(row).toMatchObject({ decision: 'refused', decisionReason: 'They answered' })
    expect(await owed(one)).toBe(15900)
    expect(await approve()).toMatchObject({ ok: false, refusal: { kind: 'no-write-off-asked' } })
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('is never approved by who asked, whatever roles they hold', async () => {
    const both = { ...office.actors.billing, roles: ['billing', 'counsel'] as const }
    await ask()
    expect(await approve(both)).toMatchObject({ ok: false, refusal: { kind: 'asked-by-you' } })
    expect(await approve({ ...office.actors.counsel, kind: 'machine' })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-a-person' },
    })
  })

  test('cannot be for more than is owed, neither when asked nor when approved', async () => {
    expect(await ask({ cents: cents(15901) })).toMatchObject({
      ok: false,
      refusal: { kind: 'write-off-above-balance' },
    })
    await ask()
    expect(await ask()).toMatchObject({ ok: false, refusal: { kind: 'write-off-asked' } })
    await pay({ cents: cents(100) })
    expect(await approve()).toMatchObject({ ok: false, refusal: { kind: 'write-off-above-balance' } })
  })
})
