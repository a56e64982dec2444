import { formatMoney } from '#lib/money.ts'
import { makeRoom, place, writeLine } from './flow.ts'
import type { InvoiceFacts, PrintedLine } from './invoice_facts.ts'
import { commonYear, dayInColumn, quantityWords, rateWords, sumsByKind } from './invoice_words.ts'
import { type Ink, type Paper, rule } from './paper.ts'
import { baselineIn, drawLine, linesOf, type TextStyle } from './text.ts'

const style = { size: 9.8, lead: 13 } as const
const headStyle = { size: 9.2, lead: 13, ink: 'second' } as const
const padding = 3.5

type Columns = {
  date: number
  text: number
  textWidth: number
  quantity: number
  rate: number
  amount: number
}

/** The lines by kind, then the one total under its double rule. The head comes again on each page. */
export function writeTable(paper: Paper, { lines, total }: Pick<InvoiceFacts, 'lines' | 'total'>): void {
  const year = commonYear(lines)
  const columns = columnsOf(paper, year !== null)
  const head = () => writeHead(paper, columns, year === null ? 'Date' : String(year))
  makeRoom(paper, 80)
  head()
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    writeRow(paper, columns, line, year !== null, head)
    const edge = next === undefined ? { weight: 0.9, ink: 'ink' as const } : edgeBefore(line, next)
    rule(paper, { from: paper.left, to: paper.right, y: paper.y, ...edge })
  }
  writeTotal(paper, formatMoney(total), sumsByKind(lines), 'Total due')
}

/** A stronger line where another kind of charge begins. */
function edgeBefore(line: PrintedLine, next: PrintedLine): { weight: number; ink: Ink } {
  return line.kind === next.kind ? { weight: 0.5, ink: 'line' } : { weight: 0.7, ink: 'second' }
}

function columnsOf(paper: Paper, oneYear: boolean): Columns {
  const text = paper.left + (oneYear ? 46.5 : 68)
  const quantity = paper.right - 135
  return {
    date: paper.left,
    text,
    textWidth: quantity - 66 - text,
    quantity,
    rate: paper.right - 66,
    amount: paper.right,
  }
}

function writeHead(paper: Paper, columns: Columns, date: string): void {
  const y = paper.y
  cell(paper, date, headStyle, columns.date, y)
  cell(paper, 'For', headStyle, columns.text, y)
  cell(paper, 'Quantity', headStyle, columns.quantity, y, 'right')
  cell(paper, 'Rate', headStyle, columns.rate, y, 'right')
  cell(paper, 'Amount', headStyle, columns.amount, y, 'right')
  paper.y += headStyle.lead + 3
  rule(paper, { from: paper.left, to: paper.right, y: paper.y, weight: 0.9 })
}

function writeRow(
  paper: Paper,
  columns: Columns,
  line: PrintedLine,
  oneYear: boolean,
  head: () => void,
): void {
  const text = linesOf(paper, [{ text: line.description, voice: 'sans' }], style, columns.textWidth)
  if (makeRoom(paper, Math.min(text.length, 4) * style.lead + padding * 2)) head()
  paper.y += padding
  const y = paper.y
  cell(paper, dayInColumn(line.on, oneYear), style, columns.date, y)
  cell(paper, quantityWords(line), style, columns.quantity, y, 'right')
  cell(paper, rateWords(line), style, columns.rate, y, 'right')
  cell(paper, formatMoney(line.cents), style, columns.amount, y, 'right')
  for (const words of text) {
    if (makeRoom(paper, style.lead + padding)) {
      head()
      paper.y += padding
    }
    writeLine(paper, words, style, columns.text)
  }
  if (text.length === 0) paper.y += style.lead
  paper.y += padding
}

/** One amount in large figures under the table, with the one double rule of the house. */
export function writeTotal(paper: Paper, amount: string, sums: string, name: string): void {
  makeRoom(paper, 52)
  const top = paper.y
  const [figures] = linesOf(paper, [{ text: amount, voice: 'serif-bold' }], { size: 16.6, lead: 20 }, 260)
  const [label] = linesOf(paper, [{ text: name, voice: 'serif-bold' }], { size: 11.6, lead: 15 }, 200)
  if (label) drawLine(paper, label, paper.left, top + 19.5)
  if (figures) {
    drawLine(paper, figures, paper.right, top + 22, 'right')
    for (const y of [top + 28.4, top + 31])
      rule(paper, { from: paper.right - figures.width, to: paper.right, y, weight: 0.9 })
  }
  const lines = linesOf(
    paper,
    [{ text: sums, voice: 'sans', ink: 'second' }],
    style,
    paper.right - paper.left - 150,
  )
  paper.y = Math.max(place(paper, lines, style, { at: paper.left, y: top + 24 }), top + 34)
}

function cell(
  paper: Paper,
  text: string,
  textStyle: TextStyle,
  at: number,
  y: number,
  align: 'left' | 'right' = 'left',
): void {
  const [line] = linesOf(paper, [{ text, voice: 'sans' }], textStyle, paper.width)
  if (line) drawLine(paper, line, at, y + baselineIn(textStyle), align)
}
