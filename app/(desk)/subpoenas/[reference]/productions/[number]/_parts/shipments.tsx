import { Form } from '#app/_forms/form.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, Select } from '#app/_ui/inputs.tsx'
import { LedgerTable } from '#app/_ui/ledger_table.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import { DateText } from '#app/_ui/values.tsx'
import type { ProductionPage } from '#db/queries/productions.ts'
import { labelOf } from '#lib/kinds.ts'
import { shipProductionAction } from '../actions.ts'
import { BlockerList, Recipient } from './release.tsx'

/** How it left, and whether it arrived. */
export function ShipmentsTable({ production, page }: { production: ProductionPage; page: string }) {
  const { shipments, head } = production
  if (shipments.length === 0) return null
  return (
    <>
      <Heading level={2}>How it left</Heading>
      <LedgerTable
        caption="Shipments"
        columns={[{ head: 'Sent' }, { head: 'How' }, { head: 'To' }, { head: 'Arrived' }]}
        rows={shipments.map((shipment) => ({
          key: shipment.number,
          cells: [
            <DateText key="sent" date={shipment.sentOn} today={head.today} />,
            <span key="how">
              {labelOf('shipmentMethods', shipment.method)}
              {shipment.trackingNumber ? <span className="under">{shipment.trackingNumber}</span> : null}
            </span>,
            <span key="to">
              {shipment.sentTo}
              {shipment.elsewhereWhy ? <span className="under">{shipment.elsewhereWhy}</span> : null}
            </span>,
            shipment.deliveredOn ? (
              <DateText key="arrived" date={shipment.deliveredOn} today={head.today} />
            ) : (
              <a key="arrived" href={`${page}/shipments/${shipment.number}`}>
                Record it
              </a>
            ),
          ],
        }))}
      />
    </>
  )
}

/** The form that sends it or records that it went. */
export function Ship({ production }: { production: ProductionPage }) {
  const { head, row, preparedBy, recipient, shipments } = production
  const { reference, today } = head
  const isFirst = shipments.length === 0
  return (
    <>
      <BlockerList production={production} />
      <div className="mt-5">
        <Heading level={2}>{isFirst ? 'Ship it' : 'Ship it again'}</Heading>
        <p className="second">
          By e-mail it leaves at once, with the letter, the declaration and the files. Any other way this
          records that you sent it; a FedEx parcel is charged. It was released to
        </p>
        <Recipient production={production} />
        <Form action={shipProductionAction} hidden={{ reference, production: row.number }}>
          <FieldRow of={2}>
            <Select name="method" label="How" options={kindOptions('shipmentMethods')} value="fedex" />
            <Input name="trackingNumber" label="Tracking number" help="For FedEx and other couriers." />
            <Input
              name="sentTo"
              label="To somebody else"
              placeholder={recipient.name}
              help={`Empty: to them, by e-mail ${recipient.email || 'no address on file'}. Elsewhere is not for ${preparedBy}, who prepared it.`}
            />
            <Input name="elsewhereWhy" label="Why to somebody else" maxLength={1000} />
            <DateField
              name="sentOn"
              label="Sent on"
              value={today}
              today={today}
              help="An e-mail leaves today."
            />
          </FieldRow>
          <Buttons>
            <Button look={isFirst ? 'filled' : 'outlined'}>Ship production {row.number}</Button>
          </Buttons>
        </Form>
      </div>
    </>
  )
}
