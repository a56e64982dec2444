import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import { sendInvoice } from '#db/commands/invoice/send.ts'
import { InvoiceStep, stepInvoice } from '../_parts/invoice_step.tsx'
import { sendInvoiceAction } from '../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Send ${(await params).number}` }
}

export default async function SendInvoicePage({ params }: Asked) {
  const invoice = await stepInvoice(params, sendInvoice.may)
  const { number, email, today } = invoice
  return (
    <InvoiceStep
      invoice={invoice}
      title="Send the invoice"
      does="By e-mail it leaves at once, with the PDF. Any other way this records that you sent it."
    >
      <Form action={sendInvoiceAction} hidden={{ number }}>
        <FieldRow of={2}>
          <Select
            name="method"
            label="How"
            options={kindOptions('shipmentMethods')}
            value={email ? 'e-mail' : 'post'}
          />
          <Input
            name="to"
            label="To another e-mail address"
            placeholder={email || 'None is on file'}
            inputMode="email"
            help="For an e-mail; empty: the one on file."
          />
          <DateField
            name="sentOn"
            label="Sent on"
            value={today}
            today={today}
            help="An e-mail leaves today."
          />
          <Input name="trackingNumber" label="Tracking number" help="For FedEx and other couriers." />
        </FieldRow>
        <Buttons>
          <Button look="filled">Send it</Button>
        </Buttons>
      </Form>
    </InvoiceStep>
  )
}
