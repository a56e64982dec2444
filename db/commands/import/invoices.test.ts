import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invoiceFilter } from '#lib/billing/list_filter.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { invoiceColumns, invoiceRow } from '#lib/import/invoices.ts'
import { faultSentence, readSheet } from '#lib/import/sheet.ts'
import { cents } from '#lib/money.ts'
import { invoicePage } from '../../queries/invoice_page.ts'
import { invoicesList } from '../../queries/invoices_list.ts'
import { invoicePaperOf } from '../../queries/our_papers.ts'
import { invoiceReceipts, invoices, subpoenas } from '../../schema.ts'
import { done } from '../../testing/answers.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { textOfPdf } from '../../testing/pdf_text.ts'
import { Play } from '../../testing/play.ts'
import { importedInvoices, importedRequesters, importedSubpoenas } from '../../testing/spreadsheet.ts'
import { reader, tx } from '../../tx.ts'
import { verifyOffice } from '../../verify.ts'
import { issueCreditMemo } from '../credit_memo.ts'
import { sendInvoice } from '../invoice/send.ts'
import { recordPayment } from '../payment/record.ts'
import { askWriteOff } from '../write_off.ts'
import { undoImport } from './undo.ts'

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
  await done(importedRequesters(actors.intake, 'no,firm\nK-1,Firm One\nK-2,Firm Two\n'))
  const rows = ['O-1,closed,2025-06-02,K-1', 'O-2,answered,2025-07-02,K-1', 'O-3,open,2025-12-02,K-2']
  await done(importedSubpoenas(actors.intake, `Ref,Status,Received,Firm\n${rows.join('\n')}\n`))
})
afterAll(() => office.close())

const head = 'Invoice,Ref,Date,Due,Amount,Balance due\n'
const clean = async () => expect((await verifyOffice()).fault).toBeNull()
const numbers = async () =>
  (await reader().select().from(invoices).orderBy(asc(invoices.id))).map(({ number }) => number)
const billingOf = async (formerReference: string) =>
  (await reader().select().from(subpoenas).where(eq(subpoenas.formerReference, formerReference)))[0]?.billing
const undo = (number: string) => undoImport(actors.billing, { number, reason: 'The wrong sheet.' })

describe('invoices with a balance', () => {
  test('become opening balances, due when the sheet says, and those that are settled stay out', async () => {
    const imported = await done(
      importedInvoices(
        actors.billing,
        `${head}2025-55,o-1,2025-07-01,2025-07-20,"$1,063.00",$500.00\n2025-56,O-2,2025-08-01,,90.00,90\n2025-57,O-2,2025-08-01,,90.00,0.00\n`,
      ),
    )
    expect(imported).toMatchObject({ added: 2, settled: 1, owed: 59_000 })
    const [first, second] = await reader().select().from(invoices).orderBy(asc(invoices.id))
    expect(first).toMatchObject({
      number: 'OB-00001',
      formerNumber: '2025-55',
      totalCents: 50_000,
      year: 0,
      issuedOn: '2025-07-01',
    })
    expect(second).toMatchObject({ number: 'OB-00002', totalCents: 9_000 })
    const receipts = await reader().select().from(invoiceReceipts)
    expect(receipts).toMatchObject([
      { invoiceId: first?.id, receivedOn: '2025-07-01', dueOn: '2025-07-20', basis: 'imported' },
    ])
    expect([await billingOf('O-1'), await billingOf('O-2')]).toEqual(['overdue', 'awaiting-receipt'])
    expect(await invoicePage(actors.billing, 'OB-00001')).toMatchObject({
      former: '2025-55',
      state: 'overdue',
      balance: 50_000,
    })
    const list = await invoicesList(actors.billing, invoiceFilter({ text: '2025-55' }))
    expect(list.rows.map(({ number }) => number)).toEqual(['OB-00001'])
    await clean()
  })

  test('keep the numbers of our own invoices without a gap', async () => {
    const play = new Play(office)
    const reference = await play.log({ received: '2026-01-06 10:00' })
    await play.accept(reference)
    await play.research(reference, 60, '2026-01-06')
    expect(await play.invoice(reference)).toBe('INV-2026-00001')
    await clean()
  })

  test('say on their paper that it is no invoice, and are sent to nobody', async () => {
    const paper = await invoicePaperOf(actors.billing, 'OB-00002')
    const text = await textOfPdf(paper?.bytes ?? Buffer.alloc(0))
    expect(text).toContain('This is no invoice')
    expect(text).toContain('OB-00001 to OB-00002')
    expect(await sendInvoice(actors.billing, { number: 'OB-00002', method: 'post' })).toMatchObject({
      refusal: { kind: 'opening-balance-not-sent' },
    })
  })

  test('are undone while nothing was built on them, and what they were owed is owed no more', async () => {
    const before = await numbers()
    const { number } = await done(
      importedInvoices(actors.counsel, `${head}2025-60,O-3,2025-12-10,2025-12-20,,45\n`),
    )
    expect(await billingOf('O-3')).toBe('overdue')
    expect(await undo(number)).toMatchObject({ ok: true })
    expect(await numbers()).toEqual(before)
    expect(await billingOf('O-3')).toBe('none')
    await clean()
  })

  test('hold the subpoenas on which they stand', async () => {
    const refused = await undoImport(actors.intake, { number: 'IM-00002', reason: 'x' })
    expect(refused).toMatchObject({
      refusal: { sentence: expect.stringMatching(/OB-00001 stands on S-2025-00001: undo IM-00003 first/) },
    })
  })

  test('are paid the oldest first, before what was issued here, and can be credited and written off', async () => {
    const paid = await done(
      recordPayment(actors.billing, {
        requester: 'R-00001',
        checkNumber: '100',
        payer: 'Firm One',
        cents: cents(52_000),
        receivedOn: calendarDate('2026-01-06'),
      }),
    )
    expect(paid).toMatchObject({
      placed: [
        { invoice: 'OB-00001', cents: 50_000 },
        { invoice: 'OB-00002', cents: 2_000 },
      ],
    })
    expect([await billingOf('O-1'), await billingOf('O-2')]).toEqual(['paid', 'awaiting-receipt'])
    const memo = await issueCreditMemo(actors.billing, {
      invoice: 'OB-00002',
      cents: cents(1_000),
      reason: 'Agreed.',
    })
    expect(memo).toMatchObject({ ok: true, value: { number: 'CM-2026-00001' } })
    const asked = await askWriteOff(actors.billing, {
      invoice: 'OB-00002',
      cents: cents(6_000),
      reason: 'Too old.',
    })
    expect(asked).toMatchObject({ ok: true })
    await clean()
    expect(await undo('IM-00003')).toMatchObject({
      refusal: {
        sentence: expect.stringMatching(/^It cannot be undone any more: OB-0000\d was worked on since/),
      },
    })
  })

  test('that were paid after another invoice are held as well, though the history names the other', async () => {
    const text = `${head}2025-70,O-3,2025-12-10,2025-12-20,,45\n`
    const first = await done(importedInvoices(actors.billing, text.replace('2025-70', '2025-69')))
    const second = await done(importedInvoices(actors.billing, text))
    const check = { checkNumber: '200', payer: 'Firm Two', receivedOn: calendarDate('2026-01-06') }
    await done(recordPayment(actors.billing, { requester: 'R-00002', ...check, cents: cents(5_000) }))
    expect(await undo(second.number)).toMatchObject({
      refusal: {
        sentence: expect.stringMatching(/It cannot be undone any more: OB-\d+ was paid by P-00002/),
      },
    })
    expect(await undo(first.number)).toMatchObject({ refusal: { kind: 'import-built-on' } })
  })

  test('never go while their import stands, and never change', async () => {
    await expect(tx((tx) => tx.delete(invoices).where(eq(invoices.number, 'OB-00001')))).rejects.toThrow()
    await expect(tx((tx) => tx.delete(invoiceReceipts))).rejects.toThrow()
    await expect(tx((tx) => tx.update(invoices).set({ totalCents: cents(1) }))).rejects.toThrow()
  })
})

test('a sheet of invoices that fits badly is refused with every row', async () => {
  const text = `${head}2025-55,O-1,2025-07-01,,,5\nA,O-9,2025-07-01,,,5\nB,O-1,2026-02-01,2025-01-01,,5\nC,O-1,2025-07-01,,4,5\nc,O-1,2025-07-01,,,5\n`
  const refused = await importedInvoices(actors.billing, text)
  expect(
    !refused.ok && (refused.refusal.faults as Parameters<typeof faultSentence>[0][]).map(faultSentence),
  ).toEqual([
    'Row 2, invoice number: It was imported before, as OB-00001.',
    'Row 3, subpoena: There is no subpoena O-9. Import the subpoenas first.',
    'Row 4, issued on: It cannot have been issued later than today.',
    'Row 4, due on: It was not issued yet on that day.',
    'Row 5, balance: More is left than was asked for.',
    'Row 6, invoice number: Row 5 has the same number.',
  ])
})

test.each([
  ['$1,234.50', 123_450],
  ['1234.5', 123_450],
  ['0', 0],
])('a balance of %s is %i cents', (cell, amount) => {
  const { rows } = readSheet(
    `Invoice;Ref;Date;Balance\nA;O-1;2025-07-01;${cell}\n`,
    invoiceColumns,
    invoiceRow,
    'unstated',
  )
  expect(rows).toMatchObject([{ balance: amount }])
})

test.each(['(45.00)', '-45', '1.234,50', 'ten'])('a balance of %s is refused', (cell) => {
  const { faults } = readSheet(
    `Invoice;Ref;Date;Balance\nA;O-1;2025-07-01;${cell}\n`,
    invoiceColumns,
    invoiceRow,
    'unstated',
  )
  expect(faults).toMatchObject([{ row: 2, column: 'balance' }])
})
