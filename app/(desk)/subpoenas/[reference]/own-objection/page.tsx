import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/choices.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { Section } from '#app/_ui/section.tsx'
import { DateText } from '#app/_ui/values.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import { objectOurselves } from '#db/commands/objection/own.ts'
import type { CaseHead } from '#db/queries/case_head.ts'
import { ownObjectionOf } from '#db/queries/own_objection.ts'
import { isPermitted } from '#lib/access/actor.ts'
import { LetterFields } from '../_parts/letter_fields.tsx'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { TargetChoice } from '../_parts/target_choice.tsx'
import { decideNotToObjectAction, objectOurselvesAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }
type Own = NonNullable<Awaited<ReturnType<typeof ownObjectionOf>>>

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Our own objection, ${(await params).reference}` }
}

export default async function OwnObjectionPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, ['counsel', 'intake'])
  const own = await ownObjectionOf(actor, head.reference)
  if (!own) notFound()
  return (
    <Step
      subpoena={head}
      title="Our own objection"
      does="The office may object in writing for itself: to a part, to the time, or to win the days that the hold takes. The letter goes to the requester and says nothing about who is behind a target."
    >
      <div className="space-y-6">
        <Days own={own} head={head} />
        {isPermitted(actor, objectOurselves.may) ? (
          <ObjectForms own={own} head={head} />
        ) : (
          <Callout>
            Counsel decides on it. A later compliance day can be asked for in the same letter.
          </Callout>
        )}
      </div>
    </Step>
  )
}

/** The two days between which it has to be decided, and whether two clocks collide. */
function Days({ own, head }: { own: Own; head: CaseHead }) {
  const { days, complianceOn, lastOpensOn } = own
  const { today, reference } = head
  const collides = complianceOn !== null && lastOpensOn !== null && lastOpensOn > complianceOn
  return (
    <>
      <p className="max-w-prose">
        The last day to object is <DateText date={days.value.limitOn} today={today} />; the last safe one is{' '}
        <WhyDate
          date={days.value.safeOn}
          derivation={days.derivation}
          today={today}
          subject={`Our own objection, ${reference}`}
        />
        .
      </p>
      {collides ? (
        <Callout tone="brick">
          <b>Two clocks collide.</b> Release opens <DateText date={lastOpensOn} today={today} />, after the
          compliance day, <DateText date={complianceOn} today={today} />. The hold is never cut short: ask for
          a later day, or object.
        </Callout>
      ) : null}
    </>
  )
}

function ObjectForms({ own, head }: { own: Own; head: CaseHead }) {
  const { reference, today } = head
  return (
    <>
      <Form action={objectOurselvesAction} hidden={{ reference }}>
        <TargetChoice
          targets={head.targets}
          chosen={head.targets.map(({ number }) => number)}
          label="What it is about"
        />
        <TextArea name="grounds" label="Grounds, as the letter gives them" rows={5} required />
        <FieldRow of={2}>
          <DateField
            name="extensionTo"
            label="Ask for time to"
            today={today}
            value={own.askFor ?? ''}
            help="Both to object and to produce. A day that counts from receipt says nothing of who was found. Empty: the letter asks for no time."
          />
        </FieldRow>
        <Checkbox
          name="holdsBack"
          label="It holds these targets back until it has an outcome."
          help="Without it the objection keeps our rights and the hold runs as it runs."
          checked
        />
        <LetterFields email={own.email} />
        <Buttons>
          <Button look="filled">Object</Button>
        </Buttons>
      </Form>
      <Section title="Or do not object" lead="It is decided, and the day leaves Today.">
        <Form action={decideNotToObjectAction} hidden={{ reference }}>
          <TextArea name="reason" label="Why there is nothing to object to" rows={2} required />
          <Buttons>
            <Button>Decide that we do not object</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}
