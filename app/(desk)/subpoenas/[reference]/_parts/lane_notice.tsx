import { Mark } from '#app/_ui/states.tsx'
import { DateText } from '#app/_ui/values.tsx'
import type { LaneLine, Lanes } from '#db/queries/lanes.ts'
import { DeliveryMark, DeliveryWhen } from './delivery_words.tsx'

type Cell = { lane: LaneLine; lanes: Lanes }

/** How the subscriber of a lane was told, or what stands in the way of it. */
export function NoticeCell({ lane, lanes: { head } }: Cell) {
  const { notice, bar } = lane
  const { reference, today, zone } = head
  if (lane.found === 'none') return <span className="second">None needed</span>
  if (notice) {
    return (
      <>
        <a href={`/subpoenas/${reference}/notices/${notice.number}`}>
          <DeliveryMark notice={notice} />
        </a>
        <span className="under">
          <DeliveryWhen notice={notice} today={today} zone={zone} />
        </span>
        {lane.lane === 'notice-failed' ? (
          <SendLink lane={lane} reference={reference} words="Tell them again" />
        ) : null}
      </>
    )
  }
  if (bar && lane.lane === 'notice-barred') {
    return (
      <>
        <Mark glyph="barred-circle" words={`Barred by order ${bar.number}`} wraps />
        <span className="under">
          {bar.endsOn ? (
            <>
              until <DateText date={bar.endsOn} today={today} />
            </>
          ) : (
            'until it is lifted'
          )}
        </span>
      </>
    )
  }
  if (lane.lane === 'to-notify') return <SendLink lane={lane} reference={reference} words="Send the notice" />
  return <Mark glyph="ring" words="None so far" />
}

function SendLink({ lane, reference, words }: { lane: LaneLine; reference: string; words: string }) {
  return (
    <span className="block">
      <a href={`/subpoenas/${reference}/notice?subscriber=${lane.subscriber}`}>{words}</a>
    </span>
  )
}
