import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/choices.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { lookAtObjectionInbox } from '#db/commands/inbox.ts'
import { lanesOf } from '#db/queries/lanes.ts'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { lookAtObjectionInboxAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Objection inbox, ${(await params).reference}` }
}

export default async function InboxPage({ params }: Asked) {
  const { actor, head } = await stepHead(params, lookAtObjectionInbox.may)
  const { reference, today, zone } = head
  const lookedAt = (await lanesOf(actor, reference))?.inboxLookedAt ?? null
  return (
    <Step
      subpoena={head}
      title="Look into the objection inbox"
      does="Look where objections arrive: the fax tray, the e-mail, the post, the court’s docket. Your word counts for 24 hours, and no release goes without it."
      width="text"
    >
      <div className="space-y-4">
        <p>
          {lookedAt === null ? (
            'Nobody has looked for this subpoena yet.'
          ) : (
            <>
              Last looked at <InstantText at={lookedAt} zone={zone} today={today} />.
            </>
          )}{' '}
          If something lies there, <a href={`/subpoenas/${reference}/objection`}>record it</a> instead.
        </p>
        <Form action={lookAtObjectionInboxAction} hidden={{ reference }}>
          <Checkbox
            name="nothingUnrecorded"
            label={`I looked, and nothing about ${reference} lies there unrecorded.`}
          />
          <Buttons>
            <Button look="filled">Say that I looked</Button>
          </Buttons>
        </Form>
      </div>
    </Step>
  )
}
