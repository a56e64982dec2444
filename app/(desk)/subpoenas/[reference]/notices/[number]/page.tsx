import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '#app/_ui/button.tsx'
import { Facts } from '#app/_ui/panes.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import { recordNoticeBounced } from '#db/commands/notice/follow.ts'
import { identitiesOf } from '#db/queries/identity.ts'
import { noticesOf } from '#db/queries/notices.ts'
import { caseReaders, isPermitted } from '#lib/access/actor.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { DeliveryMark, DeliveryWhen } from '../../_parts/delivery_words.tsx'
import { ShowWho } from '../../_parts/show_who.tsx'
import { Step } from '../../_parts/step.tsx'
import { numberIn, stepHead } from '../../_parts/step_head.ts'
import { FollowForms } from './follow_forms.tsx'

type Asked = { params: Promise<{ reference: string; number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, number } = await params
  return { title: `Notice ${number}, ${reference}` }
}

export default async function OneNoticePage({ params }: Asked) {
  const { actor, head } = await stepHead(params, caseReaders)
  const number = numberIn((await params).number)
  const { reference, today, zone } = head
  const notice = (await noticesOf(actor, reference)).find((one) => one.number === number)
  if (!notice) notFound()
  const identities = await identitiesOf(actor, reference)
  const shown = identities.state === 'shown' ? [...identities.of.values()] : []
  const who = shown.find((subscriber) => subscriber.number === notice.subscriber)
  const page = `/subpoenas/${reference}/notices/${number}`
  return (
    <Step
      subpoena={head}
      title={`Notice ${number} to ${notice.subscriber}`}
      does={`About ${targetLetters(notice.targets)}. What it said never changes; only its delivery is followed.`}
    >
      <div className="space-y-6">
        <Facts
          facts={[
            { label: 'Delivery', value: <DeliveryMark notice={notice} /> },
            { label: 'When', value: <DeliveryWhen notice={notice} today={today} zone={zone} /> },
            {
              label: 'Takes effect',
              value:
                notice.effectiveOn && notice.delivery !== 'failed' ? (
                  <DateText date={notice.effectiveOn} today={today} />
                ) : (
                  'Not yet'
                ),
            },
            { label: 'Last day printed', value: <DateText date={notice.lastDayOn} today={today} /> },
            { label: 'Subscriber', value: who ? `${who.name}, ${who.email}` : notice.subscriber },
            { label: 'Proof', value: notice.proof },
            { label: 'Why it failed', value: notice.failedWhy },
            {
              label: 'Next try',
              value:
                notice.delivery === 'waiting' && notice.mail ? (
                  <InstantText at={notice.mail.nextTryAt} zone={zone} today={today} />
                ) : null,
            },
            { label: 'Made by', value: notice.by },
          ]}
        />
        {who ? (
          <LinkButton href={`${page}/paper.pdf`}>
            {notice.channel === 'post' ? 'Print the letter (PDF)' : 'See the letter (PDF)'}
          </LinkButton>
        ) : (
          <ShowWho
            reference={reference}
            back={page}
            names={identities.state}
            words="Show the letter, which names them"
          />
        )}
        {isPermitted(actor, recordNoticeBounced.may) ? <FollowForms head={head} notice={notice} /> : null}
      </div>
    </Step>
  )
}
