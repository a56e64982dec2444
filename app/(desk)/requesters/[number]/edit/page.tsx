import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { PageBody } from '#app/_ui/panes.tsx'
import { changeRequester } from '#db/commands/requester.ts'
import { requesterPage } from '#db/queries/requesters.ts'
import { mustBe } from '#lib/access/actor.ts'
import { RequesterFields } from '../../_parts/requester_fields.tsx'
import { changeRequesterAction } from '../../actions.ts'

type Asked = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Change ${(await params).number}` }
}

export default async function ChangeRequesterPage({ params }: Asked) {
  const actor = await signedIn()
  mustBe(actor, changeRequester.may)
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
        title="Change the requester"
        under="From now on, letters and invoices go out with what stands here. Those that left keep what they said."
        ruled
      />
      <PageBody width="form">
        <Form action={changeRequesterAction} hidden={{ number, version: known.version }}>
          <RequesterFields known={known} />
          <Buttons>
            <Button look="filled">Save</Button>
          </Buttons>
        </Form>
        <p className="mt-6">
          <a href={`/requesters/${number}`}>Back to {number}</a>
        </p>
      </PageBody>
    </>
  )
}
