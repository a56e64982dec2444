import { nextBusinessDay, rollForward } from '#lib/calendar/business.ts'
import { addDays } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { labelOf } from '#lib/kinds.ts'
import { isStay } from '#lib/objection/effects.ts'
import { type CaseToday, isLive, type ObjectionOnFile, pageOf } from './case_file.ts'
import { type Task, task } from './task.ts'

/** Days that a requester has to move once a consumer objected in writing. Source: Cal. Code Civ. Proc. 1985.3(g). */
const daysToMove = 20

/**
 * What standing objections ask of us. A stay waits for a court and stands on the subpoena's own page only; a written
 * objection lapses when no motion came in time, and an announced one when its day has come.
 */
export function objectionTasks(given: CaseToday): Task[] {
  if (!isLive(given)) return []
  const { file, calendar, today } = given
  return file.objections
    .filter(({ outcome, effect }) => outcome === null && effect !== 'none')
    .map((objection) => {
      const about = {
        group: 'objections' as const,
        href: pageOf(file, `/objections/${objection.number}`),
      }
      const kind = labelOf('objectionKinds', objection.kind).toLowerCase()
      const lapses = lapsesOn(objection)
      if (lapses) {
        const next = nextBusinessDay(lapses, calendar)
        return task({
          ...about,
          may: ['counsel'],
          verb: 'Record the outcome',
          reason: `the days to move end ${formatShort(lapses, today)}`,
          dueOn: next,
          fromOn: next,
        })
      }
      if (isStay(objection.effect)) {
        return task({
          ...about,
          may: ['counsel'],
          verb: 'Record the outcome',
          reason: `${kind}: stayed until there is one`,
          dueOn: null,
          fromOn: 'never',
        })
      }
      return task({
        ...about,
        may: ['intake', 'counsel'],
        verb: 'Ask whether a motion was filed',
        reason: `objection ${objection.number} holds until ${objection.extendsToOn ? formatShort(objection.extendsToOn, today) : 'its day'}`,
        dueOn: objection.extendsToOn,
        fromOn: objection.extendsToOn,
      })
    })

  function lapsesOn({ kind, effect, receivedOn }: ObjectionOnFile) {
    return kind === 'statutory' && isStay(effect)
      ? rollForward(addDays(receivedOn, daysToMove), calendar)
      : null
  }
}

/** Early releases that wait for counsel who is another than who asked; an emergency is due at once. */
export function earlyReleaseTasks(given: CaseToday): Task[] {
  if (!isLive(given)) return []
  return given.file.askedReleases.map(({ number, ground, askedOn, opensOn, askedById }) =>
    task({
      group: 'early-releases',
      verb: 'Decide on early release',
      reason: labelOf('earlyReleaseGrounds', ground).toLowerCase(),
      dueOn: ground === 'emergency' ? askedOn : opensOn,
      href: pageOf(given.file, `/early-releases/${number}`),
      may: ['counsel'],
      notBy: [askedById],
    }),
  )
}
