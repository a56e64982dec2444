import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { unwrapWoff } from './woff.ts'

const path = 'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'

test('an unwrapped font draws what the wrapped one draws', () => {
  const woff = readFileSync(path)
  const [wrapped, unwrapped] = [create(woff), create(unwrapWoff(woff))]
  expect(unwrapped.postscriptName).toBe(wrapped.postscriptName)
  for (const text of ['Åström v. Doe 1', '$1,063.00', 'office']) {
    expect(unwrapped.layout(text).advanceWidth).toBe(wrapped.layout(text).advanceWidth)
  }
})

test('its tables stand on four bytes and within the file', () => {
  const font = unwrapWoff(readFileSync(path))
  const view = new DataView(font.buffer)
  const count = view.getUint16(4)
  expect(count).toBeGreaterThan(8)
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index
    expect(view.getUint32(entry + 8) % 4).toBe(0)
    expect(view.getUint32(entry + 8) + view.getUint32(entry + 12)).toBeLessThanOrEqual(font.length)
  }
})

test.each([
  { what: 'nothing', bytes: new Uint8Array() },
  { what: 'another file', bytes: readFileSync('package.json') },
])('$what is refused', ({ bytes }) => {
  expect(() => unwrapWoff(bytes)).toThrow('Not a WOFF file.')
})
