import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { PageHead } from '#app/_ui/page_head.tsx'
import { Facts, PageBody } from '#app/_ui/panes.tsx'
import { Section } from '#app/_ui/section.tsx'
import { Story } from '#app/_ui/story.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { mailOf, type OneMail } from '#db/queries/mail.ts'
import { officeZone, todayOf } from '#db/queries/office.ts'
import { reader } from '#db/tx.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { MailMark, mailTitle } from '../mail_words.tsx'
import { sendAgainAction, setMailAsideAction } from './actions.ts'

export const metadata: Metadata = { title: 'A mail' }

type Asked = { params: Promise<{ id: string }> }

export default async function OneMailPage({ params }: Asked) {
  const actor = await signedIn()
  const mail = await mailOf(actor, `<${decoded((await params).id)}>`)
  if (!mail) notFound()
  const [zone, today] = [await officeZone(reader()), await todayOf(reader())]
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Mail', href: '/mail' },
          ...(mail.reference ? [{ label: mail.reference, href: `/subpoenas/${mail.reference}` }] : []),
        ]}
        title={mailTitle(mail)}
        under={mail.subject}
        ruled
      />
      <PageBody width="form">
        <div className="space-y-6">
          <Facts
            facts={[
              { label: 'State', value: <MailMark mail={mail} /> },
              { label: 'To', value: mail.to ?? mail.subscriber },
              { label: 'Written', value: <InstantText at={mail.createdAt} zone={zone} today={today} /> },
              { label: 'By', value: mail.by },
              { label: 'Message-ID', value: <span className="break-all">{mail.messageId}</span> },
            ]}
          />
          <Tries mail={mail} zone={zone} today={today} />
          <WhatNow mail={mail} />
          {mail.text === null ? null : (
            <Section title="What it says">
              <div className="whitespace-pre-line wrap-anywhere font-serif">{mail.text}</div>
            </Section>
          )}
        </div>
      </PageBody>
    </>
  )
}

const outcomes = {
  sent: 'The server took it',
  written: 'Written to a file',
  deferred: 'Put off',
  refused: 'Refused for good',
  unsure: 'Nobody knows whether it was taken',
} as const

function Tries({ mail, zone, today }: { mail: OneMail; zone: string; today: CalendarDate }) {
  if (mail.attempts.length === 0) return null
  return (
    <Section title="Tries">
      <Story
        entries={mail.attempts.map(({ at, outcome, reply }, index) => ({
          key: index,
          glyph: outcome === 'sent' ? 'tick' : outcome === 'deferred' ? 'ring' : 'bent-arrow',
          words: outcomes[outcome],
          under: reply,
          when: <InstantText at={at} zone={zone} today={today} />,
        }))}
      />
    </Section>
  )
}

/** What a person may do about a mail that did not go, where it is theirs to keep. */
function WhatNow({ mail }: { mail: OneMail }) {
  const { messageId, state, kind, isResent, isMine, reference, notice } = mail
  if (kind === 'notice') {
    return (
      <p>
        What became of it is followed on{' '}
        <a href={`/subpoenas/${reference}/notices/${notice}`}>the page of the notice</a>.
      </p>
    )
  }
  if ((state !== 'failed' && state !== 'written') || isResent || !isMine) return null
  if (kind === 'sign-in') {
    return (
      <Callout>
        Its link may have run out. <a href="/settings/people">Invite the person again</a>, or start another
        reset.
      </Callout>
    )
  }
  return (
    <>
      {kind === 'production' ? <ShipAgain mail={mail} /> : <SendAgain mail={mail} />}
      <Section title="It need not go" lead="The task was done in another way.">
        <Form action={setMailAsideAction} hidden={{ messageId }}>
          <Input name="reason" label="How, or why not" maxLength={400} required />
          <Buttons>
            <Button>Set it aside</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}

function SendAgain({ mail: { messageId, kind, to } }: { mail: OneMail }) {
  const isToSubscriber = kind === 'withdrawal-told'
  return (
    <Form action={sendAgainAction} hidden={{ messageId, ...(isToSubscriber ? { to: '' } : {}) }}>
      {isToSubscriber ? (
        <p>It goes to the address that is on file for the subscriber.</p>
      ) : (
        <FieldRow of={2}>
          <Input
            name="to"
            label="To another address"
            inputMode="email"
            placeholder={to ?? ''}
            help="Empty: to the same one."
          />
        </FieldRow>
      )}
      <Buttons>
        <Button look="filled">Send it again</Button>
      </Buttons>
    </Form>
  )
}

/** A production asks whether it may leave each time it does, so it is shipped again from its own page. */
function ShipAgain({ mail: { stoppedWhy, reference, production } }: { mail: OneMail }) {
  return (
    <Callout>
      {stoppedWhy ? `It was stopped before it left. ${stoppedWhy} When that is gone, ` : ''}
      <a href={`/subpoenas/${reference}${production === null ? '' : `/productions/${production}`}`}>
        {stoppedWhy ? 'ship the production again' : 'Ship the production again'}
      </a>
      : whether it may leave is asked anew.
    </Callout>
  )
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return ''
  }
}
