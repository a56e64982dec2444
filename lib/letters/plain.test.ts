import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, plain, subjectLine } from './plain.ts'

test.each([
  {
    typed: 'Re: a\r\nBcc: x@y.test',
    sent: 'Re: a Bcc: x@y.test',
    because: 'a line break would begin a header',
  },
  { typed: 'a\u0000b\u0007c', sent: 'abc', because: 'controls have no place in a header' },
  { typed: '  김철수\t v.  Åström ', sent: '김철수 v. Åström', because: 'blanks are single' },
  { typed: 'A\u030astrom', sent: 'Åstrom', because: 'text is NFC' },
  { typed: 'a\u202egnp.exe', sent: 'agnp.exe', because: 'nothing turns the direction' },
  { typed: '\u2028x\u2029y\u0085z', sent: 'x y z', because: 'there are line ends beyond CR and LF' },
])('a subject is one safe line: $because', ({ typed, sent }) => {
  expect(subjectLine(typed)).toBe(sent)
})

test('no text can break a subject or make it long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const subject = subjectLine(text)
      expect(subject).not.toMatch(/[\r\n\p{Cc}]/u)
      expect([...subject].length).toBeLessThanOrEqual(150)
    }),
  )
})

test('a long subject is cut with an ellipsis and keeps its beginning', () => {
  const subject = subjectLine(`S-2026-00042: ${'Larkmoor Dental and '.repeat(500)}`)
  expect(subject).toMatch(/^S-2026-00042: Larkmoor Dental and .*…$/)
})

test('line ends become one kind, tabs and breaks stay', () => {
  expect(plain('a\r\nb\rc\td')).toBe('a\nb\nc\td')
})

test('escaped text is the same text in content and in an attribute', () => {
  expect(escapeHtml(`"><img src=x onerror='alert(1)'>&`)).toBe(
    '&#34;&#62;&#60;img src=x onerror=&#39;alert(1)&#39;&#62;&#38;',
  )
})
