import { margins, type Paper, rule } from './paper.ts'
import { baselineIn, drawLine, type Line, linesOf, oneLine, type Span, type TextStyle } from './text.ts'

const headStyle = { size: 8.4, lead: 12, ink: 'second' } as const

/** Starts a page, with the paper's name at its head, and puts `y` under it. */
export function nextPage(paper: Paper): void {
  paper.doc.addPage()
  const line = oneLine(
    paper,
    [{ text: paper.continuation, voice: 'sans' }],
    headStyle,
    paper.right - paper.left,
  )
  drawLine(paper, line, paper.left, 50)
  rule(paper, { from: paper.left, to: paper.right, y: 57, ink: 'line' })
  paper.y = margins.top
}

/** Makes sure that `height` points are free, on a new page if need be. True when a page was started. */
export function makeRoom(paper: Paper, height: number): boolean {
  if (paper.y + height <= paper.bottom) return false
  nextPage(paper)
  return true
}

/** Leaves a space, which a paper that is set tight makes smaller. */
export function skip(paper: Paper, points: number): void {
  paper.y += points * paper.spacing
}

export type Place = { readonly x?: number; readonly width?: number; readonly align?: 'left' | 'right' }

/** Writes a text where the paper stands and moves on below it, over as many pages as it takes. */
export function write(paper: Paper, spans: readonly Span[], style: TextStyle, place: Place = {}): void {
  const { x = paper.left, align = 'left' } = place
  const width = place.width ?? paper.right - x
  const lines = linesOf(paper, spans, style, width)
  if (lines.length > 1) makeRoom(paper, style.lead * 2) // no single line left behind at a foot
  for (const line of lines) writeLine(paper, line, style, align === 'left' ? x : x + width, align)
}

export function writeLine(
  paper: Paper,
  line: Line,
  style: TextStyle,
  at: number,
  align: 'left' | 'right' = 'left',
): void {
  makeRoom(paper, style.lead)
  drawLine(paper, line, at, paper.y + baselineIn(style), align)
  paper.y += style.lead
}

/** Writes lines at a fixed place, leaving `y` as it was; answers where the last one ends. For what has its own box. */
export function place(
  paper: Paper,
  lines: readonly Line[],
  style: TextStyle,
  { at, y, align = 'left' }: { at: number; y: number; align?: 'left' | 'right' },
): number {
  for (const [index, line] of lines.entries())
    drawLine(paper, line, at, y + index * style.lead + baselineIn(style), align)
  return y + lines.length * style.lead
}

/** One line at a fixed baseline, cut with an ellipsis when it is too long. */
export function label(
  paper: Paper,
  spans: readonly Span[],
  style: TextStyle,
  {
    at,
    baseline,
    width,
    align = 'left',
  }: { at: number; baseline: number; width: number; align?: 'left' | 'right' },
): void {
  drawLine(paper, oneLine(paper, spans, style, width), at, baseline, align)
}
