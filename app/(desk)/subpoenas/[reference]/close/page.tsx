import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { Blockers } from '#app/_ui/messages.tsx'
import { closeSubpoena } from '#db/commands/subpoena/close.ts'
import { closingOf } from '#db/queries/closing.ts'
import { mustBe } from '#lib/access/actor.ts'
import { Step } from '../_parts/step.tsx'
import { closeSubpoenaAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Close ${(await params).reference}` }
}

export default async function ClosePage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, closeSubpoena.may)
  const { reference } = await params
  const closing = await closingOf(actor, reference)
  if (!closing) notFound()
  return (
    <Step
      subpoena={closing.row}
      title="Close"
      does="It leaves every list of work. Everything stays on file, and counsel may reopen it."
      width="text"
    >
      {closing.against.length > 0 ? (
        <Blockers
          blockers={closing.against.map(({ refusal }) => ({ key: refusal.kind, sentence: refusal.sentence }))}
        />
      ) : null}
      <Form action={closeSubpoenaAction} hidden={{ reference }}>
        <TextArea name="reason" label="A word on how it ended" rows={2} />
        <Buttons>
          <Button look={closing.against.length > 0 ? 'outlined' : 'filled'}>Close it</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
