import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import type { ListedRequester } from '#db/queries/requesters_list.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type RequesterFilter, requestersAddress } from '#lib/requester/list_filter.ts'

type Props = {
  rows: readonly ListedRequester[]
  filter: RequesterFilter
  today: CalendarDate
  seesMoney: boolean
  mayAdd: boolean
}

/** A row a requester: who they are, how many papers they served, and what they owe. */
export function RequestersTable({ rows, filter, today, seesMoney, mayAdd }: Props) {
  return (
    <LedgerTable
      caption="Requesters"
      columns={[
        { head: 'Name' },
        { head: 'E-mail', hideOnPhone: true },
        { head: 'Telephone', nowrap: true, hideOnPhone: true },
        { head: 'Papers', align: 'end', hideOnPhone: true },
        { head: 'Last paper', nowrap: true, hideOnPhone: true },
        ...(seesMoney ? [{ head: 'Owes', align: 'end' } as const] : []),
      ]}
      rows={rows.map((row) => ({
        key: row.number,
        reachable: true,
        cells: [
          <Name key="name" row={row} />,
          row.email,
          row.phone,
          row.papers === 0 ? <None key="papers" /> : row.papers.toLocaleString('en-US'),
          row.lastOn ? <DateText key="last" date={row.lastOn} today={today} /> : <None key="last" />,
          ...(row.owed === null
            ? []
            : [row.owed === 0 ? <None key="owes" /> : <Owed key="owes" row={row} />]),
        ],
      }))}
      empty={<NobodyFound filter={filter} mayAdd={mayAdd} />}
    />
  )
}

function Name({ row: { number, name } }: { row: ListedRequester }) {
  return (
    <span className="block">
      <a
        href={`/requesters/${number}`}
        data-open=""
        className="text-ink no-underline hover:underline max-mid:after:absolute max-mid:after:inset-0"
      >
        {name}
      </a>{' '}
      <span className="ml-1.5 text-small whitespace-nowrap text-third">{number}</span>
    </span>
  )
}

function Owed({ row: { owed } }: { row: ListedRequester }) {
  return owed === null ? null : <Money amount={owed} />
}

function None() {
  return (
    <span className="third">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  )
}

function NobodyFound({ filter, mayAdd }: { filter: RequesterFilter; mayAdd: boolean }) {
  if (filter.text) {
    return (
      <Empty title={`Nobody is found for “${filter.text}”.`}>
        Names, numbers, attention lines and e-mail addresses are looked through.{' '}
        <a href={requestersAddress(filter, { text: '', owing: false })}>Show everyone</a>.
      </Empty>
    )
  }
  if (filter.owing) {
    return (
      <Empty title="Nobody owes anything.">
        Whoever has an open invoice stands here, who owes most first.{' '}
        <a href={requestersAddress(filter, { owing: false })}>Show everyone</a>.
      </Empty>
    )
  }
  return (
    <Empty title="Nobody has served a paper yet.">
      A requester is added with the first paper that they serve
      {mayAdd ? (
        <>
          , or <a href="/requesters/new">before it arrives</a>
        </>
      ) : null}
      . Letters and invoices go to the address on file.
    </Empty>
  )
}
