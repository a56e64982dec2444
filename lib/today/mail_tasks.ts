import type { Permission } from '#lib/access/actor.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { type KindOf, labelOf } from '#lib/kinds.ts'
import { type Task, task } from './task.ts'

/** A mail, other than a notice, that did not arrive, or of which nobody knows. */
export type LostMail = {
  readonly messageId: string
  readonly kind: KindOf<'mailKinds'>
  readonly state: 'failed' | 'unsure'
  readonly on: CalendarDate
  readonly may: readonly Permission[]
  /** What stood against it when it was to leave; empty unless it was stopped. */
  readonly stoppedWhy: string
}

const words = {
  failed: { verb: 'Send it again', reason: 'the mail server did not take it' },
  unsure: { verb: 'Find out whether it went', reason: 'the connection broke' },
} as const

/** It is shipped again, which asks anew whether it may leave. */
const ofProduction = { verb: 'Ship it again', reason: words.failed.reason }

export function mailTask({ messageId, kind, state, on, may, stoppedWhy }: LostMail): Task {
  const { verb, reason: usual } = kind === 'production' && state === 'failed' ? ofProduction : words[state]
  const reason = stoppedWhy ? `stopped before it left. ${stoppedWhy.replace(/\.$/, '')}` : usual
  return task({
    group: 'mail',
    verb,
    reason: `${labelOf('mailKinds', kind).toLowerCase()}: ${reason}`,
    dueOn: on,
    href: `/mail/${encodeURIComponent(messageId.replace(/^<|>$/g, ''))}`,
    may,
  })
}
