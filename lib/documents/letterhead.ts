import { contactLines, type Office } from '#lib/letters/office.ts'
import { label, place } from './flow.ts'
import { type Paper, rule } from './paper.ts'
import { drawLine, fitLine, linesOf, type Span } from './text.ts'

const contactStyle = { size: 9.4, lead: 12 } as const
/** Where the rule under the letterhead stands, unless the office has more to say than fits above it. */
const usualBase = 84.5

/** Name and department to the left, how to reach us to the right, a rule under both; answers where the rule is. */
export function drawLetterhead(paper: Paper, office: Office): number {
  const width = paper.right - paper.left
  const lines = contactLines(office).flatMap((text) =>
    linesOf(paper, [{ text, voice: 'sans' }], contactStyle, width * 0.42),
  )
  const top = Math.max(28, usualBase - 7 - lines.length * contactStyle.lead)
  const under = place(paper, lines, contactStyle, { at: paper.right, y: top, align: 'right' })
  const base = Math.max(usualBase, under + 7)
  const name = nameLines(paper, office.name, width * 0.56)
  const department = fitLine(
    paper,
    { text: office.department, voice: 'serif-italic' },
    [12.4, 10.4],
    width * 0.56,
  )
  for (const [index, line] of name.lines.reverse().entries()) {
    drawLine(paper, line, paper.left, base - 25.5 - index * name.size * 1.2)
  }
  drawLine(paper, department, paper.left, base - 9.5)
  rule(paper, { from: paper.left, to: paper.right, y: base, weight: 1.2 })
  return base
}

/** The name on one line if a smaller size can do it, else on as many as it takes: a legal name is never cut. */
function nameLines(paper: Paper, text: string, width: number) {
  const at = (size: number) => ({
    size,
    lines: linesOf(paper, [{ text, voice: 'serif-bold' }], { size, lead: size }, width),
  })
  return [17.4, 15.4, 13.4].map(at).find(({ lines }) => lines.length < 2) ?? at(13.4)
}

const addressStyle = { size: 10.4, lead: 13.8 } as const
const smallStyle = { size: 9.2, lead: 13, ink: 'second' } as const

/**
 * The address inside the window of a #10 (or DL) envelope folded in three; answers where it ends. Under a letterhead
 * that reaches down to there it gives way, and the window with it.
 */
export function drawAddress(paper: Paper, lines: readonly string[], under: number, heading = ''): number {
  const windowTop = Math.max(175, under + 30)
  if (heading)
    label(paper, [{ text: heading, voice: 'sans' }], smallStyle, {
      at: paper.left,
      baseline: windowTop - 5,
      width: 200,
    })
  const printed = lines.flatMap((text) => linesOf(paper, [{ text, voice: 'sans' }], addressStyle, 235))
  return place(paper, printed, addressStyle, { at: paper.left, y: windowTop })
}

export type Detail = { readonly label: string; readonly value: readonly Span[] }

const detailStyle = { size: 9.8, lead: 14.6 } as const

/**
 * Labels and values in two columns, from `y` on; answers where they end. A value of more than `most` lines is left for
 * the caller to set elsewhere, and `elsewhere` printed in its place.
 */
export function drawDetails(
  paper: Paper,
  details: readonly Detail[],
  at: { x: number; y: number; labelWidth: number; most?: number; elsewhere?: string },
): { y: number; left: Detail[] } {
  const { x, labelWidth, most = 6, elsewhere = 'set out below' } = at
  const left: Detail[] = []
  let y = at.y
  for (const detail of details) {
    const width = paper.right - x - labelWidth
    let lines = linesOf(paper, detail.value, detailStyle, width)
    if (lines.length > most) {
      left.push(detail)
      lines = linesOf(paper, [{ text: elsewhere, voice: 'sans', ink: 'second' }], detailStyle, width)
    }
    const [name] = linesOf(
      paper,
      [{ text: detail.label, voice: 'sans', ink: 'second' }],
      detailStyle,
      labelWidth,
    )
    if (name) place(paper, [name], detailStyle, { at: x, y })
    y = place(paper, lines, detailStyle, { at: x + labelWidth, y })
  }
  return { y, left }
}

const footStyle = { size: 8.4, lead: 11, ink: 'second' } as const

/** What the paper is and the head of the history when it was issued, and the page, at the foot of each page. */
export function drawFoot(paper: Paper, words: string, page: string): void {
  const baseline = paper.height - 22.5
  label(paper, [{ text: words, voice: 'sans' }], footStyle, {
    at: paper.left,
    baseline,
    width: paper.right - paper.left - 80,
  })
  label(paper, [{ text: page, voice: 'sans' }], footStyle, {
    at: paper.right,
    baseline,
    width: 80,
    align: 'right',
  })
}

/** The foot's words: what the paper is, and the head of the history when it was issued. */
export function withHistory(name: string, head: string): string {
  return head ? `${name} · history ${head}` : name
}
