import { PaneSection } from '#app/_ui/panes.tsx'
import { notesOf } from '#db/queries/review.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatInstant } from '#lib/calendar/format.ts'

/** What people noted, the newest first. For who sees the case. */
export async function Notes({ actor, reference }: { actor: Actor; reference: string }) {
  const known = await notesOf(actor, reference)
  if (!known) return null
  const { notes, zone, today } = known
  return (
    <PaneSection
      title="Notes"
      meta={notes.length > 0 ? notes.length : undefined}
      aside={<a href={`/subpoenas/${reference}/note`}>Add a note</a>}
    >
      {notes.length === 0 ? <p className="second">None so far.</p> : null}
      {notes.map(({ text, at, by }) => (
        <div key={at + text} className="note">
          <p className="second">
            {by}, {formatInstant(at, zone, today)}
          </p>
          <p className="whitespace-pre-line">{text}</p>
        </div>
      ))}
    </PaneSection>
  )
}
