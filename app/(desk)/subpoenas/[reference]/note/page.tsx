import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { addNote } from '#db/commands/note.ts'
import { notesOf } from '#db/queries/review.ts'
import { mustBe } from '#lib/access/actor.ts'
import { Step } from '../_parts/step.tsx'
import { addNoteAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Note, ${(await params).reference}` }
}

export default async function NotePage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, addNote.may)
  const { reference } = await params
  const known = await notesOf(actor, reference)
  if (!known) notFound()
  return (
    <Step
      subpoena={known.row}
      title="Add a note"
      does="Everybody who sees the case reads it. A note stays: it is neither changed nor taken away."
      width="text"
    >
      <Form action={addNoteAction} hidden={{ reference }}>
        <TextArea
          name="text"
          label="Note"
          rows={5}
          help="Call a subscriber by number (U-00007), since some who read this may not know who it is."
          required
        />
        <Buttons>
          <Button look="filled">Add the note</Button>
        </Buttons>
      </Form>
    </Step>
  )
}
