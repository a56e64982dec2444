import { inflateSync } from 'node:zlib'

const headLength = 44
const entryLength = 20

/**
 * The font inside a WOFF file, as a font program (sfnt). Done once a file: fontkit would inflate a table at each look.
 *
 * @throws Error when the bytes are no WOFF.
 * Source: W3C WOFF File Format 1.0, §3 to §5.
 */
export function unwrapWoff(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (woff.byteLength < headLength || from.getUint32(0) !== 0x774f4646) throw new Error('Not a WOFF file.')
  const count = from.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) =>
    readEntry(from, headLength + entryLength * index),
  )

  const starts: number[] = []
  let size = 12 + 16 * count
  for (const table of tables) {
    starts.push(size)
    size += Math.ceil(table.length / 4) * 4
  }
  const font = new Uint8Array(size)
  const to = new DataView(font.buffer)
  const steps = Math.floor(Math.log2(count))
  to.setUint32(0, from.getUint32(4))
  to.setUint16(4, count)
  to.setUint16(6, 2 ** steps * 16)
  to.setUint16(8, steps)
  to.setUint16(10, (count - 2 ** steps) * 16)
  for (const [index, table] of tables.entries()) {
    const start = starts[index] ?? 0
    const entry = 12 + 16 * index
    to.setUint32(entry, table.tag)
    to.setUint32(entry + 4, table.checksum)
    to.setUint32(entry + 8, start)
    to.setUint32(entry + 12, table.length)
    const bytes = woff.subarray(table.offset, table.offset + table.packed)
    font.set(table.packed < table.length ? inflateSync(bytes) : bytes, start)
  }
  return font
}

function readEntry(from: DataView, at: number) {
  return {
    tag: from.getUint32(at),
    offset: from.getUint32(at + 4),
    packed: from.getUint32(at + 8),
    length: from.getUint32(at + 12),
    checksum: from.getUint32(at + 16),
  }
}
