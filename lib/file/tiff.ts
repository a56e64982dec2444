/** Reads some bytes at a place; fewer at the end of the file, none beyond it. */
export type ReadAt = (offset: number, length: number) => Uint8Array

const mostPages = 20_000
/** Budgets for a whole file, not for a page: pages may all point at one table, and each would be read again. */
const mostEntries = 400_000
const mostStrips = 1_000_000

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
  const seen = new Set<number>()
  let entriesLeft = mostEntries
  let stripsLeft = mostStrips
  let offset = viewOf(header).getUint32(4, little)
  while (offset !== 0) {
    if (seen.has(offset) || seen.size >= mostPages || offset < 8) return null
    seen.add(offset)
    const head = read(offset, 2)
    if (head.length < 2) return null
    const entries = viewOf(head).getUint16(0, little)
    entriesLeft -= entries
    if (entries === 0 || entriesLeft < 0) return null
    const directory = read(offset + 2, entries * 12 + 4)
    if (directory.length < entries * 12 + 4) return null
    const view = viewOf(directory)
    if (!isWhole(view, entries)) return null
    offset = view.getUint32(entries * 12, little)
  }
  return seen.size > 0 ? seen.size : null

  function isWhole(directory: DataView, entries: number): boolean {
    const places = valuesOf(directory, entries, placeTags)
    const lengths = valuesOf(directory, entries, lengthTags)
    if (places === null || lengths === null) return false
    for (let index = 0; index < places.count; index++) {
      const length = index < lengths.count ? lengths.value(index) : 0
      if (places.value(index) + length > size) return false
    }
    return true
  }

  /** The numbers of the first entry with one of the tags; none without one, null when they lie beyond the end. */
  function valuesOf(directory: DataView, entries: number, tags: readonly number[]): Values | null {
    for (let at = 0; at < entries * 12; at += 12) {
      if (!tags.includes(directory.getUint16(at, little))) continue
      const width = bytesOfType[directory.getUint16(at + 2, little)]
      const count = directory.getUint32(at + 4, little)
      stripsLeft -= count
      if (!width || stripsLeft < 0) return null
      const inline = count * width <= 4
      const values = inline
        ? new DataView(directory.buffer, directory.byteOffset + at + 8, 4)
        : viewOf(read(directory.getUint32(at + 8, little), count * width))
      if (values.byteLength < count * width) return null
      const value = (index: number) =>
        width === 2 ? values.getUint16(index * 2, little) : values.getUint32(index * 4, little)
      return { count, value }
    }
    return { count: 0, value: () => 0 }
  }
}

type Values = { readonly count: number; readonly value: (index: number) => number }

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
