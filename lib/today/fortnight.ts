import type { CalendarDate } from '#lib/calendar/date.ts'
import { collisionOf } from '#lib/clocks/collision.ts'
import { isInFortnight } from '#lib/clocks/two_weeks.ts'
import { ownObjectionDay } from '#lib/hold/own.ts'
import { isAccepted } from '#lib/subpoena/facts.ts'
import { targetLetters } from '#lib/subpoena/target.ts'
import { type CaseToday, isLive, owedLanes, pageOf } from './case_file.ts'
import { hasAnsweredForItself } from './duty_tasks.ts'
import type { OpenInvoice } from './money_tasks.ts'

/** The rows of the strip, in their order. */
export const clocks = {
  holds: 'Holds end',
  own: 'Our objections',
  compliance: 'Compliance',
  payments: 'Payments due',
} as const

export type Clock = keyof typeof clocks

/** One day of one thing on the strip. */
export type ClockItem = {
  readonly clock: Clock
  readonly on: CalendarDate
  /** A short number: "00042", "00042 D", "INV-12". */
  readonly words: string
  readonly reference: string
  readonly href: string
  readonly state?: 'late' | 'collides' | 'done' | 'stayed'
}

/** The days of one case that fall into the fortnight. */
export function caseClocks(given: CaseToday): ClockItem[] {
  if (!isLive(given) || given.facts.governmental) return []
  return [...holdItems(given), ...ownItem(given), ...complianceItem(given)].filter(({ on }) =>
    isInFortnight(on, given.today),
  )
}

/** One item for each day on which lanes' holds end; the first day is the subpoena's, others name their lanes. */
function holdItems({ file, lanes, today }: CaseToday): ClockItem[] {
  const ends = new Map<CalendarDate, number[]>()
  for (const { target, state } of lanes) {
    const end = state.holdEndsOn.value
    if (end === null || (state.lane !== 'on-hold' && state.lane !== 'ready')) continue
    ends.set(end, [...(ends.get(end) ?? []), target.number])
  }
  return [...ends]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, targets], index) => ({
      clock: 'holds',
      on,
      words:
        index === 0 ? shortOf(file.reference, today) : `${shortOf(file.reference, today)} ${few(targets)}`,
      reference: file.reference,
      href: pageOf(file, ''),
      ...(on < today ? { state: 'done' as const } : {}),
    }))
}

const few = (targets: readonly number[]) =>
  targets.length > 2 ? `+${targets.length}` : targetLetters(targets).replace(' and ', ' ')

function ownItem(given: CaseToday): ClockItem[] {
  const { file, facts, calendar, today } = given
  const answered = hasAnsweredForItself(given)
  if (!answered && owedLanes(given).length === 0) return []
  const { safeOn } = ownObjectionDay(
    { servedOn: file.servedOn, complianceOn: facts.complianceOn },
    calendar,
  ).value
  const state = answered ? 'done' : safeOn < today ? 'late' : undefined
  return [
    {
      clock: 'own',
      on: safeOn,
      words: shortOf(file.reference, today),
      reference: file.reference,
      href: answered ? pageOf(file, '') : pageOf(file, '/own-objection'),
      ...(state ? { state } : {}),
    },
  ]
}

function complianceItem(given: CaseToday): ClockItem[] {
  const { file, facts, lanes, today } = given
  const { complianceOn } = facts
  const isOwed = owedLanes(given).length > 0
  const isStayed = lanes.some(({ state }) => state.lane === 'stayed')
  if (complianceOn === null || (!isOwed && !isStayed)) return []
  const state = !isOwed
    ? 'stayed'
    : isAccepted(facts) && collisionOf(given)
      ? 'collides'
      : complianceOn < today
        ? 'late'
        : undefined
  return [
    {
      clock: 'compliance',
      on: complianceOn,
      words: shortOf(file.reference, today),
      reference: file.reference,
      href: pageOf(file, ''),
      ...(state ? { state } : {}),
    },
  ]
}

/** The due days of invoices that fall into the fortnight. */
export function paymentItems(invoices: readonly OpenInvoice[], today: CalendarDate): ClockItem[] {
  return invoices.flatMap(({ number, dueOn, state }) => {
    if (dueOn === null || !isInFortnight(dueOn, today)) return []
    return [
      {
        clock: 'payments' as const,
        on: dueOn,
        words: shortOf(number, today),
        reference: number,
        href: `/invoices/${number}`,
        ...(state === 'overdue' ? { state: 'late' as const } : {}),
      },
    ]
  })
}

/** "00042" of this year's S-2026-00042, "25-00042" of another's; "INV-17" of INV-2026-00017. */
export function shortOf(reference: string, today: CalendarDate): string {
  const [prefix = '', year = '', sequence = ''] = reference.split('-')
  const isThisYear = year === today.slice(0, 4)
  if (prefix === 'S') return isThisYear ? sequence : `${year.slice(2)}-${sequence}`
  const plain = sequence.replace(/^0+(?=\d\d)/, '')
  return isThisYear ? `${prefix}-${plain}` : `${prefix}-${year.slice(2)}-${plain}`
}
