import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow, Fieldset } from '#app/_ui/fieldset.tsx'
import { Input, MoneyField } from '#app/_ui/inputs.tsx'
import { recordPayment } from '#db/commands/payment/record.ts'
import type { InvoicePage } from '#db/queries/invoice_page.ts'
import { formatMoney } from '#lib/money.ts'
import { InvoiceStep, stepInvoice } from '../_parts/invoice_step.tsx'
import { recordPaymentAction } from '../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Check for ${(await params).number}` }
}

export default async function InvoicePaymentPage({ params }: Asked) {
  const invoice = await stepInvoice(params, recordPayment.may)
  const { number, requester, billTo, today, balance } = invoice
  const isOwed = balance > 0
  return (
    <InvoiceStep
      invoice={invoice}
      title="Check received"
      does={`It pays ${isOwed ? 'this invoice first, then ' : ''}what else ${billTo} owes, the oldest first. What is over stays theirs as a credit.`}
    >
      <Form
        action={recordPaymentAction}
        hidden={{ requester, from: number, ...(isOwed ? { first: number } : {}) }}
      >
        <FieldRow of={2}>
          <Input name="checkNumber" label="Check number" required autoFocus />
          <MoneyField name="cents" label="Amount" required />
          <Input name="payer" label="From" value={billTo} required />
          <DateField name="receivedOn" label="Received on" value={today} today={today} required />
        </FieldRow>
        <Split invoice={invoice} />
        <Checkbox name="another" label="Another check of theirs bears this number, and this one is not it" />
        <Buttons>
          <Button look="filled">Record the check</Button>
        </Buttons>
      </Form>
    </InvoiceStep>
  )
}

/** Where the clerk says otherwise: so much on each invoice. */
function Split({ invoice: { owed } }: { invoice: InvoicePage }) {
  if (owed.length < 2) return null
  return (
    <Fieldset legend="Or split it" aside="only where the check says so">
      {owed.map((one, index) => (
        <div key={one.number}>
          <input type="hidden" name={`allocations.${index}.invoice`} value={one.number} />
          <MoneyField
            name={`allocations.${index}.cents`}
            label={`On ${one.number}`}
            aside={`${formatMoney(one.balance)} is owed`}
          />
        </div>
      ))}
    </Fieldset>
  )
}
