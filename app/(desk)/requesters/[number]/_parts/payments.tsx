import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { PaneSection } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import type { RequesterPage } from '#db/queries/requesters.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { addCents, formatMoney, zeroCents } from '#lib/money.ts'

type Payments = NonNullable<RequesterPage['money']>['payments']

/** The newest are what somebody asks about; one with money left on it is shown however old it is. */
const shownOnes = 10

/** What they paid, and what of it no invoice has. */
export function Payments({ payments, today }: { payments: Payments; today: CalendarDate }) {
  const shown = payments.filter(({ left }, index) => index < shownOnes || left > 0)
  const left = addCents(zeroCents, ...payments.map((payment) => payment.left))
  const older = payments.length - shown.length
  return (
    <PaneSection
      title="Payments"
      meta={payments.length}
      aside={left > 0 ? <span>{formatMoney(left)} on no invoice</span> : undefined}
    >
      <LedgerTable
        caption="Payments"
        columns={[
          { head: 'Payment' },
          { head: 'Check', hideOnPhone: true },
          { head: 'Received' },
          { head: 'On no invoice', align: 'end', hideOnPhone: true },
          { head: 'Amount', align: 'end' },
        ]}
        rows={shown.map((payment) => ({
          key: payment.number,
          reachable: true,
          cells: [
            <a key="number" href={`/invoices/payments/${payment.number}`} data-open="">
              {payment.number}
            </a>,
            payment.checkNumber,
            <DateText key="on" date={payment.receivedOn} today={today} />,
            <Left key="left" payment={payment} />,
            <Money key="amount" amount={payment.cents} />,
          ],
        }))}
        empty={<p className="second">Nothing has been paid by them yet.</p>}
      />
      {older > 0 ? (
        <p className="second mt-2">
          {older === 1 ? 'One older payment is' : `${older} older payments are`} placed in full.
        </p>
      ) : null}
    </PaneSection>
  )
}

function Left({ payment: { left, reversedOn } }: { payment: Payments[number] }) {
  if (reversedOn !== null) return <Mark glyph="bent-arrow" words="Returned" />
  if (left > 0) return <Money amount={left} />
  return <Mark glyph="tick" tone="third" words="placed" />
}
