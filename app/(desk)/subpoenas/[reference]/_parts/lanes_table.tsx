// biome-ignore-all lint/a11y/noRedundantRoles: on a telephone the rows stack, and a table that is laid out otherwise is only read as one by its roles
import type { ReactNode } from 'react'

const heads = ['Target, subscriber', 'Notice', 'Hold, release', 'Objection'] as const

export type LaneRow = {
  readonly key: number
  readonly target: ReactNode
  readonly notice: ReactNode
  readonly hold: ReactNode
  readonly objection: ReactNode
}

/** The lanes as a table; on a telephone each lane stands as a block of its own, its target over the rest. */
export function LanesTable({ rows }: { rows: readonly LaneRow[] }) {
  return (
    <table className="ledger spaced lanes" role="table">
      <caption className="sr-only">Targets, with notice, hold and objections of each</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, target, notice, hold, objection }) => (
          <tr key={key} role="row" data-row="">
            <th scope="row" role="rowheader">
              {target}
            </th>
            <td role="cell">{notice}</td>
            <td role="cell">{hold}</td>
            <td role="cell">{objection}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
