import { HistoryLines } from '#app/(desk)/history/_parts/history_lines.tsx'
import { historyOf } from '#db/queries/history.ts'
import type { Actor } from '#lib/access/actor.ts'
import { historyAddress } from '#lib/history/filter.ts'

/** The latest of the story at the foot of a subpoena's page; all of it is a page of the history. */
export async function HistoryFoot({ actor, reference }: { actor: Actor; reference: string }) {
  const story = await historyOf(actor, reference)
  if (!story) return null
  const { total } = story
  return (
    <section aria-labelledby="history" className="border-t border-strong">
      <div className="pane-head">
        <h2 id="history">History</h2>
        <span className="meta">{total === 1 ? '1 entry' : `${total.toLocaleString('en-US')} entries`}</span>
        <span className="aside">
          <a href={historyAddress({ about: reference })}>All of it</a>
        </span>
      </div>
      <div className="pane-body">
        <HistoryLines
          caption="What happened to this subpoena, the latest first"
          page={story}
          actor={actor}
          aboutOne
        />
      </div>
    </section>
  )
}
