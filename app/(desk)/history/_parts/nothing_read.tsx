import { Empty } from '#app/_ui/messages.tsx'
import type { HistoryPage } from '#db/queries/history.ts'
import type { HistoryFilter } from '#lib/history/filter.ts'

/** What is not there, and what would bring it. */
export function NothingRead({ filter, page }: { filter: HistoryFilter; page: HistoryPage }) {
  const title =
    page.unknown === 'person'
      ? `Nobody here is called “${filter.person}”.`
      : page.unknown === 'about'
        ? `There is no subpoena and no invoice “${filter.about}”.`
        : 'Nothing like it has happened, or it is not yours to read.'
  return (
    <Empty title={title}>
      Every change, every letter and every first look at a subscriber’s identity becomes an entry.{' '}
      <a href="/history">Show the whole history</a>.
    </Empty>
  )
}
