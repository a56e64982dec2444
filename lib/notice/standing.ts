import type { CalendarDate } from '#lib/calendar/date.ts'
import { accept, type Result } from '#lib/result.ts'
import { isAccepted, type SubpoenaFacts, type TargetFacts } from '#lib/subpoena/facts.ts'
import { barInForce } from '#lib/subpoena/lane.ts'
import { refuse } from './refusals.ts'

/** A notice that has not failed: it arrived, or is on its way, or nobody knows. */
function hasStandingNotice(target: TargetFacts): boolean {
  return target.notices.some((notice) => !notice.failed)
}

/** Whether a target still needs a notice: its subscriber was found, nothing stands, and nothing of it has left. */
export function needsNotice(target: TargetFacts): boolean {
  return (
    target.found === 'subscriber' &&
    target.answered === null &&
    !hasStandingNotice(target) &&
    !target.objections.some(({ outcome }) => outcome === 'quashed')
  )
}

/** Whether something of a target has left and its subscriber was never told: an order forbade it then. */
export function isUntoldOfRelease(target: TargetFacts): boolean {
  return target.found === 'subscriber' && target.answered === 'records' && !hasStandingNotice(target)
}

export type NotToNotify =
  | 'not-for-this-desk'
  | 'not-accepted'
  | 'no-target-of-theirs'
  | 'notice-barred'
  | 'noticed-already'
  | 'answered-already'

/**
 * The targets that a notice to this subscriber would name, or why there can be none: all of theirs that no notice
 * covers, also those of which something has left. One forbidden target forbids the letter, since it would tell of the paper all the same.
 *
 * Source: the civil subpoena policy (every subscriber of a valid subpoena is told); an order binds, a request does not.
 */
export function targetsToNotify(
  facts: SubpoenaFacts,
  subscriberId: number,
  today: CalendarDate,
): Result<readonly TargetFacts[], NotToNotify> {
  if (facts.governmental) return refuse('not-for-this-desk')
  if (!isAccepted(facts)) return refuse('not-accepted')
  const theirs = facts.targets.filter((target) => target.subscriberId === subscriberId)
  if (theirs.length === 0) return refuse('no-target-of-theirs')
  const bar = theirs.map((target) => barInForce(target, today)).find((found) => found !== null)
  if (bar) return refuse('notice-barred', { bar: bar.number, endsOn: bar.endsOn })
  const uncovered = theirs.filter((target) => needsNotice(target) || isUntoldOfRelease(target))
  if (uncovered.length > 0) return accept(uncovered)
  return theirs.some(({ answered }) => answered === 'records')
    ? refuse('answered-already')
    : refuse('noticed-already', { targets: theirs.map(({ number }) => number) })
}
