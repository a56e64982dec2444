import { describe, expect, test } from 'vitest'
import { creditMemoPaper } from '#lib/documents/credit_memo_paper.ts'
import { invoicePaper } from '#lib/documents/invoice_paper.ts'
import { sampleInvoice, sampleLine } from '#lib/documents/sample_invoice.ts'
import { cents } from '#lib/money.ts'
import { fontSet } from './fonts.ts'
import { pagesOf, textOf } from './read_back.ts'

const fonts = fontSet()

describe('an invoice', () => {
  test('says everything that it must', async () => {
    const text = await textOf(invoicePaper(sampleInvoice, fonts))
    for (const words of [
      'Invoice INV-2026-00017',
      'Thursday, January 29, 2026',
      'S-2025-00588',
      'Halden Freight v. Doe 4',
      '2:25-cv-98801',
      'December 22, 2025',
      'Sable Finch LLP',
      'Phoenix, AZ 85004',
      '1 h 15 min $90.00 / h $112.50',
      '37 $0.25 $9.25',
      '$121.75',
      'Within 15 days of the day you receive it.',
      'Tuesday, February 17, 2026: day 15 is a Saturday, and Monday is Presidents’ Day.',
      'Checks payable to j2 Cloud Services, Inc.',
      'policy of March 29, 2012',
      'Please return this part with your check',
      'Amount enclosed',
      'history 412 9f3a1c2b7d40',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('whose lines do not come to its total is not drawn', () => {
    expect(() => invoicePaper({ ...sampleInvoice, total: cents(12176) }, fonts)).toThrow('$121.75')
  })

  test('of 200 lines and a caption of 10,000 letters keeps them all, and its slip on the last page', async () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      sampleLine(`Entry number ${index + 1} of the log.`),
    )
    const caption = 'Hanbit Trading 한빛 v. 김철수, '.repeat(400).slice(0, 10_000)
    const drawn = invoicePaper(
      { ...sampleInvoice, case: { ...sampleInvoice.case, caption }, lines, total: cents(200 * 9000) },
      fonts,
    )
    const pages = await pagesOf(drawn)
    expect(pages.length).toBe(drawn.pages)
    const all = pages.join(' ')
    for (let number = 1; number <= 200; number++) expect(all).toContain(`Entry number ${number} of the log.`)
    expect(all.match(/Hanbit/g)?.length).toBeGreaterThanOrEqual(caption.match(/Hanbit/g)?.length ?? 0)
    expect(pages.map((page) => page.includes('Amount enclosed'))).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    )
    expect(pages.every((page, index) => page.includes(`Page ${index + 1} of ${pages.length}`))).toBe(true)
  })

  test('with one word that is longer than the page still shows all of it', async () => {
    const word = 'x'.repeat(9_000)
    const text = await textOf(
      invoicePaper({ ...sampleInvoice, lines: [sampleLine(word)], total: cents(9000) }, fonts),
    )
    expect(text.replaceAll(/[^x]/g, '').length).toBeGreaterThanOrEqual(9_000)
  })

  test('that nobody can expect on a day prints the rule alone', async () => {
    const text = await textOf(invoicePaper({ ...sampleInvoice, expected: null }, fonts))
    expect(text).toContain('Within 15 days of the day you receive it.')
    expect(text).not.toContain('as expected')
  })
})

test.each([
  { balance: 34575, says: '$345.75 is left to pay on invoice INV-2026-00017' },
  { balance: 0, says: 'Nothing is left to pay' },
  { balance: -500, says: '$5.00 more than invoice INV-2026-00017 comes to has been paid.' },
])('a credit memo that leaves $balance cents says: $says', async ({ balance, says }) => {
  const memo = {
    ...sampleInvoice,
    number: 'CM-2026-00007',
    invoice: { number: 'INV-2026-00017', issuedOn: sampleInvoice.issuedOn, total: cents(43575) },
    reason: 'One hour was billed to the wrong subpoena.',
    amount: cents(9000),
    balance: cents(balance),
  }
  const text = await textOf(creditMemoPaper(memo, fonts))
  for (const words of [
    says,
    'Credit memo CM-2026-00007',
    '$90.00',
    'One hour was billed',
    'which came to $435.75',
  ]) {
    expect(text).toContain(words)
  }
})
