import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '#lib/money.ts'
import { neutral, plainAgain } from './neutral.ts'
import { readCsv } from './read.ts'
import { byteOrderMark, csvLine } from './write.ts'

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells)

describe('a table is read', () => {
  test.each([
    ['with quotes in it', 'a,"b ""c"""\r\n', [['a', 'b "c"']]],
    [
      'with a line break in a cell',
      'a,"b\r\nc"\r\nd,e\r\n',
      [
        ['a', 'b\r\nc'],
        ['d', 'e'],
      ],
    ],
    ['with a separator in a cell', '"a,b",c', [['a,b', 'c']]],
    ['with a byte order mark', '\ufeffa,b', [['a', 'b']]],
    [
      'with semicolons',
      'a;b,c;d\n1;2,5;3',
      [
        ['a', 'b,c', 'd'],
        ['1', '2,5', '3'],
      ],
    ],
    [
      'with tabs',
      'a\tb\nc, d\te',
      [
        ['a', 'b'],
        ['c, d', 'e'],
      ],
    ],
    [
      'with old line ends',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'with a quote in the middle of a cell',
      'a,5" pipe\nb,c',
      [
        ['a', '5" pipe'],
        ['b', 'c'],
      ],
    ],
    ['with words after a closing quote', '"a" b,c', [['a b', 'c']]],
    [
      'with rows of nothing',
      'a,b\n,\n\n  ,\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['with one column and a separator in quotes', '"a;b"\n"c;d"', [['a;b'], ['c;d']]],
    [
      'with an empty last cell',
      'a,b,\nc,d,',
      [
        ['a', 'b', ''],
        ['c', 'd', ''],
      ],
    ],
    ['with nothing at all', '', []],
  ])('%s', (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  test('each row has the number that a spreadsheet gives it, also after breaks in cells and empty rows', () => {
    const { rows } = readCsv('head,b\n"two\nlines",x\n\nlast,y\n')
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 4])
  })

  test('a quote that is never closed is told with its row', () => {
    expect(readCsv('a,b\nc,"d\ne,f\n').openQuoteIn).toBe(2)
    expect(readCsv('a,"b"').openQuoteIn).toBeNull()
  })

  test('whatever the text is, reading it ends', () => {
    const texts = fc.array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', "'", ' '), { maxLength: 60 })
    fc.assert(
      fc.property(texts, (letters) => {
        for (const { cells } of readCsv(letters.join('')).rows) expect(cells.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a table is written', () => {
  test('money and numbers as figures, below zero too', () => {
    const line = csvLine([{ money: cents(-4500) }, { money: cents(5) }, -7, true, null, ''])
    expect(line).toBe('-45.00,0.05,-7,yes,,\r\n')
  })

  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+46 8 555 01', `"'+46 8 555 01"`],
    ['-12', `"'-12"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1', `"'＝1"`],
    ["'=1", `"''=1"`],
    ['"><img src=x onerror=alert(1)>', '"""><img src=x onerror=alert(1)>"'],
    ['김철수 v. Åström', '김철수 v. Åström'],
    ["O'Hara v. Doe", "O'Hara v. Doe"],
  ])('%j stands as %j, and is read as it was', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`)
    expect(
      cellsOf(csvLine([text]))
        .flat()
        .map(plainAgain),
    ).toEqual([text])
  })

  test('whatever the texts are, they are read back equal, and none could be a formula', () => {
    const hostile = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '＝', 'x', ' ')
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(hostile).map((letters) => letters.join('')),
    )
    const width = fc.integer({ min: 1, max: 5 })
    const table = width.chain((columns) =>
      fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(table, fc.boolean(), (rows, isMarked) => {
        const head = rows[0]?.map((_, index) => `head ${index}`) ?? []
        const text = (isMarked ? byteOrderMark : '') + [head, ...rows].map(csvLine).join('')
        const said = rows.filter((row) => row.some((cell) => neutral(cell).trim() !== ''))
        const read = cellsOf(text).slice(1)
        expect(read.map((cells) => cells.map(plainAgain))).toEqual(said)
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })
})
