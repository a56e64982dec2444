import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Select, TextArea } from '#app/_ui/inputs.tsx'
import { termsOf } from '#db/queries/review.ts'
import { mustBe } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { LetterFields } from '../../_parts/letter_fields.tsx'
import { Step } from '../../_parts/step.tsx'
import {
  sendTermsAction,
  termsAgreedAction,
  termsNotApplicableAction,
  termsRefusedAction,
  waiveTermsAction,
} from '../actions.ts'
import { isAct, type TermsAct, termsActs } from '../acts.ts'

type Asked = { params: Promise<{ reference: string; act: string }> }

const actions = {
  send: sendTermsAction,
  agreed: termsAgreedAction,
  refused: termsRefusedAction,
  waive: waiveTermsAction,
  'not-applicable': termsNotApplicableAction,
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'ko', label: 'Korean' },
  { value: 'sv', label: 'Swedish' },
]

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, act } = await params
  return { title: isAct(act) ? `${termsActs[act].title}, ${reference}` : 'Not found' }
}

export default async function TermsActPage({ params }: Asked) {
  const actor = await signedIn()
  const { reference, act } = await params
  if (!isAct(act)) notFound()
  const { title, does, button, may } = termsActs[act]
  mustBe(actor, may)
  const terms = await termsOf(actor, reference)
  if (!terms) notFound()
  return (
    <Step subpoena={terms.row} title={title} does={does}>
      <Form action={actions[act]} hidden={{ reference }}>
        {act === 'send' ? (
          <>
            <LetterFields email={terms.requester.email} />
            <FieldRow of={2}>
              <Select name="language" label="In" options={languages} value="en" />
            </FieldRow>
          </>
        ) : (
          <RecordFields act={act} today={terms.today} />
        )}
        <Buttons>
          <Button look="filled">{button}</Button>
        </Buttons>
      </Form>
    </Step>
  )
}

const reasons: Record<Exclude<TermsAct, 'send'>, string> = {
  agreed: 'How: who signed or said it',
  refused: 'What they said',
  waive: 'Why',
  'not-applicable': 'Why',
}

function RecordFields({ act, today }: { act: Exclude<TermsAct, 'send'>; today: CalendarDate }) {
  const isAnswer = act === 'agreed' || act === 'refused'
  return (
    <>
      {isAnswer ? (
        <FieldRow of={2}>
          <DateField
            name="onDate"
            label={act === 'agreed' ? 'Agreed on' : 'Refused on'}
            today={today}
            value={today}
            required
          />
        </FieldRow>
      ) : null}
      <TextArea name="reason" label={reasons[act]} required={act !== 'agreed'} />
      {isAnswer ? <FileField name="file" label="The paper, where there is one" /> : null}
    </>
  )
}
