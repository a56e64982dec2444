import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Select } from '#app/_ui/inputs.tsx'
import { assignSubpoena } from '#db/commands/subpoena/assign.ts'
import { assigneeOf } from '#db/queries/people_to_assign.ts'
import { mustBe } from '#lib/access/actor.ts'
import { Step } from '../_parts/step.tsx'
import { assignSubpoenaAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Assign ${(await params).reference}` }
}

export default async function AssignPage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, assignSubpoena.may)
  const { reference } = await params
  const known = await assigneeOf(actor, reference)
  if (!known) notFound()
  return (
    <Step
      subpoena={known.row}
      title="Assign"
      does="Somebody looks after it. That grants no right and takes none away."
      width="text"
    >
      <Form action={assignSubpoenaAction} hidden={{ reference }}>
        <FieldRow of={2}>
          <Select
            name="assignee"
            label="Assigned to"
            empty="Nobody"
            value={known.assignee ?? ''}
            options={known.people.map(({ name }) => ({ value: name, label: name }))}
          />
        </FieldRow>
        <Buttons>
          <Button look="filled">Assign</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
