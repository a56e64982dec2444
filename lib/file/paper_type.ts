/** The kinds of paper that are kept as they came: by their name, by their first bytes, by how they end. */
export type PaperType = 'pdf' | 'tiff' | 'jpeg' | 'png'

export const paperTypes: Record<
  PaperType,
  { readonly label: string; readonly contentType: string; readonly extensions: readonly string[] }
> = {
  pdf: { label: 'PDF', contentType: 'application/pdf', extensions: ['pdf'] },
  tiff: { label: 'TIFF', contentType: 'image/tiff', extensions: ['tif', 'tiff'] },
  jpeg: { label: 'JPEG', contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { label: 'PNG', contentType: 'image/png', extensions: ['png'] },
}

/** What a file chooser offers. */
export const acceptedNames = Object.values(paperTypes)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',')

/** A spreadsheet that subpoenas were taken over from; it stands in the place of their papers until those are filed. */
export const spreadsheetType = 'text/csv'

/** 50 MB, as binary megabytes: what a fax machine's operator would call 50 MB passes. */
export const mostBytes = 50 * 1024 * 1024

/** How many bytes of its beginning and its end are looked at. */
export const edge = 2048

const types = Object.keys(paperTypes) as PaperType[]

/** Null when the name's ending is none of ours. */
export function typeByName(name: string): PaperType | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return types.find((type) => paperTypes[type].extensions.includes(extension)) ?? null
}

/** By the magic bytes alone. @param head At least the first 1,024 bytes, or all there are. */
export function typeByContent(head: Uint8Array): PaperType | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(head, [0x49, 0x49, 42, 0]) || startsWith(head, [0x4d, 0x4d, 0, 42])) return 'tiff'
  // Some scanners put a line of their own before it; readers look through the first kilobyte.
  return latin(head.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : null
}

/** The content type of what was stored, from its first bytes. */
export function contentTypeOf(head: Uint8Array): string {
  const type = typeByContent(head)
  return type ? paperTypes[type].contentType : 'application/octet-stream'
}

/**
 * Whether the file ends as one of its kind does. A TIFF's end says nothing: its chain of pages is walked instead.
 *
 * @param tail The last `edge` bytes, or all there are.
 */
export function endsAsItShould(type: PaperType, tail: Uint8Array): boolean {
  if (type === 'tiff') return true
  const end = latin(tail)
  if (type === 'pdf') return /(startxref|xref)[\s\S]*%%EOF/.test(end)
  if (type === 'png') return end.includes('IEND\xaeB`\x82')
  return end.lastIndexOf('\xff\xd9') >= Math.max(0, end.length - 1024)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte)
}

/** One character a byte, so that text can be looked for among bytes. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
