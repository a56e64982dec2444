import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { kindOptions } from '#app/_forms/kind_options.ts'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Select, TextArea } from '#app/_ui/inputs.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { CaseHead } from '#db/queries/case_head.ts'
import type { ObjectionLine } from '#db/queries/objections.ts'
import { isStay } from '#lib/objection/effects.ts'
import { changeObjectionEffectAction, recordObjectionOutcomeAction } from './actions.ts'

type Props = { head: CaseHead; objection: ObjectionLine }

/** How it ended: what lifts a stay, and the only thing that does. */
export function OutcomeForm({ head, objection }: Props) {
  const stays = isStay(objection.effect)
  return (
    <Section
      title="Record the outcome"
      lead={
        stays
          ? 'It is given once, and lifts the stay only with its paper. Where a court quashed it, who was told is told.'
          : 'It is given once. A paper is needed only where a court quashed it.'
      }
    >
      <Form
        action={recordObjectionOutcomeAction}
        hidden={{ reference: head.reference, objection: objection.number }}
      >
        <FieldRow of={2}>
          <Select
            name="outcome"
            label="Outcome"
            options={kindOptions('objectionOutcomes')}
            empty="Choose"
            required
          />
          <DateField name="outcomeOn" label="On" today={head.today} value={head.today} required />
        </FieldRow>
        <FileField name="file" label={stays ? 'The order or agreement' : 'Its paper, if there is one'} />
        <TextArea name="reason" label="What it means for the answer" rows={2} />
        <Buttons>
          <Button look="filled">Record the outcome</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** What it does while it is open. */
export function EffectForm({ head, objection }: Props) {
  const stays = isStay(objection.effect)
  return (
    <Section
      title="Change what it does"
      lead={
        stays
          ? 'A stay may be made wider or narrower here; only an outcome ends it.'
          : 'It may stay targets, extend the hold to a day, or have no effect.'
      }
    >
      <Form
        action={changeObjectionEffectAction}
        hidden={{ reference: head.reference, objection: objection.number, version: objection.version }}
      >
        <FieldRow of={2}>
          <Select
            name="effect"
            label="What it does"
            value={objection.effect}
            options={kindOptions('objectionEffects', stays ? ['extends-to-day', 'none'] : [])}
          />
          {stays ? null : (
            <DateField
              name="extendsToOn"
              label="Extends the hold to"
              today={head.today}
              value={objection.extendsToOn ?? ''}
            />
          )}
        </FieldRow>
        <TextArea name="reason" label="Why" rows={2} required />
        <Buttons>
          <Button>Change what it does</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
