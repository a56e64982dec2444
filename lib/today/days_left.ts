import { type CalendarDate, daysBetween } from '#lib/calendar/date.ts'
import type { Derivation } from '#lib/calendar/derivation.ts'
import { formatTime } from '#lib/calendar/format.ts'
import { lettersOrCount } from '#lib/clocks/collision.ts'
import type { LaneState } from '#lib/subpoena/lane.ts'
import { type CaseToday, isLive, owedLanes } from './case_file.ts'
import { nextEnd } from './hold_tasks.ts'
import type { OpenInvoice } from './money_tasks.ts'

/** The one number of a subpoena's page: how many days, of what, until which day. */
export type DaysLeft = {
  /** "3 days left", "last day", "2 days late". */
  readonly value: string
  readonly of: string
  readonly on: CalendarDate
  /** "11:59 pm", where the day ends at a time that matters. */
  readonly time: string | null
  readonly derivation: Derivation | null
}

/**
 * The days that are left in the hold that ends first; else until compliance while an answer is owed. Null where no day
 * is waited for.
 */
export function daysLeft(given: CaseToday, complianceTime: string | null): DaysLeft | null {
  if (!isLive(given)) return null
  const { facts, today } = given
  const held = nextEnd(given)
  const [first] = held?.lanes ?? []
  if (held && first && held.endsOn >= today) {
    const whose =
      given.lanes.length > 1 ? ` of ${lettersOrCount(held.lanes.map(({ target }) => target.number))}` : ''
    return {
      value: left(held.endsOn, today),
      of: `in the hold${whose}`,
      on: held.endsOn,
      time: '11:59 pm',
      derivation: why(first.state, held.endsOn),
    }
  }
  const { complianceOn } = facts
  if (complianceOn === null || owedLanes(given).length === 0) return null
  return {
    value: left(complianceOn, today),
    of: 'to its compliance day',
    on: complianceOn,
    time: complianceTime && formatTime(complianceTime),
    derivation: null,
  }
}

/** Why the hold lasts to a day: its own reasons, or those of the early release that ends it before. */
function why({ holdEndsOn, opensOn }: LaneState, endsOn: CalendarDate): Derivation {
  return holdEndsOn.value === endsOn || !opensOn ? holdEndsOn.derivation : opensOn.derivation
}

/** The days until the first of these invoices is due, or since it was. */
export function daysToPay(invoices: readonly OpenInvoice[], today: CalendarDate): DaysLeft | null {
  const due = invoices
    .flatMap(({ number, dueOn }) => (dueOn ? [{ number, dueOn }] : []))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  if (!due) return null
  const { dueOn: on, number } = due
  return { value: left(on, today), of: `to pay ${number}`, on, time: null, derivation: null }
}

function left(on: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, on)
  if (days === 0) return 'Last day'
  const count = Math.abs(days)
  return `${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'left' : 'late'}`
}
