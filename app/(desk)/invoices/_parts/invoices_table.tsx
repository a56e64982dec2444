import { Caption } from '#app/_ui/caption.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { DateText, DaysAway, Money } from '#app/_ui/values.tsx'
import type { ListedInvoice } from '#db/queries/invoices_list.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { BillingMark } from '../../_parts/billing_mark.tsx'

/** A row an invoice: whose case, who pays, by when, and what is left. */
export function InvoicesTable({ rows, today }: { rows: readonly ListedInvoice[]; today: CalendarDate }) {
  return (
    <LedgerTable
      caption="Invoices"
      columns={[
        { head: 'Invoice' },
        { head: 'Case' },
        { head: 'Billed to', hideOnPhone: true },
        { head: 'Issued', hideOnPhone: true },
        { head: 'Stands' },
        { head: 'Due' },
        { head: 'Total', align: 'end', hideOnPhone: true },
        { head: 'Left to pay', align: 'end' },
      ]}
      rows={rows.map((row) => ({
        key: row.number,
        reachable: true,
        cells: [
          <a
            key="number"
            href={`/invoices/${row.number}`}
            data-open=""
            data-next=""
            className="whitespace-nowrap"
          >
            {row.number}
          </a>,
          <span key="case" className="line-clamp-2">
            <Caption text={row.caption} />
            <span className="under">{[row.reference, row.caseNumber].filter(Boolean).join(', ')}</span>
          </span>,
          <a key="payer" href={`/requesters/${row.requester}`} className="line-clamp-2">
            {row.billTo}
          </a>,
          <DateText key="issued" date={row.issuedOn} today={today} />,
          <BillingMark key="state" billing={row.state} />,
          <Due key="due" row={row} today={today} />,
          <Money key="total" amount={row.total} />,
          <Money key="balance" amount={row.balance} />,
        ],
      }))}
    />
  )
}

/** By when; how far that is, while something is owed. */
function Due({ row: { dueOn, state }, today }: { row: ListedInvoice; today: CalendarDate }) {
  if (dueOn === null) return <span className="third">not received yet</span>
  if (state !== 'due' && state !== 'overdue') return <DateText date={dueOn} today={today} />
  return (
    <span className="inline-grid grid-cols-[5.5rem_max-content] gap-x-2 max-mid:block">
      <DateText date={dueOn} today={today} />
      <DaysAway date={dueOn} today={today} />
    </span>
  )
}
