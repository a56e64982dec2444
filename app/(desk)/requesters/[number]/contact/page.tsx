import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { addContact } from '#db/commands/requester.ts'
import { requesterPage } from '#db/queries/requesters.ts'
import { mustBe } from '#lib/access/actor.ts'
import { addContactAction } from '../../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Contact of ${(await params).number}` }
}

export default async function ContactPage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, addContact.may)
  const { number } = await params
  const known = (await requesterPage(actor, number))?.requester
  if (!known) notFound()
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Requesters', href: '/requesters' },
          { label: number, href: `/requesters/${number}` },
          { label: known.name },
        ]}
        title="Add a contact"
        under="A person of theirs: the attorney who signs, the clerk who is called. Nothing is sent to them by itself."
        ruled
      />
      <PageBody width="form">
        <Form action={addContactAction} hidden={{ number }}>
          <FieldRow of={2}>
            <Input name="name" label="Name" maxLength={200} required />
            <Input name="barNumber" label="Bar number" maxLength={40} />
            <Input name="email" label="E-mail" inputMode="email" />
            <Input name="phone" label="Telephone" inputMode="tel" maxLength={40} />
          </FieldRow>
          <Buttons>
            <Button look="filled">Add the contact</Button>
          </Buttons>
        </Form>
        <p className="mt-6">
          <a href={`/requesters/${number}`}>Back to {number}</a>
        </p>
      </PageBody>
    </>
  )
}
