import type { Metadata } from 'next'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import { Section } from '#app/_ui/section.tsx'
import { barNotice } from '#db/commands/bar.ts'
import { barsOf } from '#db/queries/notices.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { Bars } from '../_parts/notices_tab.tsx'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { TargetChoice } from '../_parts/target_choice.tsx'
import { barNoticeAction, liftBarAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Order against notice, ${(await params).reference}` }
}

export default async function BarPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, barNotice.may)
  const { reference, today } = head
  const bars = await barsOf(actor, reference)
  const standing = bars.filter(({ liftedAt }) => liftedAt === null)
  return (
    <Step
      subpoena={head}
      title="An order forbids the notice"
      does="Puts a court’s order on file that forbids telling the subscriber. Only an order binds: a party’s request for secrecy does not. A notice that still waits does not go."
    >
      <div className="space-y-6">
        {bars.length > 0 ? <Bars bars={bars} reference={reference} today={today} /> : null}
        <Form action={barNoticeAction} hidden={{ reference }}>
          <TargetChoice targets={head.targets} label="Whom it is about" />
          <FieldRow of={2}>
            <FileField name="file" label="The order" help="PDF, TIFF, JPEG or PNG, to 50 MB." />
            <DateField
              name="endsOn"
              label="Its last day"
              today={today}
              help="The notice goes on the next business day. Empty: until it is lifted."
            />
          </FieldRow>
          <TextArea name="reason" label="What it orders" rows={3} required />
          <Buttons>
            <Button look="filled">Put the order on file</Button>
          </Buttons>
        </Form>
        {standing.map((bar) => (
          <Section
            key={bar.number}
            title={`Lift order ${bar.number}, about ${targetLetters(bar.targets)}`}
            lead="The subscribers are then to be told."
          >
            <Form action={liftBarAction} hidden={{ reference, bar: bar.number }}>
              <Input name="reason" label="Why it no longer binds" maxLength={1000} required />
              <Buttons>
                <Button>Lift order {bar.number}</Button>
              </Buttons>
            </Form>
          </Section>
        ))}
      </div>
    </Step>
  )
}
