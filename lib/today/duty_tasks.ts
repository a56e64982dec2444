import { nextBusinessDay, previousBusinessDay } from '#lib/calendar/business.ts'
import { addDays } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { collisionInWords, collisionOf } from '#lib/clocks/collision.ts'
import { ownObjectionDay } from '#lib/hold/own.ts'
import { type CaseToday, isLive, owedLanes, pageOf } from './case_file.ts'
import { type Task, task } from './task.ts'

/** The account's snapshot, from the moment of logging: asked before anything is judged, and seen to be there. */
export function preserveTasks(given: CaseToday): Task[] {
  const { file, facts, calendar, today } = given
  const wanted = isLive(given) || facts.judgement === 'deficient'
  if (!wanted || facts.closed || facts.governmental) return []
  const href = pageOf(file, '/preserve')
  const may = ['intake', 'custodian', 'counsel'] as const
  if (file.snapshots.length === 0) {
    if (facts.judgement !== null && owedLanes(given).length === 0) return []
    return [
      task({
        group: 'preserve',
        verb: 'Ask for the snapshot',
        reason: 'before anything is judged, so that nothing is lost',
        dueOn: facts.deemedReceivedOn,
        href,
        may,
      }),
    ]
  }
  return file.snapshots
    .filter(({ done }) => !done)
    .map(({ askedOf, askedOn, logsLostOn }) =>
      task({
        group: 'preserve',
        verb: 'See that it is kept',
        reason: logsLostOn
          ? `asked of ${askedOf}; logs are lost on ${formatShort(logsLostOn, today)}`
          : `asked of ${askedOf} ${formatShort(askedOn, today)}`,
        dueOn: logsLostOn ? addDays(logsLostOn, -1) : nextBusinessDay(askedOn, calendar),
        href,
        may,
      }),
    )
}

/** Whether the office has answered for itself: it objected, or counsel decided that it does not. */
export function hasAnsweredForItself({ file }: Pick<CaseToday, 'file'>): boolean {
  return file.doesNotObject || hasObjected({ file })
}

function hasObjected({ file }: Pick<CaseToday, 'file'>): boolean {
  return file.objections.some(({ kind }) => kind === 'provider')
}

/** The days of our own objection, while the paper can still be objected to; null when there is nothing to decide. */
export function ownDaysOf(given: CaseToday) {
  const { file, facts, calendar, today } = given
  if (!isLive(given) || facts.governmental || owedLanes(given).length === 0) return null
  if (hasAnsweredForItself(given)) return null
  const { value, derivation } = ownObjectionDay(
    { servedOn: file.servedOn, complianceOn: facts.complianceOn },
    calendar,
  )
  return today > value.limitOn ? null : { ...value, derivation }
}

/** Counsel decides whether we object for ourselves, a business day ahead of the day that is safe. */
export function ownObjectionTasks(given: CaseToday): Task[] {
  const days = ownDaysOf(given)
  if (!days) return []
  const { file, calendar, today } = given
  return [
    task({
      group: 'own-objection',
      verb: 'Decide on our own objection',
      reason: collisionOf(given)
        ? 'release opens after the compliance day'
        : `the rule’s last day is ${formatShort(days.limitOn, today)}`,
      dueOn: days.safeOn,
      fromOn: previousBusinessDay(days.safeOn, calendar),
      href: pageOf(file, '/own-objection'),
      may: ['counsel'],
    }),
  ]
}

/** Calendar days before compliance on which Today begins to ask: two business days even after a long weekend. */
const daysAhead = 4

/** The day on which the paper wants its answer, when none is ready to leave by then. */
export function complianceTasks(given: CaseToday): Task[] {
  const { file, facts, today } = given
  const { complianceOn } = facts
  const owed = owedLanes(given)
  if (complianceOn === null || !isLive(given) || facts.governmental) return []
  if (owed.length === 0 || owed.some(({ state }) => state.lane === 'ready')) return []
  if (hasObjected(given)) return []
  // Until our own objection is decided, that page answers both.
  if (ownObjectionTasks(given).some(({ fromOn }) => fromOn !== null && fromOn <= today)) return []
  const collision = collisionOf(given)
  return [
    task({
      group: 'compliance',
      verb: 'Ask for more time',
      reason: collision ? collisionInWords(collision, today) : 'nothing is ready to leave by then',
      dueOn: complianceOn,
      fromOn: addDays(complianceOn, -daysAhead),
      href: pageOf(file, '/own-objection'),
      may: ['intake', 'counsel'],
    }),
  ]
}
