import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import { letters } from '#lib/clocks/hold_groups.ts'
import { type Blocker, blockers } from '#lib/subpoena/release.ts'
import { type CaseToday, isLive, owedLanes, pageOf } from './case_file.ts'
import { nextEnd } from './hold_tasks.ts'
import { readyTargets } from './production_tasks.ts'

/** A blocker of the release as the page shows it: whose, the rule's own sentence, and the page that would clear it. */
export type Obstacle = {
  readonly key: string
  /** "A, B" or "All". */
  readonly who: string
  readonly sentence: string
  readonly clear: { readonly words: string; readonly href: string } | null
  /** The computed day in the sentence, with its reasons. */
  readonly day: Derived<CalendarDate> | null
}

/**
 * Everything that stands against answering what is still owed: the sentences with which the release itself would
 * refuse, and last that nothing is prepared, which is no refusal but the next thing to do.
 */
export function obstacles(given: CaseToday): Obstacle[] {
  const { file, facts, calendar, now, today } = given
  if (facts.closed || facts.governmental || !(isLive(given) || facts.judgement === 'deficient')) return []
  const stayed = given.lanes.filter(({ state }) => state.lane === 'stayed')
  const owed = [...owedLanes(given), ...stayed].map(({ target }) => target.number)
  if (owed.length === 0) return []
  const isNear = readyTargets(given).length > 0 || (nextEnd(given)?.endsOn ?? '9999') <= today
  const found = blockers(facts, owed, calendar, { now, today }).filter(({ kind }) => {
    // A look into the inbox lasts a day: weeks before the release it would clear nothing.
    if (kind === 'inbox-not-looked-at') return isNear
    return kind !== 'hold-has-no-end' || !isUntold(given)
  })
  return [
    ...found.map((blocker) => obstacleOf(blocker, given, owed.length)),
    ...unprepared(given, file.reference),
  ]
}

/** That a hold has no end says nothing beside the sentence that nobody was told. */
const isUntold = ({ lanes }: CaseToday) =>
  lanes.some(({ state }) => state.lane === 'to-notify' || state.lane === 'notice-failed')

/** A blocker with the page that would clear it. @param owed How many targets are meant: all of them are "All". */
export function obstacleOf(blocker: Blocker, given: CaseToday, owed: number): Obstacle {
  const { kind, sentence, targets } = blocker
  const isAll = targets.length === 0 || (targets.length === owed && owed > 1)
  return {
    key: `${kind} ${targets.join()}`,
    who: isAll ? 'All' : letters(targets).replaceAll('·', ', '),
    sentence,
    clear: clearedBy(blocker, given),
    day: dayOf(blocker, given),
  }
}

function clearedBy(blocker: Blocker, given: CaseToday): Obstacle['clear'] {
  const { file, facts, lanes } = given
  const to = (words: string, path: string) => ({ words, href: pageOf(file, path) })
  const [first] = blocker.targets
  switch (blocker.kind) {
    case 'closed':
      return to('Reopen it', '/reopen')
    case 'not-accepted':
      return facts.judgement === null ? to('Judge it', '/review') : to('Reopen it', '/reopen')
    case 'terms-not-agreed':
      if (facts.terms === 'refused') return to('Decide', '/terms')
      return facts.terms === 'sent' ? to('Record agreement', '/terms/agreed') : to('Send them', '/terms/send')
    case 'inbox-not-looked-at':
      return to('Look now', '/inbox')
    case 'stayed':
      return to('Record the outcome', `/objections/${String(blocker.objection)}`)
    case 'not-researched':
      return to('Look for them', `/targets/${first ?? 1}`)
    case 'not-notified': {
      const lane = lanes.find(({ target }) => target.number === first)
      const last = lane?.target.notices.at(-1)
      if (last && !last.failed) return to('Follow it', `/notices/${last.number}`)
      const number = file.subscribers.get(lane?.target.subscriberId ?? 0)?.number
      return to('Send the notice', number ? `/notice?subscriber=${number}` : '/notice')
    }
    case 'hold-not-over':
    case 'hold-has-no-end':
      return to('Early release', '/early-release')
    default:
      return null
  }
}

/** The opening of the lane that the sentence speaks of; several lanes of one sentence open on the same day. */
function dayOf({ kind, targets }: Blocker, { lanes }: CaseToday): Obstacle['day'] {
  if (kind !== 'hold-not-over') return null
  return lanes.find(({ target }) => target.number === targets[0])?.state.opensOn ?? null
}

function unprepared(given: CaseToday, reference: string): Obstacle[] {
  const ready = readyTargets(given)
  const missing = given.lanes
    .filter(({ target }) => ready.includes(target.number) && !target.prepared)
    .map(({ target }) => target.number)
  if (missing.length === 0) return []
  return [
    {
      key: 'not-prepared',
      who: letters(missing).replaceAll('·', ', '),
      sentence: 'Nothing is prepared yet: one person prepares it, and another releases it.',
      clear: { words: 'Prepare it', href: pageOf({ reference }, '/production') },
      day: null,
    },
  ]
}
