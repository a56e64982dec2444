/** Reads some bytes at a place; fewer at the end of the file, none beyond it. */
export type ReadAt = (offset: number, length: number) => Uint8Array

const mostPages = 20_000
const mostEntries = 4096
const mostStrips = 200_000

/** Where a page's picture lies (strips, tiles) and how long the pieces are. */
const placeTags = [273, 324]
const lengthTags = [279, 325]
const bytesOfType: Record<number, 2 | 4> = { 3: 2, 4: 4 }

/**
 * How many pages a TIFF has, or null when its chain of pages, or a piece of a picture, lies beyond the end: it was cut
 * off. Only offsets are followed, with a limit on everything; no picture is decoded.
 *
 * Source: TIFF revision 6.0, section 2.
 */
export function tiffPages(read: ReadAt, size: number): number | null {
  const header = read(0, 8)
  if (header.length < 8) return null
  const little = header[0] === 0x49
  const number = (bytes: Uint8Array, at: number, width: 2 | 4): number => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return width === 2 ? view.getUint16(at, little) : view.getUint32(at, little)
  }
  const seen = new Set<number>()
  let offset = number(header, 4, 4)
  while (offset !== 0) {
    if (seen.has(offset) || seen.size >= mostPages || offset < 8) return null
    seen.add(offset)
    const head = read(offset, 2)
    if (head.length < 2) return null
    const entries = number(head, 0, 2)
    const directory = read(offset + 2, entries * 12 + 4)
    if (entries === 0 || entries > mostEntries || directory.length < entries * 12 + 4) return null
    if (!isWhole(directory, entries)) return null
    offset = number(directory, entries * 12, 4)
  }
  return seen.size > 0 ? seen.size : null

  function isWhole(directory: Uint8Array, entries: number): boolean {
    const places = valuesOf(directory, entries, placeTags)
    const lengths = valuesOf(directory, entries, lengthTags)
    if (places === null || lengths === null) return false
    return places.every((place, index) => place + (lengths[index] ?? 0) <= size)
  }

  /** The numbers of the first entry with one of the tags; none without one, null when they lie beyond the end. */
  function valuesOf(directory: Uint8Array, entries: number, tags: readonly number[]): number[] | null {
    for (let entry = 0; entry < entries; entry++) {
      const at = entry * 12
      if (!tags.includes(number(directory, at, 2))) continue
      const width = bytesOfType[number(directory, at + 2, 2)]
      const count = number(directory, at + 4, 4)
      if (!width || count > mostStrips) return null
      const inline = count * width <= 4
      const bytes = inline
        ? directory.subarray(at + 8, at + 12)
        : read(number(directory, at + 8, 4), count * width)
      if (bytes.length < count * width) return null
      return Array.from({ length: count }, (_, index) => number(bytes, index * width, width))
    }
    return []
  }
}
