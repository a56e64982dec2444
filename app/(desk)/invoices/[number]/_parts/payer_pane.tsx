import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { PaneSection } from '#app/_ui/panes.tsx'
import { DaysAway, Money } from '#app/_ui/values.tsx'
import type { InvoicePage } from '#db/queries/invoice_page.ts'
import { addCents, zeroCents } from '#lib/money.ts'

/** Everything that the one who pays this invoice owes, and what of their money lies on no invoice. */
export function PayerPane({ invoice }: { invoice: InvoicePage }) {
  const { billTo, requester, owed, credits, today, number } = invoice
  return (
    <PaneSection title={billTo} aside={<a href={`/requesters/${requester}`}>Account</a>}>
      {owed.length === 0 ? (
        <p className="second">Owes nothing.</p>
      ) : (
        <LedgerTable
          caption={`What ${billTo} owes`}
          columns={[{ head: 'Invoice' }, { head: 'Due' }, { head: 'Left', align: 'end' }]}
          rows={owed.map((one) => ({
            key: one.number,
            cells: [
              one.number === number ? (
                one.number
              ) : (
                <a key="number" href={`/invoices/${one.number}`}>
                  {one.number}
                </a>
              ),
              one.dueOn ? (
                <DaysAway key="due" date={one.dueOn} today={today} />
              ) : (
                <span key="due" className="second">
                  not received
                </span>
              ),
              <Money key="left" amount={one.balance} />,
            ],
          }))}
          foot={[
            'Open',
            '',
            <Money key="sum" amount={addCents(zeroCents, ...owed.map((one) => one.balance))} />,
          ]}
        />
      )}
      {credits.map(({ payment, left }) => (
        <p key={payment} className="mt-2">
          <Money amount={left} /> of <a href={`/invoices/payments/${payment}`}>{payment}</a> is on no invoice
          yet.
        </p>
      ))}
    </PaneSection>
  )
}
