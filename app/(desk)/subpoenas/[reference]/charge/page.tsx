import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { RadioGroup } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, MoneyField } from '#app/_ui/inputs.tsx'
import { Empty } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { addCharge, dropCharge } from '#db/commands/charge.ts'
import { type ChargesPage, chargesOf } from '#db/queries/charges.ts'
import { isPermitted, moneyReaders } from '#lib/access/actor.ts'
import { formatMoney } from '#lib/money.ts'
import { ChargesTable } from '../_parts/charges_table.tsx'
import { MoneyStep } from '../_parts/money_step.tsx'
import { addChargeAction, dropChargeAction } from './actions.ts'

type Asked = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ drop?: string }>
}

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Charges, ${(await params).reference}` }
}

/** The charges of a subpoena, with the forms to add one that no other record makes, and to drop one. */
export default async function ChargePage({ params, searchParams }: Asked) {
  const actor = await signedIn()
  const charges = await chargesOf(actor, (await params).reference)
  if (!charges) notFound()
  const { drop } = await searchParams
  const dropped = charges.charges.find((one) => String(one.number) === drop)
  const mayDrop = isPermitted(actor, dropCharge.may)
  return (
    <MoneyStep
      actor={actor}
      charges={charges}
      title="Charges"
      does="Research, pages and FedEx parcels are charged as they are recorded. Testimony and anything else is added here."
    >
      {charges.charges.length > 0 ? (
        <>
          <Heading
            level={2}
            aside={charges.draft ? `${formatMoney(charges.draft.total)} not billed` : charges.cannotBill}
          >
            So far
          </Heading>
          <ChargesTable {...charges} seesMoney={isPermitted(actor, moneyReaders)} mayDrop={mayDrop} />
        </>
      ) : (
        <Empty title="Nothing is charged yet." />
      )}
      {dropped && mayDrop ? (
        <Drop reference={charges.reference} charge={dropped} />
      ) : isPermitted(actor, addCharge.may) ? (
        <Add charges={charges} />
      ) : null}
    </MoneyStep>
  )
}

function Drop({ reference, charge }: { reference: string; charge: ChargesPage['charges'][number] }) {
  return (
    <>
      <Heading level={2}>
        Drop “{charge.description}” (charge {charge.number})
      </Heading>
      <Form action={dropChargeAction} hidden={{ reference, charge: charge.number }}>
        <Input
          name="reason"
          label="Why it is not billed"
          help="It stays on file. Billing reads this."
          required
          autoFocus
        />
        <Buttons>
          <Button look="brick">Drop the charge</Button>
        </Buttons>
      </Form>
    </>
  )
}

function Add({ charges: { reference, today } }: { charges: ChargesPage }) {
  return (
    <>
      <Heading level={2}>Add a charge</Heading>
      <Form action={addChargeAction} hidden={{ reference }}>
        <RadioGroup
          name="kind"
          label="What for"
          value="other"
          options={[
            { value: 'other', label: 'A cost or a service', help: 'With its amount.' },
            {
              value: 'testimony',
              label: 'Testimony or deposition',
              help: 'Time, at the rate of the fee schedule.',
            },
          ]}
        />
        <FieldRow of={3}>
          <DateField name="workedOn" label="Day" value={today} today={today} required />
          <MoneyField name="cents" label="Amount" help="Of a cost." />
          <Input name="minutes" label="Time" placeholder="210, or 3:30" help="Of testimony." />
        </FieldRow>
        <Input name="description" label="On the invoice" help="Name no subscriber." required />
        <Buttons>
          <Button look="filled">Add the charge</Button>
        </Buttons>
      </Form>
    </>
  )
}
