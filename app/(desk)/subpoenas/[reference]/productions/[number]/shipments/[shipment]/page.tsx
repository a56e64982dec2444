import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { recordShipmentDelivered } from '#db/commands/shipment.ts'
import { productionPage } from '#db/queries/productions.ts'
import { Step } from '../../../../_parts/step.tsx'
import { numberIn, stepHead } from '../../../../_parts/step_head.ts'
import { recordShipmentDeliveredAction } from '../../actions.ts'

type Asked = { params: Promise<{ reference: string; number: string; shipment: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, number, shipment } = await params
  return { title: `Shipment ${shipment} of production ${number}, ${reference}` }
}

export default async function ShipmentPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, recordShipmentDelivered.may)
  const { number, shipment } = await params
  const hidden = { reference: head.reference, production: numberIn(number), shipment: numberIn(shipment) }
  const production = await productionPage(actor, head.reference, hidden.production)
  if (!production?.shipments.some((sent) => sent.number === hidden.shipment)) notFound()
  return (
    <Step
      subpoena={head}
      title="Record that it arrived"
      does={`Shipment ${hidden.shipment} of production ${hidden.production}. Where the invoice was enclosed, its receipt is offered from this day.`}
      width="text"
    >
      <Form action={recordShipmentDeliveredAction} hidden={hidden}>
        <DateField name="deliveredOn" label="Arrived on" value={head.today} today={head.today} required />
        <Buttons>
          <Button look="filled">Record it</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
