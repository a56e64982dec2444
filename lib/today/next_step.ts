import { type Actor, isPermitted } from '#lib/access/actor.ts'
import { byDay, placeOf, type Task } from './task.ts'

/** Whether the actor may do a task: the role, and not somebody whose own work it would check. */
export function mayDo(actor: Actor, task: Pick<Task, 'may' | 'notBy'>): boolean {
  return isPermitted(actor, task.may) && !task.notBy.includes(actor.id)
}

export type NextStep = { readonly task: Task; readonly isTheirs: boolean }

/**
 * The one next action of a subpoena: of what the actor may do, the one due first, and in Today's order where two are
 * due together. Where nothing is theirs, the first of what waits for others, so that they see what it waits for.
 */
export function nextStep(tasks: readonly Task[], actor: Actor): NextStep | null {
  const ordered = [...tasks].sort((a, b) => byDay(a, b) || placeOf(a.group) - placeOf(b.group))
  const theirs = ordered.find((task) => mayDo(actor, task))
  if (theirs) return { task: theirs, isTheirs: true }
  const [first] = ordered
  return first ? { task: first, isTheirs: false } : null
}
