import type { ReactNode } from 'react'
import { type ClockEvent, ClockStrip } from '#app/_ui/clock_strip.tsx'
import { Blockers, Callout } from '#app/_ui/messages.tsx'
import { PaneSection } from '#app/_ui/panes.tsx'
import { Mark } from '#app/_ui/states.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import type { SubpoenaCase } from '#db/queries/subpoena_case.ts'
import type { SubpoenaHead } from '#db/queries/subpoena_page.ts'
import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { invoiceMarks } from '#lib/clocks/case_clocks.ts'
import { daysInWords, lettersOrCount } from '#lib/clocks/collision.ts'
import { holdBars, holdGroups } from '#lib/clocks/hold_groups.ts'
import type { ClockMark } from '#lib/clocks/marks.ts'
import { hasAnsweredForItself } from '#lib/today/duty_tasks.ts'
import { blockerOf } from './blocker_of.tsx'

type Given = { actor: Actor; head: SubpoenaHead; theCase: SubpoenaCase }

/** Every clock on one strip, the days that cannot both be kept, and what stands in the way of a release. */
export function CaseRail(given: Given) {
  const { head, theCase } = given
  const { marks, collision, one, obstacles } = theCase
  return (
    <>
      <PaneSection
        title="Clocks"
        aside={<a href={`/subpoenas/${head.reference}?clocks=all#why-these-dates`}>All {marks.length}</a>}
      >
        <ClockStrip
          today={head.today}
          events={marks.map((mark) => eventOf(mark, head))}
          bars={holdBars(holdGroups(one))}
          collision={
            collision && {
              from: collision.complianceOn,
              to: collision.opensOn,
              words: `${collision.days} ${collision.days === 1 ? 'day' : 'days'}`,
            }
          }
          whyClosed={one.calendar.whyClosed}
        />
        {collision ? <Collides {...given} /> : null}
      </PaneSection>
      {obstacles.length > 0 ? (
        <PaneSection title="Cannot release yet" aside={obstacles.length} firstOnPhone>
          <Blockers blockers={obstacles.map((obstacle) => blockerOf(obstacle, head))} />
        </PaneSection>
      ) : theCase.stage === 'ready' ? (
        <PaneSection title="Release" firstOnPhone>
          <Mark glyph="tick" words="Nothing stands in the way of what is prepared." wraps />
        </PaneSection>
      ) : null}
    </>
  )
}

function eventOf(mark: ClockMark, { today, reference }: SubpoenaHead): ClockEvent {
  const { on, words, glyph, tone, derivation } = mark
  const shown: ReactNode = derivation ? (
    <WhyDate date={on} derivation={derivation} today={today} subject={`${words}, ${reference}`}>
      {words}
    </WhyDate>
  ) : (
    words
  )
  return { on, words: shown, glyph, tone }
}

/** The sentence under the strip, and the letters that answer it. */
function Collides({ actor, head, theCase }: Given) {
  const { collision, one } = theCase
  if (!collision) return null
  const { today, reference } = head
  const day = (on: typeof today) => formatShort(on, today)
  const page = `/subpoenas/${reference}`
  const decided = hasAnsweredForItself(one)
  return (
    <div className="mt-3">
      <Callout tone="brick">
        <p>
          <b>Two clocks collide.</b> Release of {lettersOrCount(collision.targets)} opens{' '}
          {day(collision.opensOn)}
          {collision.atTheEarliest ? ' at the earliest' : ''}, {daysInWords(collision.days)} after the
          compliance day, {day(collision.complianceOn)}. The hold is never cut short for it.
        </p>
        {isPermitted(actor, ['intake', 'counsel']) ? (
          <p>
            {decided ? 'Agree on a later day and ' : 'Answer with a '}
            {decided ? null : (
              <>
                <a href={`${page}/own-objection`}>protective objection or a request for time</a>, or agree on
                a later day and{' '}
              </>
            )}
            <a href={`${page}/edit`}>record it</a>.
          </p>
        ) : null}
      </Callout>
    </div>
  )
}

/** For billing: when the paper came and when its invoices are due. Of the hold it learns nothing. */
export function MoneyRail({ head }: { head: SubpoenaHead }) {
  const { receivedOn, today, money } = head
  const marks: ClockMark[] = [
    { on: receivedOn, glyph: 'dot', words: 'Received' },
    ...invoiceMarks(money?.clocks ?? [], today),
  ]
  return (
    <PaneSection title="Clocks">
      <ClockStrip
        today={today}
        events={marks.map((mark) => eventOf(mark, head))}
        bars={[]}
        whyClosed={() => null}
      />
    </PaneSection>
  )
}
