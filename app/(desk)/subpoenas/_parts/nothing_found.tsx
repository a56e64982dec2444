import { Empty } from '#app/_ui/messages.tsx'
import type { SubpoenasList } from '#db/queries/subpoenas_list.ts'
import { type ListFilter, listAddress } from '#lib/subpoena/list_filter.ts'

/** What is not there, and what would bring it. */
export function NothingFound({ list, mayLog }: { list: SubpoenasList; mayLog: boolean }) {
  const { filter, counts } = list
  const elsewhere = counts.all
  if (elsewhere > 0) {
    const words =
      elsewhere === 1 ? 'One stands elsewhere' : `${elsewhere.toLocaleString('en-US')} stand elsewhere`
    return (
      <Empty title={filter.stage === 'open' ? 'Nothing is open.' : 'Nothing stands here.'}>
        {words}: <a href={listAddress(filter, { stage: 'all' })}>look at everything</a>.
      </Empty>
    )
  }
  if (isFiltered(filter)) {
    return (
      <Empty title={filter.text ? `Nothing is found for “${filter.text}”.` : 'Nothing is found.'}>
        Words are looked for in the reference, the caption, the case number, the requester’s name and the
        identifiers asked for, and never in who a subscriber is.{' '}
        <a href={listAddress({ stage: 'all' })}>Show everything</a>.
      </Empty>
    )
  }
  return (
    <Empty title="No subpoena has been logged yet.">
      Each paper that arrives is logged with how it came and when; its clocks run from there.{' '}
      {mayLog ? <a href="/subpoenas/new">Log the first one</a> : 'Intake logs it.'}
    </Empty>
  )
}

const isFiltered = ({ text, billing, person, requester }: ListFilter) =>
  text !== '' || billing !== null || person !== null || requester !== null
