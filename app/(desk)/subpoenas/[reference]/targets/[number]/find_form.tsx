import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input, TextArea } from '#app/_ui/inputs.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { CaseHead, TargetLine } from '#db/queries/case_head.ts'
import { TargetChoice } from '../../_parts/target_choice.tsx'
import { findSubscriberAction, noneFoundAction, splitTargetAction } from './actions.ts'
import { SubscriberFields } from './subscriber_fields.tsx'

type Props = { head: CaseHead; target: TargetLine }

/** Whose the target is: one on file by number, or a new one; it may be said of several targets at once. */
export function FindForm({ head, target }: Props) {
  const here = [...new Set(head.targets.flatMap(({ subscriber }) => subscriber ?? []))]
  return (
    <Form action={findSubscriberAction} hidden={{ reference: head.reference }}>
      <TargetChoice
        targets={head.targets}
        chosen={[target.number]}
        label="Whose are these"
        help="Several targets may be one subscriber: they get one notice."
      />
      <FieldRow of={2}>
        <Input
          name="existing"
          label="A subscriber on file"
          placeholder="U-00007"
          help={
            here.length > 0
              ? `On this subpoena: ${here.join(', ')}. Leave the rest empty.`
              : 'By number. Leave the rest empty.'
          }
        />
      </FieldRow>
      <p className="second">Or a new one:</p>
      <SubscriberFields />
      <Buttons>
        <Button look={target.subscriber === null && !target.noneFound ? 'filled' : 'outlined'}>
          {target.subscriber === null ? 'Record the subscriber' : 'Record another subscriber'}
        </Button>
      </Buttons>
    </Form>
  )
}

export function NoneFoundForm({ head, target }: Props) {
  return (
    <Section
      title="There is nobody behind it"
      lead="Record what was searched, over which time and in which zone. The requester is told only when an account that was found could have been answered for."
    >
      <Form action={noneFoundAction} hidden={{ reference: head.reference, targets: target.number }}>
        <TextArea name="searched" label="What was searched" rows={4} value={target.searched} required />
        <Buttons>
          <Button>Record that there is no subscriber</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

export function SplitForm({ head, target }: Props) {
  return (
    <Section
      title="It had several holders"
      lead={`Split it by time. ${target.letter} keeps the first period; each further one becomes a target with its own notice and hold.`}
    >
      <Form action={splitTargetAction} hidden={{ reference: head.reference, target: target.number }}>
        <TextArea
          name="periods"
          label="Periods, one a line"
          rows={3}
          placeholder={'1 to 14 October 2025\n15 to 31 October 2025'}
          required
        />
        <Buttons>
          <Button>Split {target.letter}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
