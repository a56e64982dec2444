/** The voices of our papers: the serif for cases and letters, the sans for tables and addresses, each with a bold. */
export type Voice = 'serif' | 'serif-italic' | 'serif-bold' | 'sans' | 'sans-bold'

/** As much of a fontkit font as is asked of it here. */
export type FontProgram = {
  readonly postscriptName: string
  readonly unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(text: string): { readonly advanceWidth: number }
}

/** One font file. The name tells files of one family apart, and is the same in every process. */
export type Face = { readonly name: string; readonly program: FontProgram }

/**
 * Which font file draws a character in a voice: handed in, since nothing here reads the disk.
 * Null: no file has it, so it cannot be printed. `char` is one code point.
 */
export type FontSet = { font(voice: Voice, char: string): Face | null }
