import { PaneSection } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { preservationOf } from '#db/queries/review.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatInstant, formatShort } from '#lib/calendar/format.ts'

/** Whether the snapshot was asked for and made, and until when the logs last. For who sees the case. */
export async function PreservationSummary({ actor, reference }: { actor: Actor; reference: string }) {
  const known = await preservationOf(actor, reference)
  if (!known) return null
  const { asked, zone, today } = known
  return (
    <PaneSection title="Preservation" aside={<a href={`/subpoenas/${reference}/preserve`}>Preserve</a>}>
      {asked.length === 0 ? (
        <p>
          <Mark glyph="ring" words="Not asked for yet" />
        </p>
      ) : null}
      {asked.map(({ number, askedOf, askedAt, logsLostOn, doneAt }) => (
        <p key={number}>
          <Mark
            glyph={doneAt === null ? 'ring' : 'tick'}
            words={
              doneAt === null
                ? `Asked of ${askedOf}, ${formatInstant(askedAt, zone, today)}`
                : `Made by ${askedOf}, ${formatInstant(doneAt, zone, today)}`
            }
            wraps
          />
          {doneAt === null && logsLostOn ? (
            <span className="second"> Logs are lost from {formatShort(logsLostOn, today)}.</span>
          ) : null}
        </p>
      ))}
    </PaneSection>
  )
}
