import type { Blocker } from '#app/_ui/messages.tsx'
import { WhyDate } from '#app/_ui/why_date.tsx'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Obstacle } from '#lib/today/obstacles.ts'

/** What stands in the way of a release as the screen says it: whose, the rule's sentence, why that day, and a link. */
export function blockerOf(
  { key, who, sentence, clear, day }: Obstacle,
  head: { readonly reference: string; readonly today: CalendarDate },
): Blocker {
  return {
    ...{ key, who, clear: clear ?? undefined },
    sentence: (
      <>
        {sentence}{' '}
        {day ? (
          <WhyDate
            date={day.value}
            derivation={day.derivation}
            today={head.today}
            subject={`Release of ${who}, ${head.reference}`}
          >
            Why?
          </WhyDate>
        ) : null}
      </>
    ),
  }
}
