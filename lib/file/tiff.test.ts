import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiffPages } from './tiff.ts'

/** A TIFF of pages of one strip each, in either byte order. */
function tiff(pages: number, { little = true, strip = 40 } = {}): Buffer {
  const directory = 2 + 2 * 12 + 4
  const file = Buffer.alloc(8 + pages * (directory + strip))
  const short = (value: number, at: number) =>
    little ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at)
  file.write(little ? 'II' : 'MM', 0, 'latin1')
  short(42, 2)
  long(8, 4)
  for (let page = 0; page < pages; page++) {
    const at = 8 + page * (directory + strip)
    short(2, at)
    for (const [index, [tag, value]] of [
      [273, at + directory],
      [279, strip],
    ].entries()) {
      short(tag ?? 0, at + 2 + index * 12)
      short(4, at + 4 + index * 12)
      long(1, at + 6 + index * 12)
      long(value ?? 0, at + 10 + index * 12)
    }
    long(page + 1 < pages ? at + directory + strip : 0, at + 2 + 2 * 12)
  }
  return file
}

const count = (file: Buffer) =>
  tiffPages((offset, length) => file.subarray(offset, offset + length), file.length)

test.each([
  { pages: 1, little: true },
  { pages: 11, little: true },
  { pages: 3, little: false },
])('a TIFF of $pages pages has that many (little-endian: $little)', ({ pages, little }) => {
  expect(count(tiff(pages, { little }))).toBe(pages)
})

test('wherever a TIFF is cut off, it is seen', () => {
  const whole = tiff(3)
  for (let length = 0; length < whole.length; length++) expect(count(whole.subarray(0, length))).toBeNull()
})

test('a chain that turns back on itself ends', () => {
  const file = tiff(2)
  file.writeUInt32LE(8, file.length - 40 - 4)
  expect(count(file)).toBeNull()
})

test('many pages that share one long table of strips are turned away at once', () => {
  const [pages, strips] = [100, 200_000]
  const chain = 8 + strips * 4
  const file = Buffer.alloc(chain + pages * 30)
  file.write('II', 0, 'latin1')
  file.writeUInt16LE(42, 2)
  file.writeUInt32LE(chain, 4)
  for (let page = 0; page < pages; page++) {
    const at = chain + page * 30
    file.writeUInt16LE(2, at)
    for (const [index, tag] of [273, 279].entries()) {
      file.writeUInt16LE(tag, at + 2 + index * 12)
      file.writeUInt16LE(4, at + 4 + index * 12)
      file.writeUInt32LE(strips, at + 6 + index * 12)
      file.writeUInt32LE(8, at + 10 + index * 12)
    }
    file.writeUInt32LE(page + 1 < pages ? at + 30 : 0, at + 26)
  }
  const began = performance.now()
  expect(count(file)).toBeNull()
  expect(performance.now() - began).toBeLessThan(2000)
})

test('a fax of two thousand pages in small strips is within the budget', () => {
  expect(count(tiff(2000))).toBe(2000)
})

test('whatever the bytes are, reading them ends and answers a number or null', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (noise, little) => {
      const header = little ? [0x49, 0x49, 42, 0] : [0x4d, 0x4d, 0, 42]
      const pages = count(Buffer.from([...header, ...noise]))
      expect(pages === null || pages >= 1).toBe(true)
    }),
  )
})
