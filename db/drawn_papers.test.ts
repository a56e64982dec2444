import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { invoicePaper } from '#lib/documents/invoice_paper.ts'
import { letterPaper } from '#lib/documents/letter_paper.ts'
import { UnprintableText } from '#lib/documents/printable.ts'
import { sampleInvoice } from '#lib/documents/sample_invoice.ts'
import { subscriberNotice } from '#lib/letters/notice.ts'
import { hostileCaption, sampleNotice, sampleOffice, samplePaper } from '#lib/letters/sample_facts.ts'
import { fontSet } from './fonts.ts'
import { opened, textOf } from './read_back.ts'

const fonts = fontSet()
const envelope = {
  to: ['김철수', '418 Marigold Court\nGlendale, CA 91203'],
  sentBy: 'first-class mail',
  historyHead: '412 9f3a1c2b7d40',
}

describe('a paper', () => {
  test.each([
    ['invoice', () => invoicePaper(sampleInvoice, fonts)],
    ['notice', () => letterPaper(subscriberNotice(sampleNotice, 'ko'), envelope, fonts)],
  ])('%s is the same bytes for the same facts', (_, draw) => {
    const [first, second] = [draw(), draw()].map(({ bytes }) =>
      createHash('sha256').update(bytes).digest('hex'),
    )
    expect(second).toBe(first)
  })

  test('carries its own dates and no clock of ours', async () => {
    const pdf = await opened(invoicePaper(sampleInvoice, fonts))
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
    const pdf = await opened(
      invoicePaper({ ...sampleInvoice, office: { ...sampleOffice, paperSize } }, fonts),
    )
    expect((await pdf.getPage(1)).view.slice(2).map((side) => Math.round(side * 100) / 100)).toEqual(size)
    await pdf.loadingTask.destroy()
  })

  test('with a character that no font has is not drawn', () => {
    const facts = { ...sampleInvoice, case: { ...sampleInvoice.case, caption: 'Halden 😀 v. Doe' } }
    expect(() => invoicePaper(facts, fonts)).toThrow(UnprintableText)
    expect(() => invoicePaper(facts, fonts)).toThrow('U+1F600')
  })

  test.each([
    { caption: hostileCaption },
    { caption: '김철수 v. Åström' },
    { caption: '=HYPERLINK("http://x")' },
    { caption: 'In re Łódź Đặng' },
  ])('prints the caption $caption as those characters', async ({ caption }) => {
    expect(
      await textOf(invoicePaper({ ...sampleInvoice, case: { ...sampleInvoice.case, caption } }, fonts)),
    ).toContain(caption)
    const paper = { ...samplePaper, caption }
    expect(
      await textOf(letterPaper(subscriberNotice({ ...sampleNotice, paper }, 'en'), envelope, fonts)),
    ).toContain(caption)
  })
})
