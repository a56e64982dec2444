import { describe, expect, test } from 'vitest'
import { decoded } from '#lib/csv/decode.ts'
import { csvLine } from '#lib/csv/write.ts'
import { requesterColumns, requesterRow } from './requesters.ts'
import { faultSentence, mostRows, readSheet } from './sheet.ts'
import { subpoenaColumns, subpoenaRow } from './subpoenas.ts'

const subpoenasIn = (text: string, order: 'unstated' | 'month-first' = 'unstated') =>
  readSheet(text, subpoenaColumns, subpoenaRow, order)
const requestersIn = (text: string) => readSheet(text, requesterColumns, requesterRow, 'unstated')
const said = (text: string) => subpoenasIn(text).faults.map(faultSentence)

const head = 'Our No.,Status,Date Received,Method,Style,Docket #,Due Date,Firm,Targets,Colour\n'

test('a row is read under the names that offices use, and what is not read is said', () => {
  const sheet = subpoenasIn(
    `${head}2023-117,Pending,5 Jan 2026,Courier,"Larkmoor Dental v.\nDoe 1",2:26-cv-99011,2/6/2026,Oakhurst Tarn LLP,"fax 1-323-555-0142; account 7731-0042",red\n`,
    'month-first',
  )
  expect(sheet.faults).toEqual([])
  expect(sheet.notRead).toEqual(['Colour'])
  expect(sheet.rows).toEqual([
    {
      row: 2,
      formerReference: '2023-117',
      status: 'open',
      receivedOn: '2026-01-05',
      serviceMethod: 'fedex',
      caption: 'Larkmoor Dental v. Doe 1',
      caseNumber: '2:26-cv-99011',
      complianceOn: '2026-02-06',
      requester: 'Oakhurst Tarn LLP',
      targets: 'fax 1-323-555-0142\naccount 7731-0042',
    },
  ])
})

test('every fault of every row is said, by row and column', () => {
  const sentences = said(
    `${head}A-1,open,2026-01-05,,,,,,,\nA-2,maybe,31 Feb 2025,pigeon,,,,,,\n,closed,2/3/2025,,,,,,,\n`,
  )
  expect(sentences).toEqual([
    'Row 3, status: “maybe” is not known here. It may be: open; answered; closed.',
    'Row 3, received on: “31 Feb 2025” is no day.',
    expect.stringContaining('Row 3, how it was served: “pigeon” is not known here. It may be: By hand;'),
    'Row 4, our number: This is needed.',
    expect.stringContaining('Row 4, received on: “2/3/2025” can be two days.'),
  ])
})

test.each([
  [
    'a column that is needed is not there',
    'Our number,Status\nA,open',
    'Row 1, received on: There is no such column',
  ],
  [
    'two columns would be read as one',
    'Ref,Our number,Status,Received\nA,B,open,2026-01-05',
    'would both be read as',
  ],
  [
    'a quote never ends',
    'Ref,Status,Received\nA,open,"2026-01-05\n',
    'Row 2: A quote begins here and never ends.',
  ],
  [
    'there are cells without a head',
    'Ref,Status,Received\nA,open,2026-01-05,more',
    'Row 2: 4 cells under a head of 3',
  ],
  ['there is only a head', 'Ref,Status,Received\n', 'Under the head there are no rows.'],
  ['there is nothing', '', 'The file is empty.'],
  ['a text is too long', `Ref,Status,Received\n${'A'.repeat(61)},open,2026-01-05`, 'At most 60 characters.'],
  [
    'a text holds what nobody can see',
    'Ref,Status,Received\nA\u200b\u0007,open,2026-01-05',
    'control characters',
  ],
])('it is said when %s', (_what, text, sentence) => {
  expect(said(text)).toEqual([expect.stringContaining(sentence)])
})

test('more rows than fit are refused as a whole', () => {
  const text = `name\n${'Firm\n'.repeat(mostRows + 1)}`
  expect(requestersIn(text).faults.map(faultSentence)).toEqual([
    expect.stringContaining('More than 20,000 rows'),
  ])
})

test('what was exported is read back as the same characters', () => {
  const names = [
    '"><img src=x onerror=alert(1)>',
    '김철수 v. Åström',
    '=HYPERLINK("http://x")',
    "'=1",
    '+46 8 555',
  ]
  const text =
    csvLine(['number', 'name', 'phone', 'address']) +
    names.map((name) => csvLine(['', name, name, `${name}\nTown`])).join('')
  const sheet = requestersIn(text)
  expect(sheet.faults).toEqual([])
  expect(sheet.rows).toEqual(
    names.map((name, index) => ({ row: index + 2, name, phone: name, address: `${name}\nTown` })),
  )
})

describe('the bytes of a file', () => {
  const bytes = (...parts: number[]) => Uint8Array.from(parts)
  test.each([
    ['UTF-8', new TextEncoder().encode('\ufeffÅström 김'), 'UTF-8', '\ufeffÅström 김'],
    [
      'an old Windows program',
      bytes(0xc5, 0x73, 0x74, 0x72, 0xf6, 0x6d, 0x20, 0x80),
      'Windows-1252',
      'Åström €',
    ],
    ['Excel’s “Unicode text”', bytes(0xff, 0xfe, 0x41, 0, 9, 0, 0x42, 0), 'UTF-16', 'A\tB'],
  ])('of %s become text', (_what, given, encoding, text) => {
    const read = decoded(given)
    expect(read).toMatchObject({ ok: true, value: { encoding } })
    expect(read.ok && read.value.text.replace('\ufeff', '')).toBe(text.replace('\ufeff', ''))
  })

  test.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 1), 'workbook'],
    ['a picture', bytes(1, 0, 2), 'not-text'],
  ])('of %s are refused', (_what, given, kind) => {
    expect(decoded(given)).toMatchObject({ ok: false, refusal: { kind } })
  })
})
