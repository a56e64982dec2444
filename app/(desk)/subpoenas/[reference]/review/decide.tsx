import { Buttons, LinkButton } from '#app/_ui/button.tsx'
import { Blockers, Callout } from '#app/_ui/messages.tsx'
import { Heading } from '#app/_ui/panes.tsx'
import type { Actor } from '#lib/access/actor.ts'
import { againstAcceptance, againstReopening, type Judged } from '#lib/review/acceptance.ts'
import { DecisionStory } from '../_parts/decision_story.tsx'
import type { Review } from './checklist.tsx'

/** What was decided, what stands in the way of accepting, and counsel's ways on. */
export function Decide({ review, actor }: { review: Review; actor: Actor }) {
  const { row, facts, decisions } = review
  const isCounsel = actor.roles.includes('counsel')
  const page = (decision: string) => `/subpoenas/${row.reference}/decide/${decision}`
  const mayReopen = !againstReopening(facts, isCounsel)
  return (
    <>
      <Heading level={2}>Decision</Heading>
      <DecisionStory decisions={decisions} zone={review.zone} today={review.today} />
      {facts.judgement === null && !facts.closed ? <Ways review={review} isCounsel={isCounsel} /> : null}
      {isCounsel && facts.judgement === 'deficient' && !facts.closed ? (
        <p className="mt-2">
          <a href={page('reject')}>Reject it</a>, where it was not cured in time.
        </p>
      ) : null}
      {mayReopen ? (
        <p className="mt-2">
          <a href={`/subpoenas/${row.reference}/reopen`}>Reopen it</a>
          {facts.judgement === 'deficient' ? ', when what was missing has come.' : '.'}
        </p>
      ) : null}
    </>
  )
}

function Ways({ review, isCounsel }: { review: Review; isCounsel: boolean }) {
  const { row, facts, checks } = review
  const page = (decision: string) => `/subpoenas/${row.reference}/decide/${decision}`
  if (facts.governmental) {
    return (
      <>
        <Callout>A demand of a government is not for this desk: counsel refers it, and it is closed.</Callout>
        {isCounsel ? (
          <Buttons>
            <LinkButton href={page('refer')} look="filled">
              Refer it
            </LinkButton>
          </Buttons>
        ) : null}
      </>
    )
  }
  const judged: Judged = Object.fromEntries(checks.map(({ item, result }) => [item, result]))
  const inPart = judged['no-content'] === 'failed'
  const against = againstAcceptance(facts, judged, inPart ? 'in-part' : 'wholly')
  const isDeficient = against.some(({ refusal }) => refusal.kind === 'checks-failed')
  return (
    <>
      {review.isPreservationAsked ? null : (
        <Callout tone="soon">
          Nobody has asked for the snapshot yet.{' '}
          <a href={`/subpoenas/${row.reference}/preserve`}>Ask for it</a> first: once the subscriber is told,
          the account may change.
        </Callout>
      )}
      {against.length > 0 ? (
        <Blockers
          blockers={against.map(({ refusal }) => ({
            key: refusal.kind,
            sentence: refusal.sentence,
            ...(refusal.kind.startsWith('terms')
              ? { clear: { words: 'Terms', href: `/subpoenas/${row.reference}/terms` } }
              : refusal.kind === 'no-targets'
                ? { clear: { words: 'Add targets', href: `/subpoenas/${row.reference}/edit` } }
                : {}),
          }))}
        />
      ) : null}
      {isCounsel ? (
        <Buttons>
          <LinkButton
            href={page(inPart ? 'accept-in-part' : 'accept')}
            look={against.length === 0 ? 'filled' : 'outlined'}
          >
            {inPart ? 'Accept in part' : 'Accept'}
          </LinkButton>
          <LinkButton href={page('deficient')} look={isDeficient ? 'filled' : 'outlined'}>
            Find it deficient
          </LinkButton>
          <LinkButton href={page('reject')} look="brick">
            Reject
          </LinkButton>
          <LinkButton href={page('refer')}>Refer: not for this desk</LinkButton>
        </Buttons>
      ) : (
        <p>Counsel decides.</p>
      )}
    </>
  )
}
