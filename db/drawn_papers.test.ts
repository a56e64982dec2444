import { createHash } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { invoiceDue } from '#lib/billing/due.ts'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { businessCalendar } from '#lib/calendar/business.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { creditMemoPaper } from '#lib/documents/credit_memo_paper.ts'
import type { InvoiceFacts, PrintedLine } from '#lib/documents/invoice_facts.ts'
import { invoicePaper } from '#lib/documents/invoice_paper.ts'
import { letterPaper } from '#lib/documents/letter_paper.ts'
import type { DrawnPaper } from '#lib/documents/paper.ts'
import { UnprintableText } from '#lib/documents/printable.ts'
import { subscriberNotice } from '#lib/letters/notice.ts'
import {
  hostileCaption,
  sampleNotice,
  sampleOffice,
  samplePaper,
  sampleRequester,
} from '#lib/letters/sample_facts.ts'
import { termsLetter } from '#lib/letters/terms_letter.ts'
import { cents } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { fontSet } from './fonts.ts'

const calendar = businessCalendar([...federalHolidays(2026), ...californiaHolidays(2026)])
const hour = { cents: cents(9000), per: 60 }

function line(description: string, facts: Partial<PrintedLine> = {}): PrintedLine {
  return {
    kind: 'research',
    on: calendarDate('2026-01-06'),
    description,
    quantity: 60,
    rate: hour,
    cents: cents(9000),
    ...facts,
  }
}

const invoice: InvoiceFacts = {
  office: sampleOffice,
  number: 'INV-2026-00017',
  issuedOn: calendarDate('2026-01-29'),
  case: {
    reference: 'S-2025-00588',
    caption: 'Halden Freight v. Doe 4',
    court: 'D. Ariz.',
    caseNumber: '2:25-cv-98801',
    subpoenaOn: calendarDate('2025-12-22'),
  },
  billTo: ['Sable Finch LLP', 'Attn: Accounts Payable', '2210 Juniper Terrace, Suite 400\nPhoenix, AZ 85004'],
  lines: [
    line('Research: account records', { quantity: 75, cents: cents(11250) }),
    line('Pages produced', {
      kind: 'pages',
      quantity: 37,
      rate: { cents: cents(25), per: 1 },
      cents: cents(925),
    }),
  ],
  total: cents(12175),
  dueDays: 15,
  expected: {
    how: 'Federal Express delivers it',
    on: calendarDate('2026-01-30'),
    due: invoiceDue(calendarDate('2026-01-30'), 15, calendar),
  },
  basis: 'Rates are those of our civil subpoena policy of March 29, 2012.',
  historyHead: '412 9f3a1c2b7d40',
}
const envelope = {
  to: ['김철수', '418 Marigold Court\nGlendale, CA 91203'],
  sentBy: 'first-class mail',
  historyHead: '412 9f3a1c2b7d40',
}
const fonts = fontSet()

/** What a reader's program reads back, a page each, with blanks as single spaces. */
async function pagesOf({ bytes }: DrawnPaper): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push(text.replaceAll(/\s+/g, ' '))
  }
  await pdf.loadingTask.destroy()
  return pages
}
const textOf = async (paper: DrawnPaper) => (await pagesOf(paper)).join(' ')

describe('a paper', () => {
  test.each([
    ['invoice', () => invoicePaper(invoice, fonts)],
    ['notice', () => letterPaper(subscriberNotice(sampleNotice, 'ko'), envelope, fonts)],
  ])('%s is the same bytes for the same facts', (_, draw) => {
    const [first, second] = [draw(), draw()].map(({ bytes }) =>
      createHash('sha256').update(bytes).digest('hex'),
    )
    expect(second).toBe(first)
  })

  test('carries its own dates and no clock of ours', async () => {
    const pdf = await getDocument({ data: new Uint8Array(invoicePaper(invoice, fonts).bytes), verbosity: 0 })
      .promise
    const { info } = (await pdf.getMetadata()) as { info: Record<string, string> }
    expect(info.CreationDate).toBe('D:20260129120000Z')
    expect(info.ModDate).toBe('D:20260129120000Z')
    expect(info.Title).toBe('Invoice INV-2026-00017, S-2025-00588')
    await pdf.loadingTask.destroy()
  })

  test.each([
    { paperSize: 'letter' as const, size: [612, 792] },
    { paperSize: 'a4' as const, size: [595.28, 841.89] },
  ])('is drawn on $paperSize', async ({ paperSize, size }) => {
    const { bytes } = invoicePaper({ ...invoice, office: { ...sampleOffice, paperSize } }, fonts)
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    expect((await pdf.getPage(1)).view.slice(2).map((side) => Math.round(side * 100) / 100)).toEqual(size)
    await pdf.loadingTask.destroy()
  })

  test('with a character that no font has is not drawn', () => {
    const facts = { ...invoice, case: { ...invoice.case, caption: 'Halden 😀 v. Doe' } }
    expect(() => invoicePaper(facts, fonts)).toThrow(UnprintableText)
    expect(() => invoicePaper(facts, fonts)).toThrow('U+1F600')
  })

  test.each([
    { caption: hostileCaption },
    { caption: '김철수 v. Åström' },
    { caption: '=HYPERLINK("http://x")' },
    { caption: 'In re Łódź Đặng' },
  ])('prints the caption $caption as those characters', async ({ caption }) => {
    expect(await textOf(invoicePaper({ ...invoice, case: { ...invoice.case, caption } }, fonts))).toContain(
      caption,
    )
    const paper = { ...samplePaper, caption }
    expect(
      await textOf(letterPaper(subscriberNotice({ ...sampleNotice, paper }, 'en'), envelope, fonts)),
    ).toContain(caption)
  })
})

describe('an invoice', () => {
  test('says everything that it must', async () => {
    const text = await textOf(invoicePaper(invoice, fonts))
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
    expect(() => invoicePaper({ ...invoice, total: cents(12176) }, fonts)).toThrow('$121.75')
  })

  test('of 200 lines and a caption of 10,000 letters keeps them all, and its slip on the last page', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => line(`Entry number ${index + 1} of the log.`))
    const caption = 'Hanbit Trading 한빛 v. 김철수, '.repeat(400).slice(0, 10_000)
    const drawn = invoicePaper(
      { ...invoice, case: { ...invoice.case, caption }, lines, total: cents(200 * 9000) },
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
    const text = await textOf(invoicePaper({ ...invoice, lines: [line(word)], total: cents(9000) }, fonts))
    expect(text.replaceAll(/[^x]/g, '').length).toBeGreaterThanOrEqual(9_000)
  })

  test('that nobody can expect on a day prints the rule alone', async () => {
    const text = await textOf(invoicePaper({ ...invoice, expected: null }, fonts))
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
    ...invoice,
    number: 'CM-2026-00007',
    invoice: { number: 'INV-2026-00017', issuedOn: invoice.issuedOn, total: cents(43575) },
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

describe('a letter', () => {
  test('in English tells a subscriber everything on one page', async () => {
    const drawn = letterPaper(subscriberNotice(sampleNotice, 'en'), envelope, fonts)
    expect(drawn.pages).toBe(1)
    const text = await textOf(drawn)
    for (const words of [
      '김철수',
      'S-2026-00042',
      'first-class mail',
      '1-818-555-0163',
      'Thursday, February 19, 2026',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(words)
    }
  })

  test.each([
    { language: 'ko' as const, words: ['소환장(subpoena)', '2026년 2월 19일 목요일'] },
    { language: 'sv' as const, words: ['torsdag den 19 februari 2026', 'Hej Tomas Åström,'] },
  ])('in $language is read back as written, with the English after it', async ({ language, words }) => {
    const pages = await pagesOf(letterPaper(subscriberNotice(sampleNotice, language), envelope, fonts))
    for (const expected of words) expect(pages[0]).toContain(expected)
    expect(pages.at(-1)).toContain('Thursday, February 19, 2026')
  })

  test('with a long demand runs on over as many pages as it takes', async () => {
    const recordsRequested = Array.from(
      { length: 400 },
      (_, index) => `${index + 1}. The records of day ${index + 1}.`,
    ).join('\n')
    const drawn = letterPaper(subscriberNotice({ ...sampleNotice, recordsRequested }, 'en'), envelope, fonts)
    const text = await textOf(drawn)
    expect(drawn.pages).toBeGreaterThan(5)
    expect(text).toContain('400. The records of day 400.')
    expect(text).toContain('What this letter does not mean')
  })

  test('of terms has a place to sign and the five numbers', async () => {
    const letter = termsLetter(
      { ...sampleRequester, schedule: publishedSchedule, policy: publishedPolicy },
      'ko',
    )
    const text = await textOf(letterPaper(letter, envelope, fonts))
    for (const words of [
      '$90.00',
      '$0.25',
      '$22.00',
      '14',
      '15',
      'Checks payable to j2 Cloud Services, Inc.',
      '(Signature)',
    ]) {
      expect(text).toContain(words)
    }
  })
})
