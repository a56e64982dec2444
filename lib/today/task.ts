import type { Permission } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'

/** The groups of Today in their order: what can hurt a person first, money last. */
export const groups = {
  mail: 'Mail that failed',
  preserve: 'To preserve',
  notices: 'Notices to send',
  objections: 'Objections',
  'own-objection': 'Our objection day',
  compliance: 'Compliance',
  holds: 'Holds ending',
  review: 'To review',
  research: 'To research',
  terms: 'Terms',
  produce: 'Ready to produce',
  'early-releases': 'Early releases',
  'write-offs': 'Write-offs',
  invoice: 'To invoice',
  receipts: 'Receipts',
  overdue: 'Overdue',
  close: 'To close',
} as const

export type Group = keyof typeof groups

const order = Object.keys(groups) as Group[]

/** One thing that needs a person: verb, reason, by when, and the page where it is done. */
export type Task = {
  readonly group: Group
  readonly verb: string
  /** Follows the verb after a comma. It names targets by letter and never says who a subscriber is. */
  readonly reason: string
  readonly dueOn: CalendarDate | null
  /** The first day on which it stands on Today; null: from the start; 'never': only the subpoena's own page offers it. */
  readonly fromOn: CalendarDate | null | 'never'
  readonly href: string
  readonly may: readonly Permission[]
  /** People who may not do it because of what they did before: the preparer does not release. */
  readonly notBy: readonly number[]
}

/** A task with all that is usually so left out: it stands from the start, and anybody with the role may do it. */
export function task(given: Omit<Task, 'fromOn' | 'notBy'> & Partial<Pick<Task, 'fromOn' | 'notBy'>>): Task {
  return { fromOn: null, notBy: [], ...given }
}

export function isOnToday({ fromOn }: Pick<Task, 'fromOn'>, today: CalendarDate): boolean {
  return fromOn !== 'never' && (fromOn === null || fromOn <= today)
}

export const placeOf = (group: Group): number => order.indexOf(group)

export const groupOrder: readonly Group[] = order

const lastDay = '9999-12-31'

/** The sooner due first; what has no day comes last. */
export function byDay(a: Pick<Task, 'dueOn'>, b: Pick<Task, 'dueOn'>): number {
  const [first, second] = [a.dueOn ?? lastDay, b.dueOn ?? lastDay]
  return first === second ? 0 : first < second ? -1 : 1
}
