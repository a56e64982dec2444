import type { Face, FontSet, Voice } from './fonts.ts'

/** What a reader puts where it could not read a character: never to be printed as if it had been meant. */
const lost = '\ufffd'

/** A text that holds characters for which no font has a glyph. Asked at entry, so on paper this is a broken world. */
export class UnprintableText extends Error {
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    super(`No glyph for ${characters.map(codePointName).join(', ')}`)
    this.name = 'UnprintableText'
    this.characters = characters
  }
}

/** A character and the file that draws it; `face` is null for a line break and for what cannot be printed. */
export type Glyph = { readonly char: string; readonly face: Face | null }

/**
 * The text as ink can show it: NFC, line ends as `\n`, every kind of blank as a space or an unbreakable space, the two
 * rare hyphens as the common one. Characters that have no printed form of their own (controls, joiners, direction
 * marks, variation selectors) are left out, so that nothing on paper is there unseen.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\u202f\u2007]/gu, '\u00a0')
    .replace(/\t|(?!\u00a0)\p{Zs}/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '')
}

/**
 * Each printed character with the file that draws it. A mark that stands on the letter before it is taken from that
 * letter's file, where it would sit right; when that file lacks it, it counts as unprintable.
 */
export function glyphs(text: string, voice: Voice, fonts: FontSet): Glyph[] {
  const drawn: Glyph[] = []
  for (const char of printable(text)) {
    const before = drawn.at(-1)?.face
    if (char === '\n') drawn.push({ char, face: null })
    else if (before && /\p{M}/u.test(char)) {
      const sits = before.program.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)
      drawn.push({ char, face: sits ? before : null })
    } else drawn.push({ char, face: char === lost ? null : fonts.font(voice, char) })
  }
  return drawn
}

/**
 * The characters of a text that our papers cannot print, each once, in the order of the text. Empty when all can.
 *
 * Asked when a text is entered, beside its field. Both the serif and the sans must have the character, since a name
 * may stand in either.
 */
export function missingGlyphs(
  text: string,
  fonts: FontSet,
  voices: readonly Voice[] = ['serif', 'sans'],
): string[] {
  const missing = voices.flatMap((voice) => glyphs(text, voice, fonts)).filter(isMissing)
  return [...new Set(missing.map(({ char }) => char))]
}

export function isMissing({ char, face }: Glyph): boolean {
  return face === null && char !== '\n'
}

function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
