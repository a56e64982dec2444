import { describe, expect, test } from 'vitest'
import { attachmentDisposition, cleanFileName, sizeText } from './name.ts'
import { endsAsItShould, typeByContent, typeByName } from './paper_type.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('a name', () => {
  test.each([
    { given: 'subpoena.pdf', kept: 'subpoena.pdf', because: 'it is plain' },
    { given: '../../etc/passwd.pdf', kept: 'passwd.pdf', because: 'it is never a path' },
    { given: 'C:\\Users\\clerk\\scan.tif', kept: 'scan.tif', because: 'Windows sends paths' },
    { given: 'a\u0000b\u0007.pdf', kept: 'ab.pdf', because: 'control characters are left out' },
    { given: '\u202egnp.exe.pdf', kept: 'gnp.exe.pdf', because: 'nothing turns the reading direction' },
    {
      given: '\u1100\u1161\u11ab.pdf',
      kept: '\uac04.pdf',
      because: 'letters are kept in their composed form',
    },
    { given: '..', kept: 'paper', because: 'dots are no name' },
    { given: '', kept: 'paper', because: 'nothing is no name' },
    { given: '김철수 v. Åström.pdf', kept: '김철수 v. Åström.pdf', because: 'names are of all scripts' },
    {
      given: '"><img src=x onerror=alert(1)>.pdf',
      kept: '"><img src=x onerror=alert(1)>.pdf',
      because: 'it is text and stays text',
    },
  ])('$given is kept as $kept: $because', ({ given, kept }) => {
    expect(cleanFileName(given)).toBe(kept)
  })

  test('that is long keeps its ending', () => {
    const kept = cleanFileName(`${'x'.repeat(400)}.tiff`)
    expect([...kept].length).toBeLessThanOrEqual(150)
    expect(kept.endsWith('….tiff')).toBe(true)
  })

  test('goes into the header whole and cannot break it', () => {
    expect(attachmentDisposition('김철수 "v". Åström.pdf')).toBe(
      'attachment; filename="___ _v_. _str_m.pdf"; ' +
        "filename*=UTF-8''%EA%B9%80%EC%B2%A0%EC%88%98%20%22v%22.%20%C3%85str%C3%B6m.pdf",
    )
    expect(attachmentDisposition('a\r\nSet-Cookie: x.pdf')).not.toMatch(/[\r\n]/)
    expect(attachmentDisposition("it's (1)*.pdf")).toContain("UTF-8''it%27s%20%281%29%2A.pdf")
  })
})

describe('what a file is', () => {
  test.each([
    { name: 'a.PDF', type: 'pdf' },
    { name: 'a.tif', type: 'tiff' },
    { name: 'a.jpeg', type: 'jpeg' },
    { name: 'a.pdf.exe', type: null },
    { name: 'a.svg', type: null },
    { name: 'pdf', type: null },
  ])('$name says $type', ({ name, type }) => expect(typeByName(name)).toBe(type))

  test.each([
    { head: '%PDF-1.7\n', type: 'pdf', because: 'as the rule has it' },
    { head: 'scanner 12\r\n%PDF-1.4\n', type: 'pdf', because: 'a scanner put a line before it' },
    { head: '\xff\xd8\xff\xe0', type: 'jpeg', because: 'a picture' },
    { head: '\x89PNG\r\n\x1a\n', type: 'png', because: 'a picture' },
    { head: 'II*\x00', type: 'tiff', because: 'little-endian' },
    { head: 'MM\x00*', type: 'tiff', because: 'big-endian' },
    { head: '<svg onload=alert(1)>', type: null, because: 'it is a page of a stranger' },
    { head: 'MZ\x90', type: null, because: 'it is a program' },
    { head: '', type: null, because: 'it is empty' },
  ])('$type by its first bytes: $because', ({ head, type }) => expect(typeByContent(bytes(head))).toBe(type))

  test.each([
    { type: 'pdf', tail: 'xref\n0 1\ntrailer\nstartxref\n9\n%%EOF\n', whole: true },
    { type: 'pdf', tail: 'stream of some page', whole: false },
    { type: 'pdf', tail: '%%EOF', whole: false },
    { type: 'png', tail: '\0\0\0\0IEND\xaeB`\x82', whole: true },
    { type: 'png', tail: 'IDAT', whole: false },
    { type: 'jpeg', tail: 'data\xff\xd9', whole: true },
    { type: 'jpeg', tail: `data\xff\xd9${'\0'.repeat(2000)}`, whole: false },
  ] as const)('a $type that ends with $tail is whole: $whole', ({ type, tail, whole }) => {
    expect(endsAsItShould(type, bytes(tail))).toBe(whole)
  })
})

test('sizes are said as people say them', () => {
  expect([1, 2000, 1_258_291, 52_428_800].map(sizeText)).toEqual(['1 kB', '2 kB', '1.2 MB', '50.0 MB'])
})
