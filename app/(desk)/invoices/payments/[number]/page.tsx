import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Input, MoneyField, Select } from '#app/_ui/inputs.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { DateText, Money } from '#app/_ui/values.tsx'
import { type PaymentPage, paymentPage } from '#db/queries/payments.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { formatMoney } from '#lib/money.ts'
import { allocateCreditAction, reversePaymentAction } from './actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Payment ${(await params).number}` }
}

/** One check: where it lies, what of it is left to be put on an invoice, and the way to take it back. */
export default async function OnePaymentPage({ params }: Asked) {
  const actor = await signedIn()
  const payment = await paymentPage(actor, (await params).number)
  if (!payment) notFound()
  const { number, checkNumber, payer, receivedOn, by, requester, today, reversal } = payment
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Invoices', href: '/invoices' },
          { label: number },
          { label: requester.name, href: `/requesters/${requester.number}` },
        ]}
        title={`Check ${checkNumber}`}
        under={`From ${payer}, received ${formatShort(receivedOn, today)}, recorded by ${by}${reversal ? `; taken back ${formatShort(reversal.on, today)}: ${reversal.reason}` : ''}`}
        figure={{ value: formatMoney(payment.cents), lines: [leftWords(payment)] }}
        ruled
      />
      <PageBody width="form">
        <Placed payment={payment} />
        {payment.mayBill && payment.left > 0 ? <PutOn payment={payment} /> : null}
        {payment.mayBill && !payment.reversed ? <TakeBack number={number} /> : null}
      </PageBody>
    </>
  )
}

function leftWords({ reversed, left }: PaymentPage): string {
  if (reversed) return 'taken back'
  return left > 0 ? `${formatMoney(left)} on no invoice yet` : 'all of it on invoices'
}

function Placed({ payment: { placed, today } }: { payment: PaymentPage }) {
  return (
    <LedgerTable
      caption="Where it lies"
      showCaption
      columns={[{ head: 'Invoice' }, { head: 'Day' }, { head: 'Amount', align: 'end' }]}
      rows={placed.map((row) => ({
        key: row.id,
        cells: [
          <a key="invoice" href={`/invoices/${row.invoice}`}>
            {row.invoice}
          </a>,
          <DateText key="day" date={row.onDate} today={today} />,
          <Money key="amount" amount={row.cents} />,
        ],
      }))}
      empty={<p>On no invoice yet.</p>}
    />
  )
}

function PutOn({ payment: { number, owed, left } }: { payment: PaymentPage }) {
  if (owed.length === 0) {
    return (
      <p className="mt-4">
        {formatMoney(left)} stays theirs as a credit: they owe nothing else. It can be put on their next
        invoice.
      </p>
    )
  }
  return (
    <section className="mt-6">
      <h2 className="bold">Put what is left on an invoice</h2>
      <Form action={allocateCreditAction} hidden={{ payment: number }}>
        <Select
          name="invoice"
          label="Invoice"
          options={owed.map((one) => ({
            value: one.number,
            label: `${one.number}, ${formatMoney(one.balance)} owed`,
          }))}
        />
        <MoneyField name="cents" label="Amount" help="Empty: as much as both allow." />
        <Buttons>
          <Button look="filled">Put it there</Button>
        </Buttons>
      </Form>
    </section>
  )
}

function TakeBack({ number }: { number: string }) {
  return (
    <section className="mt-6">
      <h2 className="bold">The check bounced</h2>
      <p className="second">What it paid is owed again. The check and its return both stay on file.</p>
      <Form action={reversePaymentAction} hidden={{ payment: number }}>
        <Input name="reason" label="What the bank said" required />
        <Buttons>
          <Button look="brick">Take it back</Button>
        </Buttons>
      </Form>
    </section>
  )
}
