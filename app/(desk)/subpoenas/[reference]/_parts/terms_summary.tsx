import { PaneSection } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { termsOf } from '#db/queries/review.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { settledTerms } from '#lib/terms/terms.ts'

/** Where the terms of compensation stand, in a line. For who sees the case. */
export async function TermsSummary({ actor, reference }: { actor: Actor; reference: string }) {
  const terms = await termsOf(actor, reference)
  if (!terms || terms.facts.governmental) return null
  const last = terms.events.at(-1)
  const isSettled = last !== undefined && settledTerms.includes(last.kind)
  return (
    <PaneSection
      title="Terms of compensation"
      aside={<a href={`/subpoenas/${reference}/terms`}>{isSettled ? 'See' : 'Settle'}</a>}
    >
      <p>
        {last ? (
          <Mark
            glyph={isSettled ? 'tick' : last.kind === 'refused' ? 'barred-circle' : 'ring'}
            tone={last.kind === 'refused' ? 'brick' : 'ink'}
            words={`${labelOf('termsKinds', last.kind)} ${formatShort(last.onDate, terms.today)}${last.kind === 'sent' ? ', not answered' : ''}`}
          />
        ) : (
          <Mark glyph="ring" words="Not sent yet" />
        )}
      </p>
      {last?.reason ? <p className="second">{last.reason}</p> : null}
    </PaneSection>
  )
}
