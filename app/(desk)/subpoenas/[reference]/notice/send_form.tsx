import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { DateField } from '#app/_ui/date_field.tsx'
import { FieldRow } from '#app/_ui/fieldset.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import type { NoticeDraft } from '#db/notice_draft.ts'
import type { CaseHead } from '#db/queries/case_head.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { postNoticeAction, sendNoticeAction } from './actions.ts'
import { type NoticeQuery, noticeHref } from './notice_query.ts'

type Props = { head: CaseHead; query: NoticeQuery; draft: NoticeDraft }

/** The ways and languages as links: each shows the letter anew, so that what is read is what goes. */
export function Ways({ head, query, draft }: Props) {
  const { reference, today } = head
  const href = (change: Partial<NoticeQuery>) => noticeHref(reference, query, change)
  const language = query.language ?? draft.subscriber.language
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-2">
      <Tabs
        label="How it goes"
        current={href({})}
        tabs={[
          { label: 'By e-mail', href: href({ postedOn: null }) },
          { label: 'By post', href: href({ postedOn: query.postedOn ?? today }) },
        ]}
      />
      <Tabs
        label="Language"
        current={href({ language })}
        tabs={[
          { label: 'English', href: href({ language: 'en' }) },
          { label: 'Korean', href: href({ language: 'ko' }) },
          { label: 'Swedish', href: href({ language: 'sv' }) },
        ]}
      />
    </div>
  )
}

/** What will happen, in days, and the one button that does it. */
export function SendForm({ head, query, draft }: Props) {
  const { reference, today } = head
  const { subscriber, lastDayOn, opensOn } = draft
  const about = targetLetters(draft.targets.map(({ number }) => number))
  const hidden = {
    reference,
    subscriber: subscriber.number,
    language: query.language ?? subscriber.language,
    lastDaySeen: lastDayOn.value,
  }
  return (
    <>
      {draft.isAfterwards ? (
        <p className="max-w-prose">
          To {subscriber.number}, about {about}. Their records have left, and they could not be told before:
          the letter says so, and gives no day to object by.
        </p>
      ) : (
        <p className="max-w-prose">
          To {subscriber.number}, about {about}. They may object to{' '}
          <WhyDate
            date={lastDayOn.value}
            derivation={lastDayOn.derivation}
            today={today}
            subject={`Last day in the notice, ${reference}`}
          />
          ; release opens{' '}
          <WhyDate
            date={opensOn.value}
            derivation={opensOn.derivation}
            today={today}
            subject={`Release, ${reference}`}
          />
          , if it {query.postedOn ? 'is posted then' : 'is taken today'}.
        </p>
      )}
      {query.postedOn ? (
        <>
          <form action={`/subpoenas/${reference}/notice`} method="get" className="form">
            <input type="hidden" name="subscriber" value={subscriber.number} />
            <input type="hidden" name="language" value={hidden.language} />
            <input type="hidden" name="by" value="post" />
            <FieldRow of={2}>
              <DateField
                name="on"
                label="Day of posting"
                value={query.postedOn}
                today={today}
                help="Today, or within a week. The last day in the letter counts from the day it will have arrived; that it was posted is recorded afterwards."
              />
            </FieldRow>
            <Buttons>
              <Button>Show the letter for this day</Button>
            </Buttons>
          </form>
          <Form action={postNoticeAction} hidden={{ ...hidden, postedOn: query.postedOn }}>
            <Buttons>
              <Button look="filled">
                Make the letter, to be posted on {formatShort(query.postedOn, today)}
              </Button>
            </Buttons>
          </Form>
        </>
      ) : (
        <Form action={sendNoticeAction} hidden={hidden}>
          <Buttons>
            <Button look="filled">Send the notice</Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}
