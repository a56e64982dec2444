import { Story } from '#app/_ui/story.tsx'
import type { reviewOf } from '#db/queries/review.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatInstant } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { deficiencies, isDeficiencyCode } from '#lib/subpoena/deficiencies.ts'

type Decision = NonNullable<Awaited<ReturnType<typeof reviewOf>>>['decisions'][number]

/** What was decided, in order, with the reasons. */
export function DecisionStory(props: { decisions: readonly Decision[]; zone: string; today: CalendarDate }) {
  const { decisions, zone, today } = props
  if (decisions.length === 0) return <p className="second">Nothing is decided yet.</p>
  return (
    <Story
      entries={decisions.map(({ kind, reason, deficiencies: codes, at, by }) => ({
        key: at + kind,
        glyph: kind === 'rejected' || kind === 'deficient' ? 'barred-circle' : 'tick',
        words: [labelOf('decisionKinds', kind), codes.map(titleOf).join(', ')].filter(Boolean).join(': '),
        under: [by, reason].filter(Boolean).join('. '),
        when: formatInstant(at, zone, today),
      }))}
    />
  )
}

const titleOf = (code: string) => (isDeficiencyCode(code) ? deficiencies[code].title.toLowerCase() : code)
