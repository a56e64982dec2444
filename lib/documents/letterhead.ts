import { contactLines, type Office } from '#lib/letters/office.ts'
import { label, place } from './flow.ts'
import { type Paper, rule } from './paper.ts'
import { linesOf, type Span } from './text.ts'

const nameStyle = { size: 17.4, lead: 21 } as const
const departmentStyle = { size: 12.4, lead: 15 } as const
const contactStyle = { size: 9.4, lead: 12 } as const

/** Name and department to the left, how to reach us to the right, a rule under both. */
export function drawLetterhead(paper: Paper, office: Office): void {
  const contacts = contactLines(office).map((text): Span => ({ text, voice: 'sans' }))
  const width = paper.right - paper.left
  const lines = contacts.flatMap((span) => linesOf(paper, [span], contactStyle, width * 0.42)).slice(0, 7)
  const top = Math.min(42, 84.5 - 7 - lines.length * contactStyle.lead)
  const under = place(paper, lines, contactStyle, { at: paper.right, y: top, align: 'right' })
  const base = Math.max(84.5, under + 7)
  label(paper, [{ text: office.name, voice: 'serif-bold' }], nameStyle, {
    at: paper.left,
    baseline: base - 25.5,
    width: width * 0.56,
  })
  label(paper, [{ text: office.department, voice: 'serif-italic' }], departmentStyle, {
    at: paper.left,
    baseline: base - 9.5,
    width: width * 0.56,
  })
  rule(paper, { from: paper.left, to: paper.right, y: base, weight: 1.2 })
}

const addressStyle = { size: 10.4, lead: 13.8 } as const
const smallStyle = { size: 9.2, lead: 13, ink: 'second' } as const

/** The address inside the window of a #10 (or DL) envelope folded in three; answers where it ends. */
export function drawAddress(paper: Paper, lines: readonly string[], heading = ''): number {
  const windowTop = 175
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
