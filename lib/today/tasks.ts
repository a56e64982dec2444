import type { CaseToday } from './case_file.ts'
import { complianceTasks, ownObjectionTasks, preserveTasks } from './duty_tasks.ts'
import { holdTasks } from './hold_tasks.ts'
import { lostNoticeTasks, noticeTasks, releasedUntoldTasks } from './notice_tasks.ts'
import { earlyReleaseTasks, objectionTasks } from './objection_tasks.ts'
import { closeTasks, produceTasks } from './production_tasks.ts'
import { researchTasks, reviewTasks, termsTasks } from './review_tasks.ts'
import { byDay, placeOf, type Task } from './task.ts'

/**
 * Everything that a subpoena asks of a person, money apart; the groups in Today's order. Pure: facts and a day in,
 * tasks out. Those whose day has not come stand on the subpoena's own page only (`isOnToday`).
 */
export function caseTasks(given: CaseToday): Task[] {
  return [
    ...lostNoticeTasks(given),
    ...preserveTasks(given),
    ...noticeTasks(given),
    ...releasedUntoldTasks(given),
    ...objectionTasks(given),
    ...ownObjectionTasks(given),
    ...complianceTasks(given),
    ...holdTasks(given),
    ...reviewTasks(given),
    ...researchTasks(given),
    ...termsTasks(given),
    ...produceTasks(given),
    ...earlyReleaseTasks(given),
    ...closeTasks(given),
  ].sort((a, b) => placeOf(a.group) - placeOf(b.group) || byDay(a, b))
}
