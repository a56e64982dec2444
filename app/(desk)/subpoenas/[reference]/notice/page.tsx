import type { Metadata } from 'next'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { Empty, Refusal } from '#app/_ui/messages.tsx'
import { sendNotice } from '#db/commands/notice/send.ts'
import { draftNotice } from '#db/notice_draft.ts'
import { identitiesOf } from '#db/queries/identity.ts'
import { type Lanes, lanesOf } from '#db/queries/lanes.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { ShowWho } from '../_parts/show_who.tsx'
import { Step } from '../_parts/step.tsx'
import { stepHead } from '../_parts/step_head.ts'
import { sendAllNoticesAction } from './actions.ts'
import { LetterPreview } from './letter_preview.tsx'
import { type NoticeQuery, noticeHref, noticeQuery } from './notice_query.ts'
import { SendForm, Ways } from './send_form.tsx'

type Asked = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  return { title: `Notice, ${(await params).reference}` }
}

export default async function NoticePage({ params, searchParams }: Asked) {
  const { actor, head } = await stepHead(params, sendNotice.may)
  const query = noticeQuery(await searchParams, head.today)
  const lanes = await lanesOf(actor, head.reference)
  return (
    <Step
      subpoena={head}
      title="Send a notice"
      does="Tells a subscriber that their identity is sought, until when it is held back, and how to object. The hold counts from the day on which it takes effect."
      width="full"
    >
      {query.subscriber === null ? (
        lanes ? (
          <ToNotify lanes={lanes} query={query} />
        ) : null
      ) : (
        <OneNotice actor={actor} head={head} query={{ ...query, subscriber: query.subscriber }} />
      )}
    </Step>
  )
}

type One = { actor: Actor; head: Lanes['head']; query: NoticeQuery & { subscriber: string } }

async function OneNotice({ actor, head, query }: One) {
  const { reference, today, zone } = head
  const { subscriber, language, postedOn } = query
  const draft = await draftNotice(reader(), { reference, subscriber, language, postedOn, today, zone })
  if (!draft.ok) return <Refusal sentence={draft.refusal.sentence} />
  const identities = await identitiesOf(actor, reference)
  const isShown =
    identities.state === 'shown' && [...identities.of.values()].some(({ number }) => number === subscriber)
  return (
    <div className="grid gap-6 wide:grid-cols-[minmax(0,46rem)_minmax(20rem,1fr)]">
      <div className="space-y-4">
        <Ways head={head} query={query} draft={draft.value} />
        {isShown ? (
          <LetterPreview draft={draft.value} byPost={postedOn !== null} />
        ) : (
          <ShowWho
            reference={reference}
            back={noticeHref(reference, query)}
            names={identities.state}
            words="Show the letter, which names them"
          />
        )}
      </div>
      <div className="space-y-4">
        <SendForm head={head} query={query} draft={draft.value} />
      </div>
    </div>
  )
}

/** Who is still to be told: one by one with the letter before one's eyes, or all at once. */
function ToNotify({ lanes: { head, lanes }, query }: { lanes: Lanes; query: NoticeQuery }) {
  const waiting = lanes.filter(
    ({ lane, notice }) =>
      lane === 'notice-failed' || (lane === 'to-notify' && (!notice || notice.failedAt !== null)),
  )
  const subscribers = [...new Set(waiting.flatMap(({ subscriber }) => subscriber ?? []))]
  if (subscribers.length === 0) {
    return (
      <Empty title="Nobody is to be told now.">
        Every subscriber found was told, or an order forbids it.
      </Empty>
    )
  }
  const aboutOf = (number: string) =>
    targetLetters(waiting.filter(({ subscriber }) => subscriber === number).map((lane) => lane.number))
  return (
    <>
      <ul className="mb-4 space-y-2">
        {subscribers.map((subscriber) => (
          <li key={subscriber}>
            <a href={noticeHref(head.reference, query, { subscriber })}>Notice to {subscriber}</a>, about{' '}
            {aboutOf(subscriber)}
          </li>
        ))}
      </ul>
      {subscribers.length > 1 ? (
        <Form action={sendAllNoticesAction} hidden={{ reference: head.reference }}>
          {subscribers.map((subscriber) => (
            <input key={subscriber} type="hidden" name="subscriber" value={subscriber} />
          ))}
          <Buttons>
            <Button look="filled">Send all {subscribers.length} by e-mail, each in its language</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  )
}
