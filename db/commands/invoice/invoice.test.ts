import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import {
  charges,
  history,
  invoiceLines,
  invoiceReceipts,
  invoiceSendings,
  invoices,
  outbox,
  papers,
  subpoenas,
} from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { textOfPdf } from '../../testing/pdf_text.ts'
import { reader, tx } from '../../tx.ts'
import { addCharge } from '../charge.ts'
import { recordResearch } from '../research.ts'
import { issueInvoice } from './issue.ts'
import { recordInvoiceReceipt } from './receipt.ts'
import { sendInvoice } from './send.ts'

let office: TestOffice
let subpoena: CaseInTest
beforeEach(async () => {
  office = await testOffice('2026-01-22 10:00')
  subpoena = await caseInTest()
})
afterEach(() => office.close())

const day = calendarDate
const number = 'INV-2026-00001'

async function work(reference = subpoena.reference): Promise<void> {
  const done = await recordResearch(office.actors.custodian, {
    reference,
    minutes: 90,
    workedOn: day('2026-01-12'),
    searched: 'Account 7731-0042 of Ada Lindqvist',
  })
  if (!done.ok) throw new Error(done.refusal.sentence)
}

const issued = () => issueInvoice(office.actors.billing, { reference: subpoena.reference })

describe('an invoice', () => {
  test('takes a number, freezes its lines and keeps its paper', async () => {
    await work()
    await addCharge(office.actors.billing, {
      reference: subpoena.reference,
      kind: 'other',
      workedOn: day('2026-01-20'),
      description: 'Certified copy',
      cents: cents(1250),
    })
    expect(await issued()).toEqual({ ok: true, value: { number, total: 14750 } })
    const [row] = await reader().select().from(invoices)
    expect(row).toMatchObject({
      ...{ number, year: 2026, sequence: 1, totalCents: 14750, dueDays: 15 },
      ...{ issuedOn: '2026-01-22', issuedById: office.actors.billing.id, feeScheduleId: 1 },
    })
    expect(await reader().select().from(invoiceLines)).toMatchObject([
      { ordinal: 1, kind: 'research', description: 'Research', quantity: 90, rateCents: 9000, cents: 13500 },
      { ordinal: 2, kind: 'other', description: 'Certified copy', rateCents: null, cents: 1250 },
    ])
    const billed = await reader().select().from(charges)
    expect(billed.map((charge) => charge.invoiceId)).toEqual([row?.id, row?.id])
    const [paper] = await reader()
      .select()
      .from(papers)
      .where(eq(papers.id, row?.paperId ?? 0))
    expect(paper).toMatchObject({ kind: 'invoice', pages: 1, subpoenaId: subpoena.id })
    const [cached] = await reader().select().from(subpoenas).where(eq(subpoenas.id, subpoena.id))
    expect(cached?.billing).toBe('awaiting-receipt')
  })

  test('says on its paper who pays whom, for what, how much, and by when', async () => {
    await work()
    await issueInvoice(office.actors.billing, { reference: subpoena.reference, sending: 'fedex' })
    const [row] = await reader().select().from(papers).where(eq(papers.kind, 'invoice'))
    const text = await textOfPdf(row?.bytes ?? Buffer.alloc(0))
    for (const words of [
      'Invoice INV-2026-00001',
      'Oakhurst Tarn LLP',
      'Attn: Accounts Payable',
      'S-2026-00001',
      'Larkmoor Dental v. Doe 1',
      '2:26-cv-99011-ABC-DE',
      '1 h 30 min',
      '$90.00 / h',
      '$135.00',
      'Checks payable to j2 Cloud Services, Inc.',
      'Within 15 days of the day you receive it.',
      'Federal Express delivers it Friday, January 23, 2026, as expected, that is Monday, February 9, 2026',
      'Please return this part with your check',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('Lindqvist')
    expect(text).not.toContain('7731')
  })

  test('bills chosen charges and leaves the others for the next', async () => {
    await work()
    await work()
    const first = await issueInvoice(office.actors.billing, { reference: subpoena.reference, charges: [2] })
    expect(first).toMatchObject({ ok: true, value: { number, total: 13500 } })
    const left = await reader().select().from(charges)
    expect(left.map((charge) => charge.invoiceId !== null)).toEqual([false, true])
    const again = await issueInvoice(office.actors.billing, { reference: subpoena.reference, charges: [2] })
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'no-such-charge', field: 'charges' } })
    expect(await issued()).toMatchObject({ ok: true, value: { number: 'INV-2026-00002' } })
  })

  test('of nothing is refused and takes no number', async () => {
    expect(await issued()).toMatchObject({ ok: false, refusal: { kind: 'nothing-to-invoice' } })
    await work()
    expect(await issued()).toMatchObject({ ok: true, value: { number } })
  })

  test('of a caption that cannot be printed is refused beside the caption, and takes no number', async () => {
    const strange = await caseInTest({ caption: 'Acme ꙮ v. Doe 2' })
    await work(strange.reference)
    const refused = await issueInvoice(office.actors.billing, { reference: strange.reference })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: 'not-printable', field: 'caption', characters: 'ꙮ' },
    })
    await tx((tx) =>
      tx.update(subpoenas).set({ captionPrinted: 'Acme v. Doe 2' }).where(eq(subpoenas.id, strange.id)),
    )
    const done = await issueInvoice(office.actors.billing, { reference: strange.reference })
    expect(done).toMatchObject({ ok: true, value: { number } })
  })

  test('with a hostile caption prints it as those characters', async () => {
    const caption = '"><img src=x onerror=alert(1)> v. 김철수 & Åström'
    const hostile = await caseInTest({ caption, caseNumber: '=HYPERLINK("http://x")' })
    await work(hostile.reference)
    await issueInvoice(office.actors.billing, { reference: hostile.reference })
    const [row] = await reader().select().from(papers).where(eq(papers.kind, 'invoice'))
    const text = (await textOfPdf(row?.bytes ?? Buffer.alloc(0))).replaceAll(' ', '')
    expect(text).toContain(caption.replaceAll(' ', ''))
    expect(text).toContain('=HYPERLINK("http://x")')
  })

  test('never changes and never disappears', async () => {
    await work()
    await issued()
    const change = (work: Promise<unknown>) => expect(work).rejects.toThrow(/never/)
    await change(tx((tx) => tx.update(invoices).set({ totalCents: cents(1) })))
    await change(tx((tx) => tx.delete(invoices)))
    await change(tx((tx) => tx.update(invoiceLines).set({ cents: cents(1) })))
    await change(tx((tx) => tx.update(papers).set({ pages: 2 })))
    await change(tx((tx) => tx.update(charges).set({ quantity: 1 })))
    await expect(
      tx((tx) =>
        tx.insert(invoiceLines).values({
          ...{ invoiceId: 1, ordinal: 9, kind: 'other', description: 'More', quantity: 1 },
          workedOn: day('2026-01-22'),
          cents: cents(1),
        }),
      ),
    ).rejects.toThrow(/no line is added/)
  })
})

describe('an invoice is sent', () => {
  beforeEach(async () => {
    await work()
    await issued()
  })
  const send = (more: object) => sendInvoice(office.actors.billing, { number, method: 'e-mail', ...more })

  test('by e-mail to the address on file, with its paper', async () => {
    expect(await send({})).toMatchObject({ ok: true })
    const [mail] = await reader().select().from(outbox)
    expect(mail).toMatchObject({
      ...{ kind: 'invoice', toAddress: 'accounts@oakhursttarn.example', state: 'waiting', invoiceId: 1 },
      attachments: [
        { filename: `${number}.pdf`, contentType: 'application/pdf', paperId: expect.any(Number) },
      ],
    })
    expect(mail?.subject).toContain('$135.00')
    expect(mail?.text).toContain('Checks payable to j2 Cloud Services, Inc.')
    expect(`${mail?.text}${mail?.html}`).not.toContain('Lindqvist')
    const [sending] = await reader().select().from(invoiceSendings)
    expect(sending).toMatchObject({ method: 'e-mail', sentOn: '2026-01-22', outboxId: mail?.id })
  })

  test('by FedEx, as a record with its day and tracking number', async () => {
    office.clock.set('2026-01-26 09:00')
    const done = await send({ method: 'fedex', trackingNumber: '8817 0042 1190', sentOn: day('2026-01-23') })
    expect(done).toMatchObject({ ok: true })
    const [sending] = await reader().select().from(invoiceSendings)
    expect(sending).toMatchObject({
      ...{ method: 'fedex', trackingNumber: '8817 0042 1190' },
      ...{ sentOn: '2026-01-23', outboxId: null },
    })
    expect(await reader().select().from(outbox)).toEqual([])
  })

  test.each([
    { name: 'FedEx without a tracking number', more: { method: 'fedex' }, field: 'trackingNumber' },
    { name: 'tomorrow', more: { method: 'post', sentOn: day('2026-01-23') }, field: 'sentOn' },
    { name: 'before it was issued', more: { method: 'post', sentOn: day('2026-01-21') }, field: 'sentOn' },
  ])('$name is refused beside its field', async ({ more, field }) => {
    expect(await send(more)).toMatchObject({ ok: false, refusal: { field } })
    expect(await reader().select().from(invoiceSendings)).toEqual([])
  })

  test.each(['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'Pay <a@b.example>'])(
    'to %j is not understood',
    async (to) => {
      expect(await send({ to })).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
    },
  )
})

describe('the receipt of an invoice', () => {
  beforeEach(async () => {
    await work()
    await issued()
    office.clock.set('2026-01-23 15:00')
  })
  const receive = (more: object = {}) =>
    recordInvoiceReceipt(office.actors.billing, {
      ...{ number, receivedOn: day('2026-01-23'), basis: 'fedex-delivered' as const },
      ...more,
    })

  test('makes it due 15 days later, moved off weekends, with the reasons', async () => {
    expect(await receive()).toMatchObject({ ok: true, value: { dueOn: '2026-02-09' } })
    const [row] = await reader().select().from(invoiceReceipts)
    expect(row).toMatchObject({ receivedOn: '2026-01-23', basis: 'fedex-delivered', dueOn: '2026-02-09' })
    expect(row?.derivation.steps.at(-1)).toMatchObject({ on: '2026-02-09', kind: 'answer' })
    const [cached] = await reader().select().from(subpoenas).where(eq(subpoenas.id, subpoena.id))
    expect(cached).toMatchObject({ billing: 'due' })
  })

  test('may have been another day, for a reason, and both records stay', async () => {
    await receive()
    expect(await receive({ receivedOn: day('2026-01-22') })).toMatchObject({
      ok: false,
      refusal: { kind: 'receipt-recorded', field: 'reason' },
    })
    const again = { receivedOn: day('2026-01-22'), basis: 'stated-by-requester', reason: 'They wrote so' }
    expect(await receive(again)).toMatchObject({ ok: true, value: { dueOn: '2026-02-06' } })
    expect(await reader().select().from(invoiceReceipts)).toHaveLength(2)
    expect((await reader().select().from(invoiceReceipts))[1]?.reason).toBe('They wrote so')
    const [told] = (await reader().select().from(history)).slice(-1)
    expect(told?.payload).not.toContain('They wrote so')
  })

  test.each([
    { name: 'tomorrow', receivedOn: '2026-01-24' },
    { name: 'before it was issued', receivedOn: '2026-01-21' },
  ])('was not $name', async ({ receivedOn }) => {
    expect(await receive({ receivedOn: day(receivedOn) })).toMatchObject({
      ok: false,
      refusal: { field: 'receivedOn' },
    })
  })
})
