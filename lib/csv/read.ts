/** One row of a table: its cells, and its number as a spreadsheet counts, where the head is row 1. */
export type CsvRow = { readonly row: number; readonly cells: readonly string[] }

export type Separator = ',' | ';' | '\t'

/** What a file says: its rows, what stood between the cells, and the row in which a quote was never closed. */
export type ReadCsv = {
  readonly rows: readonly CsvRow[]
  readonly separator: Separator
  /** Null when every quote was closed. */
  readonly openQuoteIn: number | null
}

/**
 * Reads a table of text. Rows without anything in any cell are left out; cells are as written, spaces and all.
 *
 * Source: RFC 4180, with what spreadsheets really write: a byte order mark, any line ends, semicolons or tabs between
 *         the cells. A quote inside a cell that did not begin with one is a letter like any other.
 */
export function readCsv(text: string): ReadCsv {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text
  const separator = separatorOf(whole)
  const rows: CsvRow[] = []
  let [at, row, openQuoteIn]: [number, number, number | null] = [0, 0, null]
  while (at < whole.length) {
    row += 1
    const cells: string[] = []
    for (;;) {
      cells.push(whole[at] === '"' ? quoted() : plain())
      if (whole[at] !== separator) break
      at += 1
    }
    at += whole.startsWith('\r\n', at) ? 2 : 1
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells })
  }
  return { rows, separator, openQuoteIn }

  /** Up to the separator or the end of the line. */
  function plain(): string {
    const from = at
    while (at < whole.length && whole[at] !== separator && whole[at] !== '\n' && whole[at] !== '\r') at += 1
    return whole.slice(from, at)
  }

  /** Up to the closing quote; two of them are one. What follows it before the separator belongs to the cell. */
  function quoted(): string {
    let cell = ''
    at += 1
    for (;;) {
      const end = whole.indexOf('"', at)
      cell += whole.slice(at, end < 0 ? undefined : end)
      if (end < 0) {
        openQuoteIn = row
        at = whole.length
        return cell
      }
      at = end + 1
      if (whole[at] !== '"') return cell + plain()
      cell += '"'
      at += 1
    }
  }
}

/** What stands most often in the first line, outside quotes; a comma where nothing does. */
function separatorOf(text: string): Separator {
  const counts: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (letter === '\n' || letter === '\r') break
    else if (letter === ',' || letter === ';' || letter === '\t') counts[letter] += 1
  }
  if (counts['\t'] > counts[','] && counts['\t'] >= counts[';']) return '\t'
  return counts[';'] > counts[','] ? ';' : ','
}
