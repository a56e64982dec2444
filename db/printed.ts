import { missingGlyphs } from '#lib/documents/printable.ts'
import type { Refused } from '#lib/result.ts'
import { fontSet } from './fonts.ts'
import { refuse } from './refusals.ts'

/**
 * Texts that will stand on one of our papers, by the field in which each was typed: the first that holds a character
 * without a glyph is refused beside its field. Null when all of them can be printed.
 */
export function unprintable(
  texts: Readonly<Record<string, string | null | undefined>>,
): Refused<'no-glyph'> | null {
  for (const [field, text] of Object.entries(texts)) {
    const missing = text ? missingGlyphs(text, fontSet()) : []
    if (missing.length > 0) return refuse('no-glyph', { characters: missing.join(' ') }, field)
  }
  return null
}
