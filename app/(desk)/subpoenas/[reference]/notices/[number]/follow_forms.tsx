import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Input } from '#app/_ui/inputs.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { CaseHead } from '#db/queries/case_head.ts'
import type { NoticeLine } from '#db/queries/notices.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import {
  recordNoticeBouncedAction,
  recordNoticeDeliveredAction,
  recordNoticePostedAction,
  settleUnsureMailAction,
} from './actions.ts'

type Props = { head: CaseHead; notice: NoticeLine }

/** What a person may say of a notice, as far as it came. */
export function FollowForms({ head, notice }: Props) {
  if (notice.failedAt === null && notice.notTheirs.length > 0)
    return <Misdirected head={head} notice={notice} />
  switch (notice.delivery) {
    case 'unsure':
      return <Settle head={head} notice={notice} />
    case 'written':
      return (
        <>
          <Callout tone="soon">
            There was no mail server, so it was written to a file. That is no delivery, and the hold has no
            end yet.
          </Callout>
          <Delivered head={head} notice={notice} />
          <Bounced head={head} notice={notice} title="It will not go this way" />
        </>
      )
    case 'to-post':
      return (
        <>
          <Posted head={head} notice={notice} />
          <Bounced head={head} notice={notice} title="It will not be posted" />
        </>
      )
    case 'failed':
    case 'withdrawn':
      // Called back, and nothing says that it told nobody: only then may another go.
      if (notice.failedAt === null) return <Bounced head={head} notice={notice} title="It does not go" />
      return (
        <Callout tone="brick">
          It did not arrive, and the hold does not run from it.{' '}
          <a href={`/subpoenas/${head.reference}/notice?subscriber=${notice.subscriber}`}>
            Send a new notice
          </a>
          : its last day counts from when that one goes.
        </Callout>
      )
    default:
      return (
        <Bounced
          head={head}
          notice={notice}
          title={notice.delivery === 'waiting' ? 'Call it back' : 'It came back'}
        />
      )
  }
}

/** It told a stranger: what they are told now is a letter of a person’s own, and the notice counts for nobody. */
function Misdirected({ head, notice }: Props) {
  return (
    <>
      <Callout tone="brick">
        It names {targetLetters(notice.notTheirs)}, found since to be another’s or nobody’s. If it may have
        gone, write to {notice.subscriber} that it was not meant for them, and record below that it did not
        reach the subscriber. Whatever else it named is then to be told anew.
      </Callout>
      <Bounced head={head} notice={notice} title="It was not for them" />
    </>
  )
}

function Bounced({ head, notice, title }: Props & { title: string }) {
  return (
    <Section
      title={title}
      lead="It is then as if it had not been sent: the task to tell the subscriber is open again, and the hold has no end until another notice takes effect."
    >
      <Form action={recordNoticeBouncedAction} hidden={{ reference: head.reference, notice: notice.number }}>
        <Input name="why" label="What came back, or why it will not go" maxLength={400} required />
        <Buttons>
          <Button look="brick">Record that it did not arrive</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** Until a person says so, a letter is paper in our hands. */
function Posted({ head, notice }: Props) {
  const planned = notice.postedOn !== null && notice.postedOn <= head.today ? notice.postedOn : head.today
  return (
    <>
      <Callout tone="soon">
        Print the letter and post it. It counts from when it was posted, and the hold has no end until then.
      </Callout>
      <Form action={recordNoticePostedAction} hidden={{ reference: head.reference, notice: notice.number }}>
        <FieldRow of={2}>
          <DateField name="postedOn" label="Posted on" today={head.today} value={planned} required />
        </FieldRow>
        <Buttons>
          <Button look="filled">Record that it was posted</Button>
        </Buttons>
      </Form>
    </>
  )
}

function Delivered({ head, notice }: Props) {
  return (
    <Form action={recordNoticeDeliveredAction} hidden={{ reference: head.reference, notice: notice.number }}>
      <FieldRow of={2}>
        <DateField name="deliveredOn" label="Delivered on" today={head.today} required />
        <Input name="proof" label="How, and how you know" maxLength={400} required />
      </FieldRow>
      <Buttons>
        <Button look="filled">Record the delivery</Button>
      </Buttons>
    </Form>
  )
}

/** The connection broke after the whole mail had gone: a person finds out. */
function Settle({ head, notice }: Props) {
  if (!notice.mail) return null
  const hidden = { reference: head.reference, messageId: notice.mail.messageId }
  return (
    <>
      <Callout tone="soon">
        The connection broke after the whole mail had been sent, before the server said that it took it. Look
        into the mail server’s log, or ask the subscriber’s provider. A notice is not sent twice unasked.
      </Callout>
      <Form action={settleUnsureMailAction} hidden={{ ...hidden, outcome: 'arrived' }}>
        <FieldRow of={2}>
          <DateField name="arrivedOn" label="It arrived on" today={head.today} value={head.today} />
          <Input name="proof" label="How you know" maxLength={1000} />
        </FieldRow>
        <Buttons>
          <Button look="filled">It arrived</Button>
        </Buttons>
      </Form>
      <Section title="It did not arrive" lead="The very same mail goes again, under the same Message-ID.">
        <Form action={settleUnsureMailAction} hidden={{ ...hidden, outcome: 'send-again', proof: '' }}>
          <Buttons>
            <Button>Send it again</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}
