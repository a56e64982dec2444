import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { CheckboxGroup } from '#app/_ui/choices.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Select } from '#app/_ui/inputs.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Empty, Refusal } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import { issueInvoice } from '#db/commands/invoice/issue.ts'
import { type ChargesPage, chargesOf } from '#db/queries/charges.ts'
import { isPermitted } from '#lib/access/actor.ts'
import type { DraftInvoice } from '#lib/billing/draft.ts'
import { quantityOf } from '#lib/billing/quantity.ts'
import { formatMoney } from '#lib/money.ts'
import { MoneyStep } from '../_parts/money_step.tsx'
import { issueInvoiceAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Invoice for ${(await params).reference}` }
}

/** What the next invoice will say, and the press that issues it. A draft is nothing but the charges. */
export default async function DraftPage({ params }: Asked) {
  const actor = await signedIn()
  const charges = await chargesOf(actor, (await params).reference)
  if (!charges) notFound()
  const { draft, cannotBill, reference, billTo } = charges
  return (
    <MoneyStep
      actor={actor}
      charges={charges}
      title="Draft the invoice"
      does={`Billed to ${billTo.name}. Issuing takes the next number and freezes lines and paper; a credit memo is the only correction.`}
    >
      {draft ? <Draft draft={draft} charges={charges} /> : null}
      {cannotBill ? (
        <Refusal sentence={cannotBill}>
          <a href={`/subpoenas/${reference}/charge`}>Look at the charges</a>
        </Refusal>
      ) : null}
      {!draft && !cannotBill ? (
        <Empty title="Nothing is left to bill.">
          Research, pages and parcels make charges as they are recorded.{' '}
          <a href={`/subpoenas/${reference}/charge`}>Look at the charges</a>
        </Empty>
      ) : null}
      {draft && isPermitted(actor, issueInvoice.may) ? <Issue charges={charges} /> : null}
    </MoneyStep>
  )
}

function Draft({
  draft: { lines, total },
  charges: { today, reference },
}: {
  draft: DraftInvoice
  charges: ChargesPage
}) {
  return (
    <>
      <Heading level={2} aside={<a href={`/subpoenas/${reference}/charge`}>Change the charges</a>}>
        All that is not billed
      </Heading>
      <LedgerTable
        caption="Lines of the draft"
        columns={[
          { head: 'Day' },
          { head: 'For' },
          { head: 'Quantity', align: 'end' },
          { head: 'Amount', align: 'end' },
        ]}
        rows={lines.map((line) => ({
          key: line.ordinal,
          cells: [
            <DateText key="day" date={line.on} today={today} />,
            line.description,
            quantityOf(line),
            <Money key="amount" amount={line.cents} />,
          ],
        }))}
        foot={['', <b key="total">Total</b>, '', <Money key="sum" amount={total} total />]}
      />
    </>
  )
}

function Issue({ charges: { charges, reference, billTo } }: { charges: ChargesPage }) {
  const open = charges.filter((charge) => charge.invoice === null && !charge.dropped)
  return (
    <div className="mt-6">
      <Form action={issueInvoiceAction} hidden={{ reference }}>
        {open.length > 1 ? (
          <CheckboxGroup
            name="charges"
            label="Bill these"
            help="What is left out stays for the next invoice."
            values={open.map((charge) => String(charge.number))}
            options={open.map((charge) => ({
              value: String(charge.number),
              label: `${charge.description}: ${charge.cents === null ? quantityOf(charge) : formatMoney(charge.cents)}`,
            }))}
          />
        ) : (
          open.map((charge) => (
            <input key={charge.number} type="hidden" name="charges" value={charge.number} />
          ))
        )}
        <FieldRow of={2}>
          <Select
            name="sending"
            label="How it will be sent"
            options={kindOptions('shipmentMethods')}
            value={billTo.email ? 'e-mail' : 'post'}
            help="The paper then says when it would be due."
          />
        </FieldRow>
        <Buttons>
          <Button look="filled">Issue the invoice</Button>
        </Buttons>
      </Form>
    </div>
  )
}
