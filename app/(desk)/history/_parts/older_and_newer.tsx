import type { HistoryPage } from '#db/queries/history.ts'
import { type HistoryFilter, historyAddress } from '#lib/history/filter.ts'

/** Pages of the history go by the number of an entry, so that they hold still while it grows. */
export function OlderAndNewer({ filter, page }: { filter: HistoryFilter; page: HistoryPage }) {
  const { older, newer, lines } = page
  const [first, last] = [lines.at(0), lines.at(-1)]
  if (!first || !last) return null
  return (
    <nav className="pager" aria-label="Pages">
      <span>{first === last ? `#${first.sequence}` : `#${first.sequence} to #${last.sequence}`}</span>
      {newer ? (
        <a href={historyAddress(filter, newer)} rel="prev" data-key="[">
          Newer
        </a>
      ) : null}
      {older ? (
        <a href={historyAddress(filter, older)} rel="next" data-key="]">
          Older
        </a>
      ) : null}
    </nav>
  )
}
