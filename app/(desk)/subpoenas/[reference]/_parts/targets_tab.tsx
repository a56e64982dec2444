import { LaneLetter, Mark } from '#app/_ui/states.tsx'
import { InstantText } from '#app/_ui/values.tsx'
import { type LaneLine, type Lanes, lanesOf } from '#db/queries/lanes.ts'
import type { Actor } from '#lib/access/actor.ts'
import { labelOf } from '#lib/kinds.ts'
import { HoldCell } from './lane_hold.tsx'
import { NoticeCell } from './lane_notice.tsx'
import { LaneObjections } from './lane_objections.tsx'
import { LanesTable } from './lanes_table.tsx'
import { ShowWho } from './show_who.tsx'

/** The lanes of a subpoena: each target with its notice, hold, release and objections. */
export async function TargetsTab({ actor, reference }: { actor: Actor; reference: string }) {
  const lanes = await lanesOf(actor, reference)
  if (!lanes) return null
  return (
    <>
      <ShowWho reference={reference} back={`/subpoenas/${reference}`} names={lanes.names} />
      <LanesTable
        rows={lanes.lanes.map((lane, index) => {
          const before = lanes.lanes[index - 1]
          return {
            key: lane.number,
            target: <TargetCell lane={lane} lanes={lanes} />,
            notice: isSameLetter(lane, before) ? (
              <span className="second">One notice with {before?.letter}</span>
            ) : (
              <NoticeCell lane={lane} lanes={lanes} />
            ),
            hold: <HoldCell lane={lane} lanes={lanes} />,
            objection: <ObjectionCell lane={lane} lanes={lanes} />,
          }
        })}
      />
    </>
  )
}

type Cell = { lane: LaneLine; lanes: Lanes }

/** Longer ones may break; a telephone number never does. */
const longIdentifier = 20

const isSameLetter = (lane: LaneLine, before: LaneLine | undefined) =>
  lane.notice !== null && lane.notice.number === before?.notice?.number

function TargetCell({ lane, lanes: { head } }: Cell) {
  const { letter, kind, identifier, period, name, subscriber, splitFrom, number } = lane
  const href = `/subpoenas/${head.reference}/targets/${number}`
  const words = subscriber ? [name, subscriber].filter(Boolean).join(', ') : null
  return (
    <span className="flex gap-3">
      <LaneLetter letter={letter} />
      <span>
        <a href={href} data-open="" data-next="" className="bold">
          {labelOf('targetKinds', kind)}{' '}
          <span className={identifier.length > longIdentifier ? 'break-words' : 'whitespace-nowrap'}>
            {identifier}
          </span>
        </a>
        {period || splitFrom ? (
          <span className="under">
            {[period, splitFrom && `split from ${splitFrom}`].filter(Boolean).join(', ')}
          </span>
        ) : null}
        <span className="under">{words ?? (lane.noneFound ? 'No subscriber' : 'Not looked for yet')}</span>
      </span>
    </span>
  )
}

function ObjectionCell({ lane, lanes: { head, inboxLookedAt } }: Cell) {
  if (lane.objections.length > 0) return <LaneObjections lane={lane} head={head} />
  if (lane.found === 'none') {
    return lane.answered === 'no-records' ? (
      <Mark glyph="tick" words="No records" />
    ) : (
      <span className="second">No records</span>
    )
  }
  if (lane.notice === null) return null
  return (
    <>
      <Mark glyph="ring" words="None so far" />
      {inboxLookedAt === null || lane.answered !== null ? null : (
        <span className="under">
          inbox looked at <InstantText at={inboxLookedAt} zone={head.zone} today={head.today} />
        </span>
      )}
    </>
  )
}
