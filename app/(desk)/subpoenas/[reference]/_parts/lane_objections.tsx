import { DateText } from '#app/_ui/values.tsx'
import type { CaseHead } from '#db/queries/case_head.ts'
import type { LaneLine } from '#db/queries/lanes.ts'
import type { ObjectionLine } from '#db/queries/objections.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { labelOf } from '#lib/kinds.ts'

/** The objections that concern one lane: the open ones first in weight, each a link to its own page. */
export function LaneObjections({ lane, head }: { lane: LaneLine; head: CaseHead }) {
  return lane.objections.map((objection) => (
    <span key={objection.number} className="block">
      <a
        href={`/subpoenas/${head.reference}/objections/${objection.number}`}
        className={objection.outcome === null ? 'bold' : undefined}
      >
        {labelOf('objectionKinds', objection.kind)}
      </a>
      <span className="under">
        <ObjectionState objection={objection} today={head.today} />
      </span>
    </span>
  ))
}

/** What an objection does, or how it ended. */
export function ObjectionState({ objection, today }: { objection: ObjectionLine; today: CalendarDate }) {
  const { outcome, outcomeOn, effect, extendsToOn, filedOn } = objection
  if (outcome !== null) {
    return (
      <>
        {labelOf('objectionOutcomes', outcome)}
        {outcomeOn ? (
          <>
            , <DateText date={outcomeOn} today={today} />
          </>
        ) : null}
      </>
    )
  }
  return (
    <>
      {filedOn ? (
        <>
          filed <DateText date={filedOn} today={today} />;{' '}
        </>
      ) : null}
      {effect === 'extends-to-day' && extendsToOn ? (
        <>
          extends the hold to <DateText date={extendsToOn} today={today} />
        </>
      ) : (
        labelOf('objectionEffects', effect).toLowerCase()
      )}
    </>
  )
}
