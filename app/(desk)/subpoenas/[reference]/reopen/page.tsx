import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { FileField } from '#app/_forms/file_field.tsx'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { Blockers } from '#app/_ui/messages.tsx'
import { reopenSubpoena } from '#db/commands/subpoena/close.ts'
import { closingOf } from '#db/queries/closing.ts'
import { mustBe } from '#lib/access/actor.ts'
import { againstReopening } from '#lib/review/acceptance.ts'
import { Step } from '../_parts/step.tsx'
import { reopenSubpoenaAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Reopen ${(await params).reference}` }
}

export default async function ReopenPage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, reopenSubpoena.may)
  const { reference } = await params
  const known = await closingOf(actor, reference)
  if (!known) notFound()
  const against = againstReopening(known.facts, actor.roles.includes('counsel'))
  const does = known.facts.closed
    ? 'It keeps its judgement and all that followed.'
    : 'It is judged anew; the checklist stays as it was. A new or amended paper is no cure: log it as a new one, so that it gets a hold of its own.'
  return (
    <Step subpoena={known.row} title="Reopen" does={does} width="text">
      {against ? (
        <Blockers blockers={[{ key: against.refusal.kind, sentence: against.refusal.sentence }]} />
      ) : null}
      <Form action={reopenSubpoenaAction} hidden={{ reference }}>
        <TextArea name="reason" label="Why" required />
        <FileField name="file" label="What cured it, where that is a paper" />
        <Buttons>
          <Button look={against ? 'outlined' : 'filled'}>Reopen it</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
