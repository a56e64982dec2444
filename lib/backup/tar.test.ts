import { expect, test } from 'vitest'
import { paddingOf, readTarHeader, tarEnd, tarHeader } from './tar.ts'

test.each([
  { name: 'manifest.json', size: 0 },
  { name: `files/ab/${'ab'.repeat(32)}`, size: 52_428_800 },
  { name: 'office.sqlite', size: 8 ** 11 - 1 },
  { name: 'office.sqlite', size: 40_000_000_000 },
])('a header says what it was made of: $name, $size bytes', ({ name, size }) => {
  const header = tarHeader(name, size, 1_767_600_000_000)
  expect(header).toHaveLength(512)
  expect(readTarHeader(header)).toEqual({ name, size })
})

test('a header of which one bit is another is none', () => {
  const header = Buffer.from(tarHeader('office.sqlite', 4096, 0))
  for (const place of [0, 126, 300]) {
    const flipped = Buffer.from(header)
    flipped[place] = (flipped[place] ?? 0) ^ 1
    expect(() => readTarHeader(flipped)).toThrow(RangeError)
  }
})

test('empty blocks are the end', () => {
  expect(readTarHeader(tarEnd.subarray(0, 512))).toBeNull()
})

test('members are filled up to whole blocks', () => {
  expect([0, 1, 511, 512, 513].map(paddingOf)).toEqual([0, 511, 1, 0, 511])
})

test('a name that the format cannot hold is refused', () => {
  expect(() => tarHeader('x'.repeat(101), 1, 0)).toThrow('Too long a name')
})
