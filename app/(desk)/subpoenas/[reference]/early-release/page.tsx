import type { Metadata } from 'next'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { askEarlyRelease } from '#db/commands/early_release/ask.ts'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { TargetChoice } from '../_parts/target_choice.tsx'
import { askEarlyReleaseAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Early release, ${(await params).reference}` }
}

export default async function EarlyReleasePage({ params }: Asked) {
  const { head } = await stepHead(params, askEarlyRelease.may)
  const { reference, today } = head
  return (
    <Step
      subpoena={head}
      title="Ask for early release"
      does="Asks that the hold end early. Nothing changes until counsel, another person, approves; and a stay, the terms and the notice still stand in the way of a release."
    >
      <Form action={askEarlyReleaseAction} hidden={{ reference }}>
        <RadioGroup name="ground" label="On what ground" options={kindOptions('earlyReleaseGrounds')} />
        <Checkbox
          name="dangerToLife"
          label="A person is in danger of death or serious physical injury."
          help="Needed for an emergency. A hearing, a deadline or a cost is none: the requester can ask the court for an order."
        />
        <Checkbox
          name="consentVerified"
          label="It was verified that the consent is the subscriber’s."
          help="Needed for a consent; say below how it was verified."
        />
        <TargetChoice targets={head.targets} label="For which targets" />
        <FieldRow of={2}>
          <DateField name="opensOn" label="Release opens on" today={today} value={today} required />
          <FileField
            name="file"
            label="Its paper"
            help="The order, the report of the danger, or the consent."
          />
        </FieldRow>
        <TextArea name="reason" label="Why" rows={4} required />
        <Buttons>
          <Button look="filled">Ask counsel</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
