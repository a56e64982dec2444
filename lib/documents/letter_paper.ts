import { plainDay } from '#lib/letters/dates.ts'
import type { Language, Letter } from '#lib/letters/letter.ts'
import { linesIn } from '#lib/letters/office.ts'
import { oneLine } from '#lib/letters/plain.ts'
import { skip, write } from './flow.ts'
import type { FontSet } from './fonts.ts'
import { bodyStyle, writeBlock, writeTitle } from './letter_blocks.ts'
import { drawAddress, drawDetails, drawFoot, drawLetterhead, withHistory } from './letterhead.ts'
import { type DrawnPaper, drawPaper } from './paper.ts'
import type { Span } from './text.ts'

/** Where a letter goes, and what stands on its paper beside its words. */
export type Envelope = {
  /** Name and address, a line each, as they show in the window. Line breaks within a text count too. */
  readonly to: readonly string[]
  /** "first-class mail", "FedEx 8817 0042 1190"; empty: not said. */
  readonly sentBy: string
  /** The head of the history when the letter was issued, for the foot; empty: not said. */
  readonly historyHead: string
}

const locales: Record<Language, string> = { en: 'en-US', ko: 'ko-KR', sv: 'sv-SE' }
const labels: Record<
  Language,
  { date: string; sentBy: string; reference: string; page(n: number, of: number): string }
> = {
  en: { date: 'Date', sentBy: 'Sent by', reference: 'Our reference', page: (n, of) => `Page ${n} of ${of}` },
  ko: { date: '날짜', sentBy: '발송 방법', reference: '당사 번호', page: (n, of) => `${n} / ${of} 쪽` },
  sv: {
    date: 'Datum',
    sentBy: 'Skickat med',
    reference: 'Vår referens',
    page: (n, of) => `Sida ${n} av ${of}`,
  },
}

/**
 * A letter on paper, a notice to a subscriber included: the same words as its mail, under the letterhead, with the address in the window of an envelope.
 *
 * @throws UnprintableText when a text holds a character without a glyph.
 */
export function letterPaper(letter: Letter, envelope: Envelope, fonts: FontSet): DrawnPaper {
  const drawn = draw(letter, envelope, fonts, 1)
  if (drawn.paper.pages === 1 || drawn.end > shortPage) return drawn.paper
  for (const spacing of [0.7, 0.4]) {
    const tighter = draw(letter, envelope, fonts, spacing).paper
    if (tighter.pages < drawn.paper.pages) return tighter
  }
  return drawn.paper
}

/** A last page that ends above this, in points from the top, holds too little to be worth a page. */
const shortPage = 130

function draw(letter: Letter, envelope: Envelope, fonts: FontSet, spacing: number) {
  const { office, reference, language } = letter
  const words = labels[language]
  const name = `${reference}, ${letter.name}`
  let end = 0
  const paper = drawPaper(
    {
      title: oneLine(`${letter.title} (${reference})`),
      author: oneLine(office.name),
      language: locales[language],
      on: letter.on,
      size: office.paperSize,
      continuation: name,
      spacing,
    },
    fonts,
    (paper) => {
      const base = drawLetterhead(paper, office)
      const details = [
        { label: words.date, value: [sans(plainDay(letter.on, language))] },
        { label: words.sentBy, value: envelope.sentBy ? [sans(envelope.sentBy)] : [] },
        { label: words.reference, value: [{ text: reference, voice: 'sans-bold' } as const] },
      ].filter(({ value }) => value.length > 0)
      const x = paper.left + (paper.right - paper.left) * 0.59
      const under = drawDetails(paper, details, { x, y: base + 39.5, labelWidth: 77 })
      const underAddress = drawAddress(paper, envelope.to.flatMap(linesIn), base)
      paper.y = Math.max(252, under.y + 20, underAddress + 20)

      writeTitle(paper, letter.title)
      if (letter.greeting) {
        write(paper, [{ text: letter.greeting, voice: 'serif' }], bodyStyle)
        skip(paper, 5)
      }
      for (const block of letter.blocks) writeBlock(paper, block)
      skip(paper, 2)
      if (letter.closing) write(paper, [{ text: letter.closing, voice: 'serif' }], bodyStyle)
      end = paper.y
    },
    (paper, page, pages) => drawFoot(paper, withHistory(name, envelope.historyHead), words.page(page, pages)),
  )
  return { paper, end }
}

function sans(text: string): Span {
  return { text, voice: 'sans' }
}
