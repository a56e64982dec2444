import { describe, expect, test } from 'vitest'
import type { Voice } from '#lib/documents/fonts.ts'
import { missingGlyphs, printable } from '#lib/documents/printable.ts'
import { fontSet } from './fonts.ts'

const fonts = fontSet()
const voices: readonly Voice[] = ['serif', 'serif-italic', 'serif-bold', 'sans', 'sans-bold']

test.each([
  { text: '김철수 v. Åström', missing: [] },
  { text: 'Łódź, Đặng, Nguyễn, Петров, Ωmega, Ærø', missing: [] },
  { text: '李明, 金氏, ㈜한빛, ₩1,000', missing: [] },
  { text: '“quoted” – — … § © − × ½ ·', missing: [] },
  { text: 'e\u0301 and A\u030a are composed', missing: [] },
  { text: 'so sorry 😀😀', missing: ['😀'] },
  { text: 'نص العربية', missing: ['ن', 'ص', 'ا', 'ل', 'ع', 'ر', 'ب', 'ي', 'ة'] },
  { text: 'lost \ufffd and \ud800', missing: ['\ufffd', '\ud800'] },
  { text: 'tab\tand\nlines\r\nand\u200b joiners\u202e', missing: [] },
])('of $text the characters $missing cannot be printed', ({ text, missing }) => {
  expect(missingGlyphs(text, fonts)).toEqual(missing)
})

test.each(voices)('the %s has Latin, Swedish and Korean', (voice) => {
  expect(missingGlyphs('Åström åäö 김철수 뷁 $0.25', fonts, [voice])).toEqual([])
})

test.each(voices)('the %s has every letter of a plain keyboard, so that nobody looks them up', (voice) => {
  const letters = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCharCode(0x20 + index))
  expect(missingGlyphs(letters.join(''), fonts, [voice])).toEqual([])
})

test('every Hangul syllable can be printed', () => {
  const syllables = Array.from({ length: 0xd7a3 - 0xac00 + 1 }, (_, index) =>
    String.fromCodePoint(0xac00 + index),
  )
  expect(missingGlyphs(syllables.join(''), fonts, ['sans'])).toEqual([])
})

test('files of one family have names of their own, and one file is read once', () => {
  const [latin, polish, korean] = ['a', 'ł', '가'].map((char) => fonts.font('sans', char))
  expect(new Set([latin?.name, polish?.name, korean?.name]).size).toBe(3)
  expect(fontSet().font('sans', 'b')).toBe(latin)
})

describe('the text that reaches the page', () => {
  test.each([
    { from: 'a\u0000b\u001bc\u007fd', to: 'abcd', because: 'controls are left out' },
    { from: 'x\u202ey\u2066z\u200b\u00ad', to: 'xyz', because: 'what cannot be seen is left out' },
    { from: 'a\r\nb\rc\u2028d', to: 'a\nb\nc\nd', because: 'lines end in one way' },
    { from: 'a\tb\u3000c\u2003d', to: 'a b c d', because: 'blanks are spaces' },
    { from: '2\u2011b', to: '2-b', because: 'the rare hyphen looks the same' },
    { from: '❤\ufe0f', to: '❤', because: 'variation selectors have no form' },
  ])('$because', ({ from, to }) => {
    expect(printable(from)).toBe(to)
  })
})
