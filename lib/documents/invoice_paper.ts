import { formatLong } from '#lib/calendar/format.ts'
import { plainDay } from '#lib/letters/dates.ts'
import { linesIn } from '#lib/letters/office.ts'
import { oneLine } from '#lib/letters/plain.ts'
import { addCents, formatMoney } from '#lib/money.ts'
import { captionSpans } from './caption.ts'
import { makeRoom, place, write } from './flow.ts'
import type { FontSet } from './fonts.ts'
import type { BilledCase, InvoiceFacts } from './invoice_facts.ts'
import { writeSlip } from './invoice_slip.ts'
import { writeTable } from './invoice_table.ts'
import { dueReason } from './invoice_words.ts'
import { type Detail, drawAddress, drawDetails, drawFoot, drawLetterhead, withHistory } from './letterhead.ts'
import { type DrawnPaper, drawPaper, type Paper } from './paper.ts'
import { drawLine, fitLine, linesOf, type Span } from './text.ts'

const headingStyle = { size: 11.6, lead: 16 } as const
const textStyle = { size: 9.8, lead: 13.5 } as const

/**
 * An invoice on paper: whom it bills, for what, one total, when it is due and why, how to pay, and a slip to return.
 *
 * @throws Error when the lines do not come to the total: such a paper must never exist.
 * @throws UnprintableText when a text holds a character without a glyph.
 */
export function invoicePaper(facts: InvoiceFacts, fonts: FontSet): DrawnPaper {
  const { office, number, issuedOn } = facts
  const sum = addCents(...facts.lines.map(({ cents }) => cents))
  if (sum !== facts.total) {
    throw new Error(`The lines come to ${formatMoney(sum)} and the total says ${formatMoney(facts.total)}.`)
  }
  const name = `Invoice ${number}`
  return drawPaper(
    {
      title: oneLine(`${name}, ${facts.case.reference}`),
      author: oneLine(office.name),
      language: 'en-US',
      on: issuedOn,
      size: office.paperSize,
      continuation: name,
    },
    fonts,
    (paper) => {
      drawBillingHead(paper, {
        ...facts,
        name,
        addressed: 'Bill to',
        details: [['Issued', [sans(formatLong(issuedOn))]]],
      })
      writeTable(paper, facts)
      writeDueAndPay(paper, facts)
      writeSlip(paper, facts)
    },
    (paper, page, pages) => drawFoot(paper, withHistory(name, facts.historyHead), `Page ${page} of ${pages}`),
  )
}

type BillingHead = {
  readonly office: InvoiceFacts['office']
  readonly name: string
  /** What stands above the address. */
  readonly addressed: string
  readonly case: BilledCase
  readonly billTo: readonly string[]
  /** What stands above the case. */
  readonly details: readonly (readonly [string, readonly Span[]])[]
}

/** Letterhead, what it is and of which case, and whom it goes to. A caption too long for its column goes below. */
export function drawBillingHead(
  paper: Paper,
  { office, name, addressed, case: billed, billTo, details }: BillingHead,
): void {
  const base = drawLetterhead(paper, office)
  const x = paper.left + (paper.right - paper.left) * 0.572
  const title = fitLine(paper, { text: name, voice: 'serif' }, [20.4, 18.4, 16.4, 14.4], paper.right - x)
  drawLine(paper, title, x, base + 53)
  const rows: Detail[] = [
    ...details.map(([label, value]) => ({ label, value })),
    { label: 'Our reference', value: [sans(billed.reference)] },
    { label: 'Case', value: captionSpans(billed.caption, { size: 11.2 }) },
    { label: 'Court', value: [sans(billed.court)] },
    { label: 'Case number', value: [sans(billed.caseNumber)] },
    { label: 'Subpoena of', value: [sans(billed.subpoenaOn ? plainDay(billed.subpoenaOn, 'en') : '')] },
  ].filter(({ value }) => value.some(({ text }) => text !== ''))
  const under = drawDetails(paper, rows, { x, y: base + 65.5, labelWidth: 76.5, most: 5 })
  const underAddress = drawAddress(paper, billTo.flatMap(linesIn), base, addressed)
  paper.y = Math.max(276, under.y + 24, underAddress + 24)
  for (const { label, value } of under.left) {
    makeRoom(paper, 45)
    write(paper, [{ text: label, voice: 'sans', ink: 'second' }], textStyle)
    write(paper, value, { size: 10.6, lead: 14.2 })
    paper.y += 12
  }
}

function writeDueAndPay(paper: Paper, facts: InvoiceFacts): void {
  const { office, number, dueDays, expected, basis, case: billed } = facts
  const gap = 26
  const width = (paper.right - paper.left - gap) / 2
  const due: Span[] = [sans(`Within ${dueDays} days of the day you receive it.`)]
  if (expected) {
    due.push(
      sans(` If ${expected.how} ${formatLong(expected.on)}, as expected, that is `),
      { text: formatLong(expected.due.value), voice: 'sans-bold' },
      sans(`${dueReason(expected.due)}.`),
    )
  }
  const written = [number, billed.caseNumber].filter((part) => part !== '').join(' and ')
  const pay: Span[] = [
    { text: `Checks payable to ${office.payee}`, voice: 'sans-bold' },
    sans(`\nPlease write ${written} on the check. ${basis}`),
  ]
  const columns = [
    { heading: 'When it is due', spans: due, x: paper.left },
    { heading: 'How to pay', spans: pay, x: paper.left + width + gap },
  ].map((column) => ({ ...column, lines: linesOf(paper, column.spans, textStyle, width) }))
  const tallest = Math.max(...columns.map(({ lines }) => lines.length)) * textStyle.lead + headingStyle.lead
  makeRoom(paper, tallest + 24)
  paper.y += 40 * Math.min(1, Math.max(0.5, (paper.bottom - paper.y - tallest) / 300))
  for (const { heading, lines, x } of columns) {
    const under = place(
      paper,
      linesOf(paper, [{ text: heading, voice: 'serif-bold' }], headingStyle, width),
      headingStyle,
      { at: x, y: paper.y },
    )
    place(paper, lines, textStyle, { at: x, y: under })
  }
  paper.y += tallest
}

function sans(text: string): Span {
  return { text, voice: 'sans' }
}
