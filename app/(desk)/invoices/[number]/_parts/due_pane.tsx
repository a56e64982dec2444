import { PaneSection } from '#app/_ui/panes.tsx'
import { DaysAway, Money } from '#app/_ui/values.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import type { InvoicePage } from '#db/queries/invoice_page.ts'
import { yearOf } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'

/** The day by which it is to be paid, and why that day; before it was received, only the rule. */
export function DuePane({ invoice }: { invoice: InvoicePage }) {
  const { receipts, today, number, dueDays, state, mayBill, askedWriteOff } = invoice
  const receipt = receipts.at(-1)
  const isOpen = state === 'due' || state === 'overdue'
  return (
    <PaneSection
      title="Due"
      aside={receipt && isOpen ? <DaysAway date={receipt.dueOn} today={today} /> : null}
      firstOnPhone
    >
      {receipt ? (
        <>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="serif text-[1.375rem] leading-9">
              <WhyDate
                date={receipt.dueOn}
                derivation={receipt.derivation}
                today={today}
                subject={`Due day of ${number}`}
                contest={
                  mayBill ? <a href={`/invoices/${number}/receipt`}>Receipt was another day</a> : undefined
                }
              >
                {`${formatShort(receipt.dueOn, receipt.dueOn)} ${yearOf(receipt.dueOn)}`}
              </WhyDate>
            </span>
            <span className="second">{dueDays} days after receipt</span>
          </p>
          <p className="second">
            Received {formatShort(receipt.receivedOn, today)}: {labelOf('receiptBases', receipt.basis)}.
          </p>
        </>
      ) : (
        <p>
          Within {dueDays} days of the day on which it is received, which nobody has recorded yet.{' '}
          {mayBill ? <a href={`/invoices/${number}/receipt`}>Record its receipt</a> : null}
        </p>
      )}
      {askedWriteOff ? (
        <p className="mt-3">
          {askedWriteOff.by} asked to write off <Money amount={askedWriteOff.cents} />: “
          {askedWriteOff.reason}” <a href={`/invoices/${number}/write-off`}>Decide</a>
        </p>
      ) : null}
    </PaneSection>
  )
}
