import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, MoneyField, TextArea } from '#app/_ui/inputs.tsx'
import { issueCreditMemo } from '#db/commands/credit_memo.ts'
import { InvoiceStep, stepInvoice } from '../_parts/invoice_step.tsx'
import { issueCreditMemoAction } from '../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Credit memo to ${(await params).number}` }
}

export default async function CreditMemoPage({ params }: Asked) {
  const invoice = await stepInvoice(params, issueCreditMemo.may)
  const { number, email } = invoice
  return (
    <InvoiceStep
      invoice={invoice}
      title="Credit memo"
      does="An issued invoice never changes. A credit memo takes off what it should not have asked for, as a numbered paper of its own."
    >
      <Form action={issueCreditMemoAction} hidden={{ invoice: number }}>
        <FieldRow of={2}>
          <MoneyField name="cents" label="Amount to take off" required />
          <Input
            name="to"
            label="E-mail it to"
            value={email}
            inputMode="email"
            help="Empty: it is not e-mailed; print it from the invoice."
          />
        </FieldRow>
        <TextArea name="reason" label="Why, as the paper will say it" required />
        <Buttons>
          <Button look="brick">Issue the credit memo</Button>
        </Buttons>
      </Form>
    </InvoiceStep>
  )
}
