import { formatShort } from '#lib/calendar/format.ts'
import { lettersOrCount } from '#lib/clocks/collision.ts'
import { mayEverLeave, notLeft } from '#lib/production/leaving.ts'
import { blockers, noRecordsOpenOn } from '#lib/subpoena/release.ts'
import {
  type CaseToday,
  isLive,
  type LaneToday,
  owedLanes,
  type ProductionOnFile,
  pageOf,
} from './case_file.ts'
import { type Task, task } from './task.ts'

/** Answers that can leave: prepared by one person, released by another, sent on its way. */
export function produceTasks(given: CaseToday): Task[] {
  return [...prepareTasks(given), ...releaseTasks(given), ...shipTasks(given)]
}

/** The targets that could be answered today, with records or with the word that there are none. */
export function readyTargets(given: CaseToday): number[] {
  const { facts, calendar, today, lanes } = given
  const mayDeny = lanes.some(({ state }) => state.lane === 'no-records')
    ? noRecordsOpenOn(facts, calendar) <= today
    : false
  return lanes
    .filter(
      ({ target, state }) =>
        state.lane === 'ready' || (state.lane === 'no-records' && target.answered === null && mayDeny),
    )
    .map(({ target }) => target.number)
}

function prepareTasks(given: CaseToday): Task[] {
  const { file, facts, lanes } = given
  if (!isLive(given)) return []
  const ready = readyTargets(given)
  const missing = lanes.filter(({ target }) => ready.includes(target.number) && !target.prepared)
  if (missing.length === 0) return []
  const onlyNone = missing.every(({ target }) => target.found === 'none')
  const whose = lanes.length > 1 ? `${lettersOrCount(missing.map(({ target }) => target.number))}: ` : ''
  return [
    task({
      group: 'produce',
      verb: onlyNone ? 'Prepare the word that there are none' : 'Prepare the production',
      reason: `${whose}${openedWords(given, missing)}`,
      dueOn: facts.complianceOn,
      href: pageOf(file, '/production'),
      may: ['custodian'],
    }),
  ]
}

function openedWords({ facts, calendar, today }: CaseToday, missing: readonly LaneToday[]): string {
  if (missing.some(({ state }) => state.early !== null)) return 'an early release stands'
  const opened = missing.map(({ state }) => state.opensOn?.value ?? noRecordsOpenOn(facts, calendar)).sort()
  const last = opened.at(-1)
  return last ? `release opened ${formatShort(last, today)}` : 'it may leave'
}

function releaseTasks(given: CaseToday): Task[] {
  const { file, facts, calendar, now, today } = given
  if (!isLive(given)) return []
  const ready = readyTargets(given)
  return file.productions
    .filter(({ releasedOn, targets }) => releasedOn === null && targets.some((one) => ready.includes(one)))
    .flatMap((production) => {
      const held = production.targets.filter((number) => !ready.includes(number))
      if (held.length > 0) return mixed(given, production, held)
      const against = blockers(facts, production.targets, calendar, { now, today })
      const about = {
        group: 'produce' as const,
        dueOn: facts.complianceOn,
        href: pageOf(file, `/productions/${production.number}`),
      }
      if (against.length === 0) {
        return task({
          ...about,
          verb: 'Release, as second person',
          reason: `${pagesOf(production)}, prepared by ${production.preparedBy}`,
          may: ['custodian', 'counsel'],
          notBy: [production.preparedById],
        })
      }
      // Terms have a task of their own.
      const others = against.filter(({ kind }) => kind !== 'terms-not-agreed')
      const [first] = others.filter(({ kind }) => kind !== 'inbox-not-looked-at')
      if (first) {
        const reason = first.sentence.replace(/\.$/, '')
        return task({ ...about, verb: 'See what stands in the way', reason, may: ['custodian', 'counsel'] })
      }
      if (others.length < against.length) return []
      return task({
        ...about,
        group: 'holds',
        verb: 'Look at the objection inbox',
        reason: 'a production is prepared, and nobody has looked for a day',
        dueOn: today,
        href: pageOf(file, '/inbox'),
        may: ['intake', 'custodian', 'counsel'],
      })
    })
}

/** A production that holds what may leave together with what may not cannot leave as it is. */
function mixed({ file, facts }: CaseToday, production: ProductionOnFile, held: readonly number[]): Task {
  return task({
    group: 'produce',
    verb: 'Set it aside and prepare it anew',
    reason: `it names ${lettersOrCount(held)}, which may not leave yet`,
    dueOn: facts.complianceOn,
    href: pageOf(file, `/productions/${production.number}`),
    may: ['custodian', 'counsel'],
  })
}

function shipTasks({ file, facts, today }: CaseToday): Task[] {
  if (facts.closed) return []
  return file.productions
    .filter(({ releasedOn, isShipped }) => releasedOn !== null && !isShipped)
    .filter(({ targets }) => mayEverLeave(facts, targets))
    .map((production) =>
      task({
        group: 'produce',
        verb: 'Send it on its way',
        reason: `${pagesOf(production)}, released ${production.releasedOn ? formatShort(production.releasedOn, today) : ''}`,
        dueOn: production.releasedOn,
        href: pageOf(file, `/productions/${production.number}`),
        may: ['custodian', 'counsel'],
      }),
    )
}

function pagesOf({ kind, pages }: ProductionOnFile): string {
  if (kind === 'no-records') return 'no records'
  return pages === 1 ? '1 page' : `${pages} pages`
}

/**
 * Nothing is owed, nothing waits and no money is open: it can be closed. That hurts nobody by waiting, so it stands on
 * the subpoena's own page only.
 */
export function closeTasks(given: CaseToday): Task[] {
  const { file, facts, lanes } = given
  if (facts.closed || facts.judgement === null || facts.judgement === 'deficient') return []
  if (file.hasMoneyOpen || notLeft(file.productions, facts).length > 0) return []
  const isStayed = lanes.some(({ state }) => state.lane === 'stayed')
  if (isLive(given) && (owedLanes(given).length > 0 || isStayed)) return []
  return [
    task({
      group: 'close',
      verb: 'Close it',
      reason: 'nothing is owed and nothing waits',
      dueOn: null,
      fromOn: 'never',
      href: pageOf(file, '/close'),
      may: ['intake', 'custodian', 'counsel'],
    }),
  ]
}
