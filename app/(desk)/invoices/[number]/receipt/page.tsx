import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import { recordInvoiceReceipt } from '#db/commands/invoice/receipt.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { InvoiceStep, stepInvoice } from '../_parts/invoice_step.tsx'
import { recordInvoiceReceiptAction } from '../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Receipt of ${(await params).number}` }
}

export default async function InvoiceReceiptPage({ params }: Asked) {
  const invoice = await stepInvoice(params, recordInvoiceReceipt.may)
  const { number, today, dueDays, receipts, suggested } = invoice
  const before = receipts.at(-1)
  const isSuggested = !before && suggested?.receivedOn
  return (
    <InvoiceStep
      invoice={invoice}
      title={before ? 'It was received another day' : 'Record its receipt'}
      does={`The day of receipt is not counted; payment is due ${dueDays} days after it, moved off weekends and holidays.`}
    >
      {before ? (
        <p className="mb-4">
          On file: {formatShort(before.receivedOn, today)}, {labelOf('receiptBases', before.basis)}. Both
          records stay.
        </p>
      ) : null}
      <Form action={recordInvoiceReceiptAction} hidden={{ number }}>
        <FieldRow of={2}>
          <DateField
            name="receivedOn"
            label="Received on"
            today={today}
            value={isSuggested ? (suggested.receivedOn ?? undefined) : undefined}
            state={isSuggested ? 'suggested' : undefined}
            aside={isSuggested ? 'from how it was sent' : undefined}
            required
          />
          <Select
            name="basis"
            label="How we know"
            options={kindOptions('receiptBases', ['imported'])}
            value={before?.basis ?? suggested?.basis}
            empty={before || suggested ? undefined : 'Choose'}
          />
        </FieldRow>
        {before ? <Input name="reason" label="Why another day" required /> : null}
        <Buttons>
          <Button look="filled">Record the receipt</Button>
        </Buttons>
      </Form>
    </InvoiceStep>
  )
}
