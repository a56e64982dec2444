import type { CalendarDate } from '#lib/calendar/date.ts'
import { captionSpans } from '#lib/documents/caption.ts'
import { place, skip, write } from '#lib/documents/flow.ts'
import { drawAddress } from '#lib/documents/letterhead.ts'
import { type DrawnPaper, drawPaper, type Paper, rule } from '#lib/documents/paper.ts'
import { drawLine, linesOf, type Span, type TextStyle } from '#lib/documents/text.ts'
import { fontSet } from '../fonts.ts'
import { courtHead } from './courts.ts'

export type PaperWords = {
  readonly court: string
  readonly caption: string
  readonly caseNumber: string
  readonly on: CalendarDate
}

export const body: TextStyle = { size: 10.6, lead: 14.4 }
export const small: TextStyle = { size: 9, lead: 12 }
export const serif = (text: string): Span => ({ text, voice: 'serif' })

/**
 * A paper of somebody else's: a court's name over a caption, then what `draw` writes. Its own words, and of no form of
 * any court.
 */
export function outsidePaper(
  { court, caption, caseNumber, on }: PaperWords,
  title: string,
  draw: (paper: Paper) => void,
): DrawnPaper {
  return drawPaper(
    {
      title: `${title}: ${caption || 'no caption'}`,
      author: 'Invented for the sample office',
      language: 'en-US',
      on,
      size: 'letter',
      continuation: `${title}, ${caption}`,
    },
    fontSet(),
    (paper) => {
      drawHead(paper, court)
      drawCaption(paper, caption, caseNumber)
      centred(paper, [{ text: title.toUpperCase(), voice: 'serif-bold' }], { size: 12, lead: 17 })
      skip(paper, 10)
      draw(paper)
    },
    (paper, page, pages) => {
      const words = serif(`Page ${page} of ${pages}. Invented for the sample office; served on nobody.`)
      place(paper, linesOf(paper, [words], small, 440), small, { at: paper.left, y: paper.height - 34 })
    },
  )
}

/** A page of plain paragraphs under a caption: an order, a motion, a letter. */
export function plainPaper(words: PaperWords, title: string, paragraphs: readonly string[]): DrawnPaper {
  return outsidePaper(words, title, (paper) => {
    for (const text of paragraphs) {
      write(paper, [serif(text)], body)
      skip(paper, 8)
    }
  })
}

/** A letter to the office, without a caption: one that withdraws a paper, a consent. */
export function letterToUs(
  on: CalendarDate,
  from: readonly string[],
  paragraphs: readonly string[],
): DrawnPaper {
  return drawPaper(
    {
      title: paragraphs[0] ?? 'Letter',
      author: from[0] ?? '',
      language: 'en-US',
      on,
      size: 'letter',
      continuation: from[0] ?? '',
    },
    fontSet(),
    (paper) => {
      paper.y = drawAddress(paper, from, 40) + 60
      for (const text of paragraphs) {
        write(paper, [serif(text)], body)
        skip(paper, 10)
      }
    },
    () => {},
  )
}

function drawHead(paper: Paper, court: string): void {
  const [first, second] = courtHead(court)
  paper.y = 62
  if (first) centred(paper, [{ text: first.toUpperCase(), voice: 'serif-bold' }], { size: 15, lead: 20 })
  if (second) centred(paper, [serif(second)], body)
  skip(paper, 16)
}

/** The parties to the left of a bracket, the number to the right of it. */
function drawCaption(paper: Paper, caption: string, caseNumber: string): void {
  const top = paper.y
  const middle = paper.left + 260
  const spans = caption ? captionSpans(caption) : [serif(' ')]
  const lines = linesOf(paper, spans, { size: 12.4, lead: 17 }, 236)
  const under = Math.max(
    place(paper, lines, { size: 12.4, lead: 17 }, { at: paper.left, y: top + 12 }),
    top + 54,
  )
  for (let y = top + 10; y < under + 4; y += 12) drawText(paper, ')', middle, y)
  if (caseNumber) drawText(paper, `No.  ${caseNumber}`, middle + 18, top + 30)
  rule(paper, { from: paper.left, to: middle - 8, y: under + 6 })
  paper.y = under + 26
}

export function drawText(paper: Paper, text: string, x: number, y: number, style: TextStyle = body): void {
  const [line] = linesOf(paper, [serif(text)], style, paper.right - x)
  if (line) drawLine(paper, line, x, y)
}

export function centred(paper: Paper, spans: readonly Span[], style: TextStyle): void {
  const width = paper.right - paper.left
  for (const line of linesOf(paper, spans, style, width)) {
    drawLine(paper, line, paper.left + (width - line.width) / 2, paper.y + style.lead * 0.75)
    paper.y += style.lead
  }
}
