import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import { recordResearch } from '#db/commands/research.ts'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { recordResearchAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Research, ${(await params).reference}` }
}

export default async function ResearchPage({ params }: Asked) {
  const { head } = await stepHead(params, recordResearch.may)
  const { reference, today } = head
  return (
    <Step
      subpoena={head}
      title="Record research"
      does="Your minutes make a charge. What you searched stays with the case; billing and the invoice do not see it."
    >
      <Form action={recordResearchAction} hidden={{ reference }}>
        <FieldRow of={2}>
          <Input
            name="minutes"
            label="Time"
            inputMode="text"
            placeholder="90, or 1:30"
            help="Whole minutes."
            required
            autoFocus
          />
          <DateField name="workedOn" label="Day" value={today} today={today} required />
        </FieldRow>
        <TextArea
          name="searched"
          label="What you searched"
          help="Systems, identifiers, range and time zone. For the file, not for the invoice."
          rows={4}
          required
        />
        <Input
          name="billedAs"
          label="On the invoice"
          placeholder="Research"
          help="Name no subscriber: the requester and billing read it."
        />
        <Buttons>
          <Button look="filled">Record the research</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
