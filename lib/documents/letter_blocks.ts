import type { Block, KeyDay, Row, Words } from '#lib/letters/letter.ts'
import { captionSpans } from './caption.ts'
import { label, makeRoom, nextPage, place, skip, write, writeLine } from './flow.ts'
import { type Paper, rule } from './paper.ts'
import { type Line, linesOf, type Span } from './text.ts'

export const bodyStyle = { size: 10.6, lead: 14.2 } as const
const headingStyle = { size: 11.6, lead: 16 } as const
const titleSizes = [18, 17.2, 16.4] as const
const rowStyle = { size: 9.7, lead: 13.5 } as const
const dayStyle = { size: 12.2, lead: 16 } as const
const labelWidth = 80
const stepIndent = 18

/** What the letter is about, the largest words on it: a little smaller where that spares a second line. */
export function writeTitle(paper: Paper, text: string): void {
  const style = (size: number) => ({ size, lead: size * 1.26 })
  const fits = titleSizes.find(
    (size) => linesOf(paper, [{ text, voice: 'serif' }], style(size), paper.right - paper.left).length === 1,
  )
  write(paper, [{ text, voice: 'serif' }], style(fits ?? titleSizes[0]))
  skip(paper, 6)
}

export function writeBlock(paper: Paper, block: Block): void {
  switch (block.kind) {
    case 'paragraph':
      write(paper, serif(block.words), bodyStyle)
      skip(paper, 5)
      return
    case 'heading':
      makeRoom(paper, headingStyle.lead + bodyStyle.lead * 3)
      skip(paper, 4)
      write(paper, [{ text: block.text, voice: 'serif-bold' }], headingStyle)
      return
    case 'days':
      writeDays(paper, block.first, block.second)
      return
    case 'rows':
      writeRows(paper, block.rows)
      return
    case 'steps':
      for (const [index, words] of block.items.entries()) writeStep(paper, `${index + 1}.`, serif(words))
      skip(paper, 2)
      return
    case 'points':
      for (const { title, words } of block.items) {
        makeRoom(paper, bodyStyle.lead * 3)
        if (title) write(paper, [{ text: title, voice: 'serif-bold' }], bodyStyle)
        write(paper, serif(words), bodyStyle)
        skip(paper, 5)
      }
      return
    case 'sign':
      writeSign(paper, block.lines)
      return
    case 'part':
      nextPage(paper)
      writeTitle(paper, block.title)
  }
}

/** The two days side by side between two rules: to object by, and to be answered from. */
function writeDays(paper: Paper, first: KeyDay, second: KeyDay): void {
  const middle = paper.left + (paper.right - paper.left) * 0.523
  const gap = 21
  const columns = [
    { day: first, x: paper.left, width: middle - paper.left - 10 },
    { day: second, x: middle + gap, width: paper.right - middle - gap },
  ].map(({ day, x, width }) => ({
    x,
    label: linesOf(paper, [{ text: day.label, voice: 'sans' }], rowStyle, width),
    day: linesOf(paper, [{ text: day.day, voice: 'serif-bold' }], dayStyle, width),
    note: linesOf(paper, [{ text: day.note, voice: 'sans' }], rowStyle, width),
  }))
  const most = (part: 'label' | 'day' | 'note') => Math.max(...columns.map((column) => column[part].length))
  const height = (most('label') + most('note')) * rowStyle.lead + most('day') * dayStyle.lead
  makeRoom(paper, height + 26)
  skip(paper, 4)
  rule(paper, { from: paper.left, to: paper.right, y: paper.y, weight: 1.2 })
  const top = paper.y + 6
  for (const column of columns) {
    // Labels of unlike length end on one line, so that the two days stand side by side.
    const y = top + (most('label') - column.label.length) * rowStyle.lead
    const underLabel = place(paper, column.label, rowStyle, { at: column.x, y })
    const underDay = place(paper, column.day, dayStyle, { at: column.x, y: underLabel })
    place(paper, column.note, rowStyle, { at: column.x, y: underDay })
  }
  paper.doc.save().lineWidth(0.6).strokeColor('#c8c4b9')
  paper.doc
    .moveTo(middle, top)
    .lineTo(middle, top + height)
    .stroke()
    .restore()
  paper.y = top + height + 6
  rule(paper, { from: paper.left, to: paper.right, y: paper.y, weight: 1.2 })
  skip(paper, 9)
}

function writeRows(paper: Paper, rows: readonly Row[]): void {
  const x = paper.left + labelWidth
  for (const row of rows) {
    const name = linesOf(paper, [{ text: row.label, voice: 'sans', ink: 'second' }], rowStyle, labelWidth - 8)
    const lines = row.lines.flatMap((words) => linesOf(paper, sans(words), rowStyle, paper.right - x))
    makeRoom(paper, Math.min(Math.max(name.length, lines.length), 3) * rowStyle.lead + 5)
    skip(paper, 2.4)
    const top = paper.y
    const underName = place(paper, name, rowStyle, { at: paper.left, y: top })
    const paged = writeLines(paper, lines, x)
    if (!paged) paper.y = Math.max(paper.y, underName)
    skip(paper, 2.4)
    if (!paged) rule(paper, { from: paper.left, to: x - 12, y: paper.y, ink: 'line' })
    rule(paper, { from: x, to: paper.right, y: paper.y, ink: 'line' })
  }
  skip(paper, 8)
}

/** True when the lines ran on to another page. */
function writeLines(paper: Paper, lines: readonly Line[], x: number): boolean {
  const pages = paper.doc.bufferedPageRange().count
  for (const line of lines) writeLine(paper, line, rowStyle, x)
  return paper.doc.bufferedPageRange().count > pages
}

function writeStep(paper: Paper, number: string, spans: readonly Span[]): void {
  makeRoom(paper, bodyStyle.lead * 2)
  const baseline = paper.y + (bodyStyle.lead - bodyStyle.size) / 2 + bodyStyle.size * 0.8
  label(paper, [{ text: number, voice: 'serif' }], bodyStyle, { at: paper.left, baseline, width: stepIndent })
  write(paper, spans, bodyStyle, { x: paper.left + stepIndent })
  skip(paper, 3.5)
}

/** Lines to write on by hand, two abreast, with what belongs on each under it. */
function writeSign(paper: Paper, lines: readonly string[]): void {
  const gap = 26
  const width = (paper.right - paper.left - gap) / 2
  for (let index = 0; index < lines.length; index += 2) {
    makeRoom(paper, 54)
    paper.y += 34
    for (const [column, text] of lines.slice(index, index + 2).entries()) {
      const x = paper.left + column * (width + gap)
      rule(paper, { from: x, to: x + width, y: paper.y, weight: 0.6 })
      const under = linesOf(paper, [{ text, voice: 'sans', ink: 'second' }], rowStyle, width)
      place(paper, under, rowStyle, { at: x, y: paper.y + 1 })
    }
    paper.y += rowStyle.lead + 6
  }
}

function serif(words: Words): Span[] {
  return spansOf(words, 'serif', 'serif-bold')
}

function sans(words: Words): Span[] {
  return spansOf(words, 'sans', 'sans-bold', rowStyle.size + 0.9)
}

function spansOf(
  words: Words,
  voice: 'serif' | 'sans',
  bold: 'serif-bold' | 'sans-bold',
  captionSize?: number,
): Span[] {
  if (typeof words === 'string') return [{ text: words, voice }]
  return words.flatMap((part): Span[] => {
    if (typeof part === 'string') return [{ text: part, voice }]
    if ('strong' in part) return [{ text: part.strong, voice: bold }]
    return captionSpans(part.caption, { size: captionSize })
  })
}
