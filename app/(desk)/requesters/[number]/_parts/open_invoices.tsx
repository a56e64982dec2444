import { Caption } from '#app/_ui/caption.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { PaneSection } from '#app/_ui/panes.tsx'
import { DateText, DaysAway, Money } from '#app/_ui/values.tsx'
import type { InvoicesList, ListedInvoice } from '#db/queries/invoices_list.ts'
import { invoicesAddress } from '#lib/billing/list_filter.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { BillingMark } from '../../../_parts/billing_mark.tsx'

/** What they owe, the longest overdue first; the settled ones are a link away. */
export function OpenInvoices({ number, invoices }: { number: string; invoices: InvoicesList }) {
  const { rows, counts, owed, today } = invoices
  const address = invoicesAddress({
    state: counts.open > 0 ? 'all' : 'settled',
    requester: number,
    text: '',
    page: 1,
  })
  return (
    <PaneSection
      title="Open invoices"
      meta={counts.open}
      aside={counts.all > 0 ? <a href={address}>{allWords(counts)}</a> : undefined}
    >
      <LedgerTable
        caption="Open invoices"
        columns={[
          { head: 'Invoice' },
          { head: 'Case', hideOnPhone: true },
          { head: 'Stands', hideOnPhone: true },
          { head: 'Due' },
          { head: 'Left to pay', align: 'end' },
        ]}
        rows={rows.map((row) => ({ key: row.number, reachable: true, cells: cellsOf(row, today) }))}
        foot={counts.open > 1 ? ['Open', '', '', '', <Money key="owed" amount={owed} total />] : undefined}
        empty={
          <p className="second">
            {counts.all === 0
              ? 'No invoice has been issued to them.'
              : 'All that was billed to them is settled.'}
          </p>
        }
      />
    </PaneSection>
  )
}

function cellsOf(row: ListedInvoice, today: CalendarDate) {
  const { number, caption, state, dueOn, balance } = row
  return [
    <a key="number" href={`/invoices/${number}`} data-open="" className="whitespace-nowrap">
      {number}
    </a>,
    <span key="case" className="line-clamp-2">
      <Caption text={caption} />
    </span>,
    <BillingMark key="state" billing={state} />,
    dueOn ? (
      <span key="due" className="flex flex-wrap gap-x-2">
        <DateText date={dueOn} today={today} />
        <DaysAway date={dueOn} today={today} />
      </span>
    ) : (
      <span key="due" className="third">
        not received yet
      </span>
    ),
    <Money key="balance" amount={balance} />,
  ]
}

function allWords({ all, settled }: InvoicesList['counts']): string {
  return settled === 0
    ? 'On the list of invoices'
    : `All ${all.toLocaleString('en-US')}, ${settled.toLocaleString('en-US')} settled`
}
