import { linesIn } from '#lib/letters/office.ts'
import { formatMoney } from '#lib/money.ts'
import { captionSpans } from './caption.ts'
import { label, nextPage, place } from './flow.ts'
import type { InvoiceFacts } from './invoice_facts.ts'
import { type Paper, rule } from './paper.ts'
import { drawLine, linesOf, type Span } from './text.ts'

const height = 172
const style = { size: 9.8, lead: 13.6 } as const
const small = { size: 9.2, lead: 13, ink: 'second' } as const
const pitch = 17.7

/** The part that comes back with the check, at the foot of the last page; on a page more when there is no room. */
export function writeSlip(paper: Paper, facts: InvoiceFacts): void {
  const top = paper.height - height
  if (paper.y > top - 14) nextPage(paper)
  const [words] = linesOf(
    paper,
    [{ text: 'Please return this part with your check', voice: 'sans' }],
    small,
    300,
  )
  if (words) drawLine(paper, words, paper.left, top + 3)
  const dashed = { y: top, ink: 'second', dash: 2.6 } as const
  rule(paper, { from: 0, to: paper.left - 6, ...dashed })
  rule(paper, { from: paper.left + (words?.width ?? 0) + 7, to: paper.width, ...dashed })
  writeMailTo(paper, facts, top)
  writeStub(paper, facts, top)
  paper.y = paper.bottom
}

function writeMailTo(paper: Paper, { office }: InvoiceFacts, top: number): void {
  label(
    paper,
    [{ text: 'Mail to', voice: 'serif-bold' }],
    { size: 11.6, lead: 15 },
    { at: paper.left, baseline: top + 29.5, width: 200 },
  )
  const address = [office.name, office.department, ...linesIn(office.address)].filter((line) => line !== '')
  const lines = address.flatMap((text) => linesOf(paper, [{ text, voice: 'sans' }], style, 200))
  const lead = Math.min(style.lead, 96 / lines.length)
  const set = { size: Math.min(style.size, lead * 0.78), lead }
  const smaller = address.flatMap((text) => linesOf(paper, [{ text, voice: 'sans' }], set, 200))
  place(paper, smaller, set, { at: paper.left, y: top + 38 })
}

function writeStub(
  paper: Paper,
  { billTo, number, case: { caption, caseNumber }, total }: InvoiceFacts,
  top: number,
): void {
  const x = paper.left + (paper.right - paper.left) * 0.45
  const valueLeft = x + 82
  const width = paper.right - valueLeft
  const [payer = ''] = billTo.flatMap(linesIn)
  const rows: { name: string; value: Span[] }[] = [
    { name: 'From', value: [sans(payer)] },
    { name: 'Invoice', value: [sans(number)] },
    {
      name: 'Case',
      value: [
        sans([caseNumber, caption && ' '].filter(Boolean).join(',')),
        ...captionSpans(caption, { size: 9.6 }),
      ],
    },
    { name: 'Total due', value: [{ text: formatMoney(total), voice: 'sans-bold' }] },
  ]
  let y = top + 30
  for (const { name, value } of rows) {
    label(paper, [sans(name)], { ...style, ink: 'second' }, { at: x, baseline: y, width: 80 })
    label(paper, value, style, { at: paper.right, baseline: y, width, align: 'right' })
    rule(paper, { from: x, to: valueLeft - 11, y: y + 5.5, ink: 'line' })
    rule(paper, { from: valueLeft, to: paper.right, y: y + 5.5, ink: 'line' })
    y += pitch
  }
  y += 3
  label(paper, [sans('Amount enclosed')], { ...style, ink: 'second' }, { at: x, baseline: y, width: 82 })
  label(paper, [sans('$')], style, { at: valueLeft, baseline: y, width: 20 })
  rule(paper, { from: valueLeft, to: paper.right, y: y + 8, weight: 0.9 })
}

function sans(text: string): Span {
  return { text, voice: 'sans' }
}
