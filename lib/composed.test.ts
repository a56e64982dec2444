import { expect, test } from 'vitest'
import { composed } from './composed.ts'
import { cleanFileName } from './file/name.ts'
import * as fields from './input.ts'

/** Marks in the wrong order: composing them takes the square of their number. */
const heaped = (marks: number) => `a${'\u0315'.repeat(marks / 2)}${'\u0316'.repeat(marks / 2)}`

function millisecondsOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

test('a letter and its mark become one character', () => {
  expect(composed('Ase\u0301')).toBe('As\u00e9')
})

test('as many marks as an honest text may have are put in order', () => {
  expect(composed(heaped(30))).toBe(heaped(30).normalize('NFC'))
})

test.each([
  ['a text', composed],
  ['the name of a file', cleanFileName],
])('a hundred thousand marks in %s are no work', (_name, read) => {
  expect(millisecondsOf(() => read(heaped(100_000)))).toBeLessThan(500)
})

test.each([
  ['a line', fields.line()],
  ['a text', fields.text()],
])('%s with more marks than honest text has is refused', (_name, field) => {
  expect(field.safeParse(heaped(30)).success).toBe(true)
  expect(field.safeParse(heaped(32)).success).toBe(false)
})
