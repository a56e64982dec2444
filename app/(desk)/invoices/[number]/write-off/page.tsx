import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { MoneyField, TextArea } from '#app/_ui/inputs.tsx'
import { Money } from '#app/_ui/values.tsx'
import type { InvoicePage } from '#db/queries/invoice_page.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import { InvoiceStep, stepInvoice } from '../_parts/invoice_step.tsx'
import { approveWriteOffAction, askWriteOffAction, refuseWriteOffAction } from '../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Write-off of ${(await params).number}` }
}

/** Billing asks; counsel, another person, decides. */
export default async function WriteOffPage({ params }: Asked) {
  const invoice = await stepInvoice(params, ['billing', 'counsel'])
  const { askedWriteOff, mayDecide, mayBill } = invoice
  return (
    <InvoiceStep
      invoice={invoice}
      title={askedWriteOff ? 'Decide on the write-off' : 'Ask for a write-off'}
      does="What is written off is given up: nobody is asked to pay it again. Billing asks, counsel decides."
    >
      {askedWriteOff ? <Asked invoice={invoice} asked={askedWriteOff} /> : null}
      {askedWriteOff && mayDecide ? <Decide number={invoice.number} /> : null}
      {!askedWriteOff && mayBill ? <Ask number={invoice.number} /> : null}
      {!askedWriteOff && !mayBill ? <p>Nobody has asked for one.</p> : null}
    </InvoiceStep>
  )
}

function Asked(props: { invoice: InvoicePage; asked: NonNullable<InvoicePage['askedWriteOff']> }) {
  const { asked, invoice } = props
  return (
    <p className="mb-4">
      {asked.by} asked on {formatShort(dayOf(asked.askedAt, invoice.zone), invoice.today)} to write off{' '}
      <Money amount={asked.cents} />: “{asked.reason}”
    </p>
  )
}

function Ask({ number }: { number: string }) {
  return (
    <Form action={askWriteOffAction} hidden={{ invoice: number }}>
      <MoneyField name="cents" label="Amount" help="Empty: all that is left." />
      <TextArea name="reason" label="Why it will not be paid" required />
      <Buttons>
        <Button look="brick">Ask counsel</Button>
      </Buttons>
    </Form>
  )
}

function Decide({ number }: { number: string }) {
  return (
    <>
      <Form action={approveWriteOffAction} hidden={{ invoice: number }}>
        <Buttons>
          <Button look="brick">Write it off</Button>
        </Buttons>
      </Form>
      <div className="mt-6">
        <Form action={refuseWriteOffAction} hidden={{ invoice: number }}>
          <TextArea name="reason" label="Or why it stays owed" required />
          <Buttons>
            <Button>Refuse</Button>
          </Buttons>
        </Form>
      </div>
    </>
  )
}
