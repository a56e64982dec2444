import { PaneSection } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { reviewOf } from '#db/queries/review.ts'
import type { Actor } from '#lib/access/actor.ts'
import { kindsOf, labelOf } from '#lib/kinds.ts'
import { DecisionStory } from './decision_story.tsx'

/** How far the paper is judged, what failed, and what was decided. For who sees the case. */
export async function ReviewSummary({ actor, reference }: { actor: Actor; reference: string }) {
  const review = await reviewOf(actor, reference)
  if (!review) return null
  const { checks, decisions, zone, today, facts } = review
  const items = kindsOf('checkItems').length
  const failed = checks.filter(({ result }) => result === 'failed')
  const isOpen = facts.judgement === null && !facts.closed
  return (
    <PaneSection
      title="Judgement"
      aside={<a href={`/subpoenas/${reference}/review`}>{isOpen ? 'Judge' : 'Checklist'}</a>}
    >
      {isOpen || checks.length > 0 ? (
        <p>
          <Mark
            glyph={failed.length > 0 ? 'barred-circle' : checks.length === items ? 'tick' : 'ring'}
            tone={failed.length > 0 ? 'brick' : 'ink'}
            words={`${checks.length} of ${items} checks done${failed.length > 0 ? `, ${failed.length} failed` : ''}`}
          />
        </p>
      ) : null}
      {failed.map(({ item, note }) => (
        <p key={item}>
          <Mark
            glyph="barred-circle"
            tone="brick"
            words={`“${labelOf('checkItems', item)}”: it does not. ${note}`.trim()}
            wraps
          />
        </p>
      ))}
      <DecisionStory decisions={decisions} zone={zone} today={today} />
    </PaneSection>
  )
}
