import type { BusinessCalendar } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import type { SubpoenaFacts } from './facts.ts'
import { type Lane, laneOf } from './lane.ts'
import { noRecordsOpenOn } from './release.ts'

export type Stage =
  | 'to-review'
  | 'deficient'
  | 'to-research'
  | 'to-notify'
  | 'on-hold'
  | 'stayed'
  | 'ready'
  | 'answered'
  | 'closed'
  | 'rejected'
  | 'withdrawn'
  | 'referred'

/** What the screen says for a stage; also the order in which lists offer them. */
export const stageLabels: Record<Stage, string> = {
  'to-review': 'To review',
  deficient: 'Deficient',
  'to-research': 'To research',
  'to-notify': 'To notify',
  'on-hold': 'On hold',
  stayed: 'Stayed',
  ready: 'Ready to produce',
  answered: 'Answered',
  closed: 'Closed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  referred: 'Not for this desk',
}

/** Lanes that wait for a person, the most pressing first; then those that wait for a day or a court. */
const precedence: readonly (readonly [Lane, Stage])[] = [
  ['notice-failed', 'to-notify'],
  ['to-notify', 'to-notify'],
  ['to-research', 'to-research'],
  ['ready', 'ready'],
  ['on-hold', 'on-hold'],
  ['notice-barred', 'on-hold'],
  ['stayed', 'stayed'],
]

/** Where a subpoena stands today: its decision first, then the lane that needs a person first, else the earliest. */
export function stageOf(facts: SubpoenaFacts, calendar: BusinessCalendar, today: CalendarDate): Stage {
  if (facts.closed) return 'closed'
  const { judgement } = facts
  if (judgement === null) return 'to-review'
  if (
    judgement === 'referred' ||
    judgement === 'withdrawn' ||
    judgement === 'rejected' ||
    judgement === 'deficient'
  ) {
    return judgement
  }
  const laneOfEach = facts.targets.map((target) => laneOf(target, facts, calendar, today).lane)
  const lanes = new Set(laneOfEach)
  const open = precedence.find(([lane]) => lanes.has(lane))
  if (open && open[1] !== 'on-hold' && open[1] !== 'stayed') return open[1]
  // A target that a court quashed is not answered, not even with the word that there is nothing.
  const unanswered = facts.targets.some(
    (target, index) => laneOfEach[index] === 'no-records' && target.answered === null,
  )
  if (unanswered && noRecordsOpenOn(facts, calendar) <= today) return 'ready'
  if (open) return open[1]
  return unanswered ? 'on-hold' : 'answered'
}

/**
 * The first day after today on which the calendar alone may change a lane or the stage; null when no day will.
 * Between today and that day the answer is the same, which is what lets a list keep it.
 */
export function nextChangeOn(
  facts: SubpoenaFacts,
  calendar: BusinessCalendar,
  today: CalendarDate,
): CalendarDate | null {
  if (facts.closed) return null
  const days = facts.targets.flatMap((target) => [
    laneOf(target, facts, calendar, today).opensOn?.value ?? null,
    ...target.earlyReleases.map((release) => release.opensOn),
    ...target.notices.map((notice) => notice.effectiveOn),
    ...target.bars.map((bar) => (bar.endsOn ? addDays(bar.endsOn, 1) : null)),
    target.found === 'none' ? noRecordsOpenOn(facts, calendar) : null,
  ])
  return days.reduce<CalendarDate | null>(
    (first, day) => (day && day > today && (!first || day < first) ? day : first),
    null,
  )
}
