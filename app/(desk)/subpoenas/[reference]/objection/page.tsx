import type { Metadata } from 'next'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { InstantField } from '#app/_forms/instant_field.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { RadioGroup } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import { recordObjection } from '#db/commands/objection/record.ts'
import { kindsOf, labelOf } from '#lib/kinds.ts'
import { usualEffect } from '#lib/objection/effects.ts'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { TargetChoice } from '../_parts/target_choice.tsx'
import { recordObjectionAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Objection, ${(await params).reference}` }
}

/** Our own objection has a page of its own, since a letter goes with it. */
const kinds = kindsOf('objectionKinds').filter((kind) => kind !== 'provider')

export default async function ObjectionPage({ params }: Asked) {
  const { head } = await stepHead(params, recordObjection.may)
  const { reference, today } = head
  return (
    <Step
      subpoena={head}
      title="Record an objection"
      does="Takes it in as it came. Its kind decides at once what it holds back; counsel may change that, with a reason. A late one is honoured as long as nothing has left."
    >
      <Form action={recordObjectionAction} hidden={{ reference }}>
        <RadioGroup
          name="kind"
          label="What it is"
          options={kinds.map((kind) => ({
            value: kind,
            label: labelOf('objectionKinds', kind),
            help: labelOf('objectionEffects', usualEffect(kind)),
          }))}
        />
        <TargetChoice targets={head.targets} label="What it is about" />
        <FieldRow of={2}>
          <InstantField name="receivedAt" label="Received" timeLabel="at" today={today} />
        </FieldRow>
        <FieldRow of={2}>
          <Input
            name="filedWhere"
            label="Filed where"
            placeholder="The court and its number, the requester, or us"
            maxLength={200}
          />
          <DateField name="filedOn" label="Filed on" today={today} />
        </FieldRow>
        <FileField name="file" label="The paper, if there is one" help="PDF, TIFF, JPEG or PNG, to 50 MB." />
        <TextArea name="text" label="In a few words, what it says" rows={4} />
        <Buttons>
          <Button look="filled">Record the objection</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
