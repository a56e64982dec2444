import type { CalendarDate } from '#lib/calendar/date.ts'
import { needsNotice } from '#lib/notice/standing.ts'
import { isAccepted, type SubpoenaFacts, type TargetFacts } from '#lib/subpoena/facts.ts'
import { type Actor, identityReaders, isPermitted } from './actor.ts'

/**
 * Whether the actor may see who the subscriber of a target is: custodian, counsel and auditor always, intake while a
 * notice or an objection is open, since they send the one and take the other in. A machine only as counsel: a program
 * reads them all at once, so somebody has to have meant it.
 */
export function maySeeSubscriber(
  actor: Actor,
  target: TargetFacts,
  facts: SubpoenaFacts,
  today: CalendarDate,
): boolean {
  if (actor.kind === 'machine') return isPermitted(actor, ['counsel'])
  if (isPermitted(actor, identityReaders)) return true
  if (!isPermitted(actor, ['intake'])) return false
  return isNoticeOpen(target, facts, today) || target.objections.some(({ outcome }) => outcome === null)
}

/** A notice is to be sent, failed, or is not known to have arrived. */
function isNoticeOpen(target: TargetFacts, facts: SubpoenaFacts, today: CalendarDate): boolean {
  if (!isAccepted(facts) || facts.closed) return false
  const arrived = target.notices.some(
    ({ failed, effectiveOn }) => !failed && effectiveOn !== null && effectiveOn <= today,
  )
  return !arrived && (needsNotice(target) || target.notices.length > 0)
}
