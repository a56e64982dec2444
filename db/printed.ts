import { missingGlyphs, UnprintableText } from '#lib/documents/printable.ts'
import { accept, type Refused, type Result } from '#lib/result.ts'
import { fontSet } from './fonts.ts'
import type { Drawn } from './papers.ts'
import { refuse } from './refusals.ts'

/** What every font of ours has; looking up each letter is most of the work of a long import. */
const everyFont = /^[\x20-\x7e\n]*$/

/**
 * Texts that will stand on one of our papers, by the field in which each was typed: the first that holds a character
 * without a glyph is refused beside its field. Null when all of them can be printed.
 */
export function unprintable(
  texts: Readonly<Record<string, string | null | undefined>>,
): Refused<'no-glyph'> | null {
  for (const [field, text] of Object.entries(texts)) {
    const missing = text && !everyFont.test(text) ? missingGlyphs(text, fontSet()) : []
    if (missing.length > 0) return refuse('no-glyph', { characters: missing.join(' ') }, field)
  }
  return null
}

/** Draws, and turns a character that nobody noticed before into a refusal: no paper ever says ???. */
export function drawn(draw: () => Drawn): Result<Drawn, 'no-glyph'> {
  try {
    return accept(draw())
  } catch (error) {
    if (!(error instanceof UnprintableText)) throw error
    return refuse('no-glyph', { characters: error.characters.join(' ') })
  }
}
