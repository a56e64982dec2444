import type { ReactNode } from 'react'
import { type Column, LedgerTable } from '#app/_ui/ledger_table.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import type { HistoryLine } from '#db/queries/history.ts'
import type { Actor } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { shortHash } from '#lib/history/filter.ts'

type Lines = { readonly lines: readonly HistoryLine[]; readonly zone: string; readonly today: CalendarDate }

/** Entries of the history: when, who, what, about which, and their link of the chain. */
export function HistoryLines(props: { caption: string; page: Lines; actor: Actor; aboutOne?: boolean }) {
  const { caption, page, actor, aboutOne = false } = props
  const about: Column[] = aboutOne ? [] : [{ head: 'About', nowrap: true }]
  return (
    <LedgerTable
      caption={caption}
      columns={[
        { head: 'When', nowrap: true },
        { head: 'Who', hideOnPhone: aboutOne },
        { head: 'What' },
        ...about,
        { head: 'Entry', align: 'end', hideOnPhone: true },
      ]}
      rows={page.lines.map((line) => ({
        key: line.sequence,
        reachable: !aboutOne && placeOf(line, actor) !== null,
        cells: [
          <InstantText key="when" at={line.at} zone={page.zone} today={page.today} />,
          line.who,
          line.sentence ?? 'Removed; its hash is kept.',
          ...(aboutOne ? [] : [<About key="about" line={line} actor={actor} />]),
          <span key="entry" title={line.mac} className="text-tiny text-third">
            {`#${line.sequence} · ${shortHash(line.mac)}`}
          </span>,
        ],
      }))}
    />
  )
}

/** The invoice, else the subpoena, as a link for whoever may open it. */
function About({ line, actor }: { line: HistoryLine; actor: Actor }): ReactNode {
  const href = placeOf(line, actor)
  const number = line.invoice ?? line.subpoena ?? ''
  if (!href) return number
  return (
    <a href={href} data-next="" data-open="">
      {number}
    </a>
  )
}

function placeOf({ invoice, subpoena }: HistoryLine, actor: Actor): string | null {
  const href = invoice ? `/invoices/${invoice}` : subpoena ? `/subpoenas/${subpoena}` : null
  return href && mayOpen(actor, href) ? href : null
}
