import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import type { ListedCharge } from '#db/queries/charges.ts'
import { quantityOf } from '#lib/billing/quantity.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { labelOf } from '#lib/kinds.ts'

/** The charges of a subpoena in the words of its invoices, billed, dropped and still to be billed. */
export function ChargesTable(props: {
  reference: string
  charges: readonly ListedCharge[]
  today: CalendarDate
  seesMoney: boolean
  /** Offers to drop those that no invoice has. */
  mayDrop: boolean
}) {
  const { reference, charges, today, mayDrop, seesMoney } = props
  return (
    <LedgerTable
      caption="Charges"
      columns={[
        { head: 'Day' },
        { head: 'For' },
        { head: 'By', hideOnPhone: true },
        { head: 'Quantity', align: 'end' },
        { head: 'Billed' },
      ]}
      rows={charges.map((charge) => ({
        key: charge.number,
        cells: [
          <DateText key="day" date={charge.on} today={today} />,
          <span key="for">
            {charge.dropped ? <s>{charge.description}</s> : charge.description}
            {charge.description === labelOf('chargeKinds', charge.kind) ? null : (
              <span className="under">{labelOf('chargeKinds', charge.kind)}</span>
            )}
          </span>,
          charge.by,
          <Quantity key="quantity" charge={charge} />,
          <Billed key="billed" {...{ charge, reference, mayDrop, seesMoney }} />,
        ],
      }))}
    />
  )
}

function Quantity({ charge }: { charge: ListedCharge }) {
  return charge.cents === null ? quantityOf(charge) : <Money amount={charge.cents} />
}

function Billed(props: { charge: ListedCharge; reference: string; mayDrop: boolean; seesMoney: boolean }) {
  const { charge, reference, mayDrop, seesMoney } = props
  if (charge.invoice) {
    return seesMoney ? <a href={`/invoices/${charge.invoice}`}>{charge.invoice}</a> : charge.invoice
  }
  if (charge.dropped) return <span className="second">dropped: {charge.droppedWhy}</span>
  return (
    <>
      not yet{' '}
      {mayDrop ? (
        <a
          href={`/subpoenas/${reference}/charge?drop=${charge.number}`}
          aria-label={`Drop charge ${charge.number}`}
        >
          Drop
        </a>
      ) : null}
    </>
  )
}
