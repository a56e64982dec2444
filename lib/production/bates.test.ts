import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batesPage, batesPrefix, labelled, rangeWords, wholeRange } from './bates.ts'

test.each([
  { reference: 'S-2026-00042', prefix: 'SD-2026-0042' },
  { reference: 'S-2025-00588', prefix: 'SD-2025-0588' },
  { reference: 'S-2026-12345', prefix: 'SD-2026-12345' },
])('the pages of $reference are labelled $prefix', ({ reference, prefix }) => {
  expect(batesPrefix(reference)).toBe(prefix)
})

test('a text that is no reference has no labels', () => {
  expect(() => batesPrefix('INV-2026-00042')).toThrow(RangeError)
})

test('items are labelled one after the other, and one without pages not at all', () => {
  const items = labelled([{ pages: 8 }, { pages: 0 }, { pages: 1 }], 'SD-2026-0042', 0)
  expect(items.map(({ range }) => range && rangeWords(range))).toEqual([
    'SD-2026-0042-000001 to 000008',
    null,
    'SD-2026-0042-000009',
  ])
  const whole = wholeRange(items)
  expect(whole && rangeWords(whole)).toBe('SD-2026-0042-000001 to 000009')
})

test('nothing but files without pages has no range', () => {
  expect(wholeRange(labelled([{ pages: 0 }], 'SD-2026-0042', 5))).toBeNull()
})

test('however the pages lie, each label follows the one before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(1000), (pages, after) => {
      const ranges = labelled(
        pages.map((count) => ({ pages: count })),
        'SD-2026-0001',
        after,
      ).flatMap(({ range }) => (range ? [range] : []))
      let next = after + 1
      for (const { first, last } of ranges) {
        expect(batesPage(first)).toBe(next)
        next = batesPage(last) + 1
      }
      expect(next - after - 1).toBe(pages.reduce((sum, count) => sum + count, 0))
    }),
  )
})
