import { LinkButton } from '#app/_ui/button.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import { chargesOf } from '#db/queries/charges.ts'
import { invoicesOf } from '#db/queries/invoices_of.ts'
import { type Actor, isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { formatMoney } from '#lib/money.ts'
import { BillingMark } from '../../../_parts/billing_mark.tsx'

/** The invoices of a subpoena and what is still to be billed; for those who see money. */
export async function InvoicesTab({ actor, reference }: { actor: Actor; reference: string }) {
  if (!isPermitted(actor, moneyReaders)) {
    return <Empty title="Invoices are for billing and counsel." />
  }
  const { invoices, today } = await invoicesOf(actor, reference)
  const charges = await chargesOf(actor, reference)
  return (
    <>
      <LedgerTable
        caption="Invoices of this subpoena"
        columns={[
          { head: 'Invoice' },
          { head: 'Issued', hideOnPhone: true },
          { head: 'Stands' },
          { head: 'Due' },
          { head: 'Total', align: 'end', hideOnPhone: true },
          { head: 'Left', align: 'end' },
        ]}
        rows={invoices.map((invoice) => ({
          key: invoice.number,
          reachable: true,
          cells: [
            <a key="number" href={`/invoices/${invoice.number}`} data-open="" data-next="">
              {invoice.number}
            </a>,
            <DateText key="issued" date={invoice.issuedOn} today={today} />,
            <BillingMark key="state" billing={invoice.state} />,
            invoice.dueOn ? <DateText key="due" date={invoice.dueOn} today={today} /> : 'not received',
            <Money key="total" amount={invoice.total} />,
            <Money key="left" amount={invoice.balance} />,
          ],
        }))}
        empty={
          <Empty title="No invoice yet.">It is issued from the charges, when the answer is given.</Empty>
        }
      />
      {charges?.draft || charges?.cannotBill ? (
        <Heading>
          {charges.draft ? `${formatMoney(charges.draft.total)} is not billed yet` : charges.cannotBill}
        </Heading>
      ) : null}
      {charges?.draft && isPermitted(actor, ['billing']) ? (
        <p className="mt-3">
          <LinkButton href={`/subpoenas/${reference}/invoice`}>Draft the invoice</LinkButton>
        </p>
      ) : null}
    </>
  )
}
