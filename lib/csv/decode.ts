import { accept, type Result, refusals } from '#lib/result.ts'

const refuse = refusals({
  'not-text': () => 'This is no text file. Save the sheet as CSV (“CSV UTF-8” in Excel), and choose that.',
  workbook: () =>
    'This is a workbook, and not a CSV file. Open it, choose the sheet, save it as CSV (“CSV UTF-8” in Excel), and choose that.',
})

export type Decoded = { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' }

/**
 * The text in a file's bytes. UTF-8, UTF-16 with its mark, and what is neither is read as Windows-1252, in which every
 * byte is some letter: whoever shows the text says so, since only a person can see that the letters are wrong.
 *
 * Errors: `workbook` for a zip or an old Excel file, `not-text` where bytes of nothing stand between the letters.
 */
export function decoded(bytes: Uint8Array): Result<Decoded, 'not-text' | 'workbook'> {
  const starts = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return refuse('workbook')
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) {
    const text = new TextDecoder(starts(0xff, 0xfe) ? 'utf-16le' : 'utf-16be').decode(bytes)
    return accept({ text, encoding: 'UTF-16' })
  }
  if (bytes.includes(0)) return refuse('not-text')
  try {
    return accept({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' })
  } catch {
    return accept({ text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' })
  }
}
