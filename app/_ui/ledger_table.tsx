import type { ReactNode } from 'react'

export type Column = {
  readonly head: ReactNode
  /** Money, counts and other figures stand at the end. */
  readonly align?: 'start' | 'end'
  /** Dates and numbers that must not break. */
  readonly nowrap?: boolean
  readonly hideOnPhone?: boolean
  /** A link that sorts by this column, and how it is sorted now. */
  readonly sort?: { href: string; now?: 'ascending' | 'descending' }
}

export type LedgerRow = {
  readonly key: string | number
  readonly cells: readonly ReactNode[]
  /** The row can be reached with j and k; one of its links carries `data-next` or `data-open`. */
  readonly reachable?: boolean
}

/**
 * A plain table. The first cell of a row names it. Cells that hold money use `Money`; a second line in a cell is
 * `<span className="under">`.
 *
 * @param caption What the table is; heard by a screen reader, seen with `showCaption`.
 */
export function LedgerTable(props: {
  caption: string
  columns: readonly Column[]
  rows: readonly LedgerRow[]
  foot?: readonly ReactNode[]
  showCaption?: boolean
  spaced?: boolean
  /** What stands there while there are no rows. */
  empty?: ReactNode
}) {
  const { caption, columns, rows, foot, showCaption, spaced, empty } = props
  if (rows.length === 0 && empty) return empty
  return (
    <div className="ledger-frame">
      <table className={spaced ? 'ledger spaced' : 'ledger'}>
        <caption className={showCaption ? 'bold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
              <th key={index} scope="col" className={classOf(column)} aria-sort={column.sort?.now}>
                {column.sort ? <a href={column.sort.href}>{column.head}</a> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-row={row.reachable ? '' : undefined}>
              <Cells cells={row.cells} columns={columns} />
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              <Cells cells={foot} columns={columns} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

function Cells({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly Column[] }) {
  return cells.map((cell, index) => {
    const className = classOf(columns[index] ?? { head: '' })
    return index === 0 && cell !== '' && cell ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
      <th key={index} scope="row" className={className}>
        {cell}
      </th>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells keep their places
      <td key={index} className={className}>
        {cell}
      </td>
    )
  })
}

function classOf({ align, nowrap, hideOnPhone }: Column): string | undefined {
  return (
    [align === 'end' && 'end', nowrap && 'nowrap', hideOnPhone && 'hide-on-phone']
      .filter(Boolean)
      .join(' ') || undefined
  )
}
