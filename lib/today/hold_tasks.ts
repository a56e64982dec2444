import { previousBusinessDay } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, earliest } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { inboxLookLasts } from '#lib/subpoena/release.ts'
import { type CaseToday, isLive, type LaneToday, pageOf } from './case_file.ts'
import { type Task, task } from './task.ts'

/**
 * The last days of a hold: the records are gathered before it ends, and somebody looks into the objection inbox on its
 * last day, so that an objection of the last hour is seen before anything leaves.
 */
export function holdTasks(given: CaseToday): Task[] {
  if (!isLive(given)) return []
  return [...inboxTasks(given), ...gatherTasks(given)]
}

/** Whether somebody looked into the inbox lately enough for a release at this moment. */
export function isInboxFresh({ facts, now }: Pick<CaseToday, 'facts' | 'now'>): boolean {
  return facts.inboxLookedAt !== null && now - facts.inboxLookedAt <= inboxLookLasts
}

function inboxTasks(given: CaseToday): Task[] {
  const next = nextEnd(given)
  if (!next || isInboxFresh(given)) return []
  const { file, today } = given
  return [
    task({
      group: 'holds',
      verb: 'Look at the objection inbox',
      reason: `release opens ${formatShort(next.opensOn, today)}`,
      dueOn: next.endsOn,
      fromOn: next.endsOn,
      href: pageOf(file, '/inbox'),
      may: ['intake', 'custodian', 'counsel'],
    }),
  ]
}

function gatherTasks(given: CaseToday): Task[] {
  const next = nextEnd(given)
  if (!next) return []
  const { file, calendar, today } = given
  const missing = next.lanes.filter(({ target }) => !target.prepared)
  if (missing.length === 0) return []
  const all = next.lanes.length
  return [
    task({
      group: 'holds',
      verb: all === 1 ? 'Gather the records' : `Gather ${missing.length} of ${all} records`,
      reason: `release opens ${formatShort(next.opensOn, today)}`,
      dueOn: next.endsOn,
      fromOn: previousBusinessDay(next.endsOn, calendar),
      href: pageOf(file, '/production'),
      may: ['custodian'],
    }),
  ]
}

type Ending = {
  readonly endsOn: CalendarDate
  readonly opensOn: CalendarDate
  readonly lanes: readonly LaneToday[]
}

/** The next end of a hold, and the lanes that end then. */
export function nextEnd({ lanes, today }: Pick<CaseToday, 'lanes' | 'today'>): Ending | null {
  const held = lanes.flatMap((lane) => {
    const { lane: name, holdEndsOn, opensOn } = lane.state
    if (name !== 'on-hold' || holdEndsOn.value === null || opensOn === null) return []
    // An approved early release ends it on the day before it opens.
    const endsOn = earliest(holdEndsOn.value, addDays(opensOn.value, -1))
    return [{ lane, endsOn, opensOn: opensOn.value }]
  })
  const first = held.reduce<(typeof held)[number] | null>(
    (soonest, one) => (soonest && soonest.opensOn <= one.opensOn ? soonest : one),
    null,
  )
  if (!first || first.opensOn <= addDays(today, -1)) return null
  const { endsOn, opensOn } = first
  return { endsOn, opensOn, lanes: held.filter((one) => one.opensOn === opensOn).map(({ lane }) => lane) }
}
