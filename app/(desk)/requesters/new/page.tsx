import type { Metadata } from 'next'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { addRequester } from '#db/commands/requester.ts'
import { mustBe } from '#lib/access/actor.ts'
import { RequesterFields } from '../_parts/requester_fields.tsx'
import { addRequesterAction } from '../actions.ts'

export const metadata: Metadata = { title: 'New requester' }

export default async function NewRequesterPage() {
  mustBe(await signedIn(), addRequester.may)
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Requesters', href: '/requesters' }]}
        title="New requester"
        under="A firm or person that serves papers and pays. With a paper at hand, log the paper: it adds them too."
        ruled
      />
      <PageBody width="form">
        <Form action={addRequesterAction}>
          <RequesterFields />
          <Buttons>
            <Button look="filled">Add the requester</Button>
          </Buttons>
        </Form>
        <p className="mt-6">
          <a href="/requesters">Back to the requesters</a>
        </p>
      </PageBody>
    </>
  )
}
