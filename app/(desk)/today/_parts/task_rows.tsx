import type { ReactNode } from 'react'
import { Row, RowGroup, Rows } from '#app/_ui/rows.tsx'
import { DateText, DaysAway } from '#app/_ui/values.tsx'
import type { TodayPage } from '#db/queries/today.ts'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import type { Row as TaskRow, Whose } from '#lib/today/board.ts'
import type { Group } from '#lib/today/task.ts'

/** So many rows of a group stand on Today; the rest is a page of its own, so that no group hides those under it. */
const mostOfAGroup = 25
const mostOfOne = 500

/** The list that empties, group by group. `only` shows one group whole. */
export function TaskRows({
  page,
  actor,
  only,
  whose,
}: {
  page: TodayPage
  actor: Actor
  only: Group | undefined
  whose: Whose
}) {
  const groups = only ? page.groups.filter(({ group }) => group === only) : page.groups
  const most = only ? mostOfOne : mostOfAGroup
  const everyone = whose === 'everyone' ? '' : `&whose=${whose}`
  return (
    <Rows>
      {groups.map(({ group, name, rows }) => (
        <RowGroup key={group} name={name} count={rows.length}>
          {rows.slice(0, most).map((row) => (
            <OneRow
              key={`${row.reference} ${row.href} ${row.verb} ${row.reason}`}
              {...{ row, page, actor }}
            />
          ))}
          {rows.length > most ? (
            <Row
              reference=""
              title={`${rows.length - most} more`}
              step={{ words: `All ${rows.length}`, href: `/today?group=${group}${everyone}` }}
            />
          ) : null}
        </RowGroup>
      ))}
      {only ? (
        <RowGroup>
          <Row reference="" title="" step={{ words: 'All of today', href: '/today' }} />
        </RowGroup>
      ) : null}
    </Rows>
  )
}

function OneRow({ row, page, actor }: { row: TaskRow; page: TodayPage; actor: Actor }) {
  const { today } = page
  return (
    <Row
      reference={row.reference}
      href={row.openHref ?? undefined}
      {...(row.caption ? { caption: row.caption } : { title: row.caption === '' ? 'No caption' : '' })}
      under={row.under}
      step={{ words: row.verb, href: row.href }}
      why={row.reason}
      on={row.dueOn ? <DateText date={row.dueOn} today={today} /> : '–'}
      away={row.dueOn ? <DaysAway date={row.dueOn} today={today} /> : null}
      person={<Assignee {...{ row, page, actor }} />}
    />
  )
}

/** Initials of who looks after it; for who may, a link that gives it to somebody. */
function Assignee({ row, page, actor }: { row: TaskRow; page: TodayPage; actor: Actor }): ReactNode {
  const initials = row.assigneeId === null ? null : page.initials.get(row.assigneeId)
  const mayAssign = row.sight === 'case' && isPermitted(actor, ['intake', 'custodian', 'counsel'])
  if (!mayAssign || !row.openHref?.startsWith('/subpoenas/')) return initials ?? ''
  return (
    <a
      href={`${row.openHref}/assign`}
      data-key="e"
      className="quiet"
      aria-label={`${initials ?? 'Nobody'}: assign ${row.reference}`}
    >
      {initials ?? '–'}
    </a>
  )
}
