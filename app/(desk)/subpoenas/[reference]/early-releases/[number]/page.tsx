import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Form } from '#app/_forms/form.tsx'
import { Button, Buttons } from '#app/_ui/button.tsx'
import { TextArea } from '#app/_ui/inputs.tsx'
import { Callout } from '#app/_ui/messages.tsx'
import { Facts } from '#app/_ui/panes.tsx'
import { Section } from '#app/_ui/section.tsx'
import { DateText, InstantText } from '#app/_ui/values.tsx'
import { approveEarlyRelease } from '#db/commands/early_release/decide.ts'
import { earlyReleasesOf } from '#db/queries/objections.ts'
import { caseReaders, isPermitted } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { Step } from '../../_parts/step.tsx'
import { numberIn, stepHead } from '../../_parts/step_head.ts'
import { approveEarlyReleaseAction, refuseEarlyReleaseAction } from './actions.ts'

type Asked = { params: Promise<{ reference: string; number: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { reference, number } = await params
  return { title: `Early release ${number}, ${reference}` }
}

export default async function OneEarlyReleasePage({ params }: Asked) {
  const { actor, head } = await stepHead(params, caseReaders)
  const { reference, today, zone } = head
  const number = numberIn((await params).number)
  const release = (await earlyReleasesOf(actor, reference)).find((one) => one.number === number)
  if (!release) notFound()
  const isOpen = release.decision === null
  const isOwn = release.askedById === actor.id
  return (
    <Step
      subpoena={head}
      title={`Early release ${number}: ${labelOf('earlyReleaseGrounds', release.ground)}`}
      does={
        isOpen
          ? 'It waits for counsel, who is another person than who asked.'
          : `It was ${release.decision} by ${release.decidedBy}, and is decided once.`
      }
    >
      <div className="space-y-6">
        <Facts
          facts={[
            { label: 'For', value: targetLetters(release.targetNumbers) },
            { label: 'Release opens', value: <DateText date={release.opensOn} today={today} /> },
            { label: 'Why', value: <span className="whitespace-pre-line">{release.reason}</span> },
            {
              label: 'Its paper',
              value: <a href={`/subpoenas/${reference}/files/${release.fileSha256}`}>Download</a>,
            },
            { label: 'Asked by', value: release.askedBy },
            { label: 'Asked', value: <InstantText at={release.askedAt} zone={zone} today={today} /> },
            {
              label: 'Decision',
              value: release.decision && `${release.decision}: ${release.decisionReason}`,
            },
          ]}
        />
        {isOpen && isOwn ? (
          <Callout>
            You asked for it, so another counsel decides: two people are needed, whatever their roles.
          </Callout>
        ) : null}
        {isOpen && !isOwn && isPermitted(actor, approveEarlyRelease.may) ? (
          <>
            <Form action={approveEarlyReleaseAction} hidden={{ reference, earlyRelease: number }}>
              <TextArea name="reason" label="Why it is approved" rows={3} required />
              <Buttons>
                <Button look="filled">Approve the early release</Button>
              </Buttons>
            </Form>
            <Section title="Or refuse it" lead="The hold then runs as it ran.">
              <Form action={refuseEarlyReleaseAction} hidden={{ reference, earlyRelease: number }}>
                <TextArea name="reason" label="Why it is refused" rows={3} required />
                <Buttons>
                  <Button look="brick">Refuse the early release</Button>
                </Buttons>
              </Form>
            </Section>
          </>
        ) : null}
      </div>
    </Step>
  )
}
