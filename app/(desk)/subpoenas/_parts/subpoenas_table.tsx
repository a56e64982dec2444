import type { ReactNode } from 'react'
import { Caption } from '#app/_ui/caption.tsx'
import { DateText, DaysAway } from '#app/_ui/values.tsx'
import type { ListedSubpoena } from '#db/queries/subpoenas_list.ts'
import { initials } from '#db/queries/today.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type ListFilter, listAddress, type Sort } from '#lib/subpoena/list_filter.ts'
import type { Stage } from '#lib/subpoena/stage.ts'
import { BillingMark } from '../../_parts/billing_mark.tsx'
import { StageMark } from '../../_parts/stage_mark.tsx'

/** Stages in which an answer is owed by the compliance day. */
const answerOwed: readonly Stage[] = ['to-review', 'to-research', 'to-notify', 'on-hold', 'ready']

type Props = {
  rows: readonly ListedSubpoena[]
  filter: ListFilter
  today: CalendarDate
  seesMoney: boolean
}

/** The ledger: a row a subpoena. On a telephone a row is its case and its state, and the whole of it is pressed. */
export function SubpoenasTable({ rows, filter, today, seesMoney }: Props) {
  return (
    <div className="ledger-frame">
      <table className="ledger">
        <caption className="sr-only">Subpoenas</caption>
        <thead className="max-mid:hidden">
          <tr>
            <Sorted by="newest" {...{ filter }}>
              Subpoena
            </Sorted>
            <th scope="col" className="max-wide:hidden">
              Requester
            </th>
            <th scope="col" className="max-mid:hidden">
              Stage
            </th>
            <Sorted by="change" {...{ filter }}>
              Next change
            </Sorted>
            <Sorted by="compliance" {...{ filter }}>
              Compliance
            </Sorted>
            {seesMoney ? (
              <th scope="col" className="max-wide:hidden">
                Billing
              </th>
            ) : null}
            <th scope="col" className="end max-mid:hidden">
              Who
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SubpoenaRow key={row.reference} {...{ row, today, seesMoney }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = { row: ListedSubpoena; today: CalendarDate; seesMoney: boolean }

function SubpoenaRow({ row, today, seesMoney }: RowProps) {
  const { requester, stage, nextChangeOn, billing, assignee } = row
  return (
    <tr data-row="">
      <th scope="row" className="max-mid:pr-0">
        <Subpoena row={row} today={today} />
      </th>
      <td className="max-wide:hidden">
        <span className="line-clamp-2 max-w-44">{requester}</span>
      </td>
      <td className="max-mid:hidden">
        <StageMark stage={stage} />
      </td>
      <td className="nowrap max-mid:hidden">
        {nextChangeOn ? <DateText date={nextChangeOn} today={today} /> : <None />}
      </td>
      <td className="nowrap max-mid:hidden">
        <Compliance row={row} today={today} />
      </td>
      {seesMoney ? (
        <td className="nowrap max-wide:hidden">
          {billing && billing !== 'none' ? <BillingMark billing={billing} /> : <None />}
        </td>
      ) : null}
      <td className="end text-small text-third max-mid:hidden">
        {assignee ? (
          <>
            <span aria-hidden="true">{initials(assignee)}</span>
            <span className="sr-only">{assignee}</span>
          </>
        ) : (
          <None />
        )}
      </td>
    </tr>
  )
}

/** Reference and case; on a telephone also the state, since there the row has no other cells. */
function Subpoena({ row, today }: { row: ListedSubpoena; today: CalendarDate }) {
  const { reference, caption, court, caseNumber, stage } = row
  return (
    <span className="grid gap-y-1 mid:grid-cols-[6.25rem_minmax(0,1fr)] mid:items-baseline mid:gap-x-3">
      <span className="flex items-baseline justify-between gap-x-3 mid:contents">
        <a
          href={`/subpoenas/${reference}`}
          data-open=""
          className="whitespace-nowrap text-second no-underline hover:underline max-mid:order-1 max-mid:text-small max-mid:after:absolute max-mid:after:inset-0"
        >
          {reference}
        </a>
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <span className="line-clamp-2 text-[1.03125rem]">
            <Caption text={caption} />
          </span>
          <span className="text-small text-third max-mid:hidden">
            {court} <span className="whitespace-nowrap">{caseNumber}</span>
          </span>
        </span>
      </span>
      <span className="flex justify-between gap-x-3 mid:hidden">
        <StageMark stage={stage} />
        <Compliance row={row} today={today} />
      </span>
    </span>
  )
}

/** The day on the paper; how far it is, while an answer is owed. */
function Compliance({ row, today }: { row: ListedSubpoena; today: CalendarDate }) {
  const { complianceOn: on, stage } = row
  if (on === null) return <None />
  if (!answerOwed.includes(stage)) return <DateText date={on} today={today} />
  return (
    <span className="inline-grid gap-x-1.5 max-mid:grid-flow-col mid:grid-cols-[5rem_max-content]">
      <DateText date={on} today={today} />
      <DaysAway date={on} today={today} />
    </span>
  )
}

function None() {
  return (
    <span className="third">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none</span>
    </span>
  )
}

function Sorted({ by, filter, children }: { by: Sort; filter: ListFilter; children: ReactNode }) {
  const now = by === 'newest' ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={filter.sort === by ? now : undefined}>
      <a href={listAddress(filter, { sort: by })}>{children}</a>
    </th>
  )
}
