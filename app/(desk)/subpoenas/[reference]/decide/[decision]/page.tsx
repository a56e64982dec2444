import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { CheckboxGroup } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { reviewOf, termsOf } from '#db/queries/review.ts'
import { type Actor, mustBe } from '#lib/access/actor.ts'
import { deficienciesOf } from '#lib/review/deficiencies_of.ts'
import { type DeficiencyCode, deficiencies, deficiencyCodes } from '#lib/subpoena/deficiencies.ts'
import { LetterFields } from '../../_parts/letter_fields.tsx'
import { Step } from '../../_parts/step.tsx'
import { type Decision, decisions, isDecision } from './decisions.ts'

type Asked = { params: Promise<{ reference: string; decision: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, decision } = await params
  return { title: isDecision(decision) ? `${decisions[decision].title}, ${reference}` : 'Not found' }
}

export default async function DecisionPage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, ['counsel'])
  const { reference, decision } = await params
  const subpoena = isDecision(decision) ? await termsOf(actor, reference) : null
  if (!subpoena || !isDecision(decision)) notFound()
  const { title, does, button, brick, action, asks } = decisions[decision]
  return (
    <Step subpoena={subpoena.row} title={title} does={does}>
      <Form action={action} hidden={{ reference }}>
        {asks.includes('deficiencies') ? <Deficiencies chosen={await suggested(actor, reference)} /> : null}
        {asks.includes('answerBy') ? (
          <FieldRow of={2}>
            <DateField
              name="answerBy"
              label="To be mended by"
              today={subpoena.today}
              help="The letter says so; leave it empty to say nothing."
            />
          </FieldRow>
        ) : null}
        {asks.includes('letter') ? <LetterFields email={subpoena.requester.email} /> : null}
        <Reason decision={decision} />
        <Buttons>
          <Button look={brick ? 'brick' : 'filled'}>{button}</Button>
        </Buttons>
      </Form>
    </Step>
  )
}

function Reason({ decision }: { decision: Decision }) {
  return decision === 'refer' ? (
    <TextArea name="reason" label="To whom it goes, and why" required />
  ) : (
    <TextArea name="reason" label="Reason, for the file" help="It is not in the letter." />
  )
}

/** What follows from the items that a person judged failed; more may be chosen, and fewer. */
async function suggested(actor: Actor, reference: string): Promise<DeficiencyCode[]> {
  const review = await reviewOf(actor, reference)
  return deficienciesOf(
    (review?.checks ?? []).filter(({ result }) => result === 'failed').map(({ item }) => item),
  )
}

function Deficiencies({ chosen }: { chosen: readonly DeficiencyCode[] }) {
  return (
    <CheckboxGroup
      name="deficiencies"
      label="What is wrong with it"
      values={chosen}
      options={deficiencyCodes.map((code) => ({
        value: code,
        label: deficiencies[code].title,
        help: deficiencies[code].paragraph,
      }))}
    />
  )
}
