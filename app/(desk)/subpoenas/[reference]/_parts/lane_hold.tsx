import { Badge, Mark } from '#app/_ui/states.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import type { LaneLine, Lanes } from '#db/queries/lanes.ts'

/** Until when a lane is held and from when it may be released, each with its reasons; or what ended it. */
export function HoldCell({ lane, lanes: { head } }: { lane: LaneLine; lanes: Lanes }) {
  const { today, reference } = head
  const { holdEndsOn, opensOn, letter } = lane
  const subject = `Hold of ${letter}, ${reference}`
  if (lane.lane === 'stayed') {
    return (
      <>
        <Badge state="stayed">Stayed</Badge>
        <span className="under">until it has an outcome</span>
      </>
    )
  }
  const done = doneWords[lane.lane]
  if (done) return <Mark glyph="tick" words={done} />
  if (lane.found === 'none') return <span className="second">None</span>
  if (holdEndsOn.value === null || opensOn === null) return <Mark glyph="ring" words="No end yet" />
  return (
    <>
      <Mark
        glyph={lane.lane === 'ready' ? 'tick' : 'half-disc'}
        tone={lane.lane === 'ready' ? 'ink' : 'accent'}
        wraps
        words={
          <>
            {lane.lane === 'ready' && holdEndsOn.value < today ? 'ended' : 'to'}{' '}
            <WhyDate
              date={holdEndsOn.value}
              derivation={holdEndsOn.derivation}
              today={today}
              subject={subject}
            />
          </>
        }
      />
      <span className="under">
        {lane.early ? (
          <>opened early, by release {lane.early.number}</>
        ) : (
          <>
            {opensOn.value <= holdEndsOn.value ? 'opens early, ' : 'opens '}
            <WhyDate
              date={opensOn.value}
              derivation={opensOn.derivation}
              today={today}
              subject={`Release of ${letter}, ${reference}`}
            />
          </>
        )}
      </span>
    </>
  )
}

const doneWords: Partial<Record<LaneLine['lane'], string>> = {
  released: 'Released',
  quashed: 'Quashed: nothing leaves',
  rejected: 'Rejected: nothing leaves',
  withdrawn: 'Withdrawn: nothing leaves',
}
