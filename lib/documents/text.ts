import type { Face, Voice } from './fonts.ts'
import { type Ink, inks, type Paper, takeFace } from './paper.ts'
import { glyphs, isMissing, UnprintableText } from './printable.ts'

/** Words in one voice; sizes in points. A span without a size takes that of its text. */
export type Span = {
  readonly text: string
  readonly voice: Voice
  readonly size?: number
  readonly ink?: Ink
}
/** Size and line height in points. */
export type TextStyle = { readonly size: number; readonly lead: number; readonly ink?: Ink }

type Piece = {
  readonly face: Face
  readonly text: string
  readonly size: number
  readonly ink: Ink
  readonly width: number
}
type Word = {
  readonly pieces: readonly Piece[]
  readonly width: number
  readonly space: Piece | null
  readonly endsLine: boolean
}
export type Line = { readonly pieces: readonly Piece[]; readonly width: number }

/**
 * Breaks a text into lines no wider than `width`: at spaces and dashes, and inside a word only when the word alone is
 * wider than the line. Korean too is broken at its spaces.
 *
 * @throws UnprintableText when a character has no glyph.
 */
export function linesOf(paper: Paper, spans: readonly Span[], style: TextStyle, width: number): Line[] {
  const lines: Line[] = []
  let pieces: Piece[] = []
  let used = 0
  let space: Piece | null = null
  const close = () => {
    lines.push(lineOf(paper, pieces))
    pieces = []
    used = 0
    space = null
  }
  for (const word of wordsOf(paper, spans, style)) {
    const before: number = space?.width ?? 0
    if (pieces.length > 0 && used + before + word.width > width) close()
    if (space) pieces.push(space)
    used += space?.width ?? 0
    for (const piece of word.width > width ? lettersOf(paper, word) : word.pieces) {
      if (word.width > width && used > 0 && used + piece.width > width) close()
      pieces.push(piece)
      used += piece.width
    }
    space = word.space
    if (word.endsLine) close()
  }
  if (pieces.length > 0) close()
  return lines
}

/** Draws one line with its baseline at `y`; `at` is its left edge, or its right one when aligned to the right. */
export function drawLine(
  paper: Paper,
  line: Line,
  at: number,
  y: number,
  align: 'left' | 'right' = 'left',
): void {
  let x = align === 'left' ? at : at - line.width
  for (const piece of line.pieces) {
    takeFace(paper, piece.face, piece.size)
    paper.doc.fillColor(inks[piece.ink]).text(piece.text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    x += piece.width
  }
}

/** Where the baseline of a line stands, in points under the top of its box. */
export function baselineIn({ size, lead }: TextStyle): number {
  return (lead - size) / 2 + size * 0.8
}

/** The first line of a text as it fits a width, with an ellipsis when there was more. */
export function oneLine(paper: Paper, spans: readonly Span[], style: TextStyle, width: number): Line {
  const [whole, second] = linesOf(paper, spans, style, width)
  if (!second) return whole ?? { pieces: [], width: 0 }
  const voice = spans[0]?.voice ?? 'sans'
  const [dots] = linesOf(paper, [{ text: '…', voice }], style, width)
  const [first] = linesOf(paper, spans, style, width - (dots?.width ?? 0))
  return lineOf(paper, [...(first?.pieces ?? []), ...(dots?.pieces ?? [])])
}

/** A text on one line at the largest of the sizes at which it fits; cut with an ellipsis only at the smallest. */
export function fitLine(
  paper: Paper,
  span: Span,
  sizes: readonly [number, ...number[]],
  width: number,
): Line {
  const style = (size: number) => ({ size, lead: size })
  const fits = sizes.find((size) => linesOf(paper, [span], style(size), width).length < 2)
  return oneLine(paper, [span], style(fits ?? Math.min(...sizes)), width)
}

function* wordsOf(paper: Paper, spans: readonly Span[], style: TextStyle): Generator<Word> {
  let pieces: Piece[] = []
  for (const span of spans) {
    const { size = style.size, ink = style.ink ?? 'ink' } = span
    const drawn = glyphs(span.text, span.voice, paper.fonts)
    const missing = drawn.filter(isMissing)
    if (missing.length > 0) throw new UnprintableText([...new Set(missing.map(({ char }) => char))])
    let face: Face | null = null
    let text = ''
    const flush = () => {
      if (face && text) pieces.push(pieceOf(paper, face, text, size, ink))
      text = ''
    }
    const word = (space: Piece | null, endsLine: boolean): Word => {
      flush()
      const made = { pieces, width: sum(pieces), space, endsLine }
      pieces = []
      return made
    }
    for (const [index, glyph] of drawn.entries()) {
      if (glyph.char === ' ' && glyph.face) yield word(pieceOf(paper, glyph.face, ' ', size, ink), false)
      else if (glyph.face === null) yield word(null, true)
      else {
        if (glyph.face !== face) flush()
        face = glyph.face
        text += glyph.char
        if (mayBreakAfter(glyph.char, drawn[index - 1]?.char, drawn[index + 1]?.char)) yield word(null, false)
      }
    }
    flush()
  }
  if (pieces.length > 0) yield { pieces, width: sum(pieces), space: null, endsLine: false }
}

/** After a dash, and after a hyphen or slash between letters; never inside a case number or a date. */
function mayBreakAfter(char: string, before = '', after = ''): boolean {
  if (after === '' || after === ' ') return false
  if (char === '—' || char === '–') return !/\d/.test(after)
  return /[-/]/.test(char) && /\p{L}/u.test(before) && /\p{L}/u.test(after)
}

/** The letters of a word that is too long for a line, one by one, each with the marks that stand on it. */
function* lettersOf(paper: Paper, word: Word): Generator<Piece> {
  for (const { face, text, size, ink } of word.pieces) {
    for (const [letter] of text.matchAll(/\P{M}\p{M}*/gu)) yield pieceOf(paper, face, letter, size, ink)
  }
}

/** Joins neighbours of one face, so that kerning and the text that is read back run through. */
function lineOf(paper: Paper, pieces: readonly Piece[]): Line {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && last.face === piece.face && last.size === piece.size && last.ink === piece.ink) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text, width: 0 }
    } else joined.push(piece)
  }
  const measured = joined.map((piece) =>
    piece.width ? piece : pieceOf(paper, piece.face, piece.text, piece.size, piece.ink),
  )
  return { pieces: measured, width: sum(measured) }
}

function pieceOf(paper: Paper, face: Face, text: string, size: number, ink: Ink): Piece {
  takeFace(paper, face, size)
  return { face, text, size, ink, width: paper.doc.widthOfString(text) }
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, { width }) => total + width, 0)
}
