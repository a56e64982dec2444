import {
  type BusinessCalendar,
  nextBusinessDay,
  previousBusinessDay,
  rollForward,
} from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, weekdayOf } from '#lib/calendar/date.ts'
import { holdEnd } from '#lib/hold/hold.ts'
import { ownObjectionDay } from '#lib/hold/own.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import type { Received, SampleCase } from './sample_case.ts'

type HoldEnds = Exclude<Received, number | 'own-objection-day'>

/** The days that are played, and the day on which the sample is made, which may be closed. */
export type SampleDays = {
  readonly today: CalendarDate
  /** Business days from the first to the last that is played. */
  readonly played: readonly CalendarDate[]
  readonly calendar: BusinessCalendar
}

export type Arrival = {
  readonly receivedOn: CalendarDate
  /** The day before which its subscribers are not told, where the hold is to end on a certain day. */
  readonly noticeOn: CalendarDate | null
  /** No e-mail on a business day would end the hold there: the notice is posted. */
  readonly byPost: boolean
}

const howMany = 64

/** @param last The last day that is played, a business day. */
export function sampleDays(today: CalendarDate, last: CalendarDate, calendar: BusinessCalendar): SampleDays {
  const played = [last]
  while (played.length < howMany) played.unshift(previousBusinessDay(played[0] ?? last, calendar))
  return { today, played, calendar }
}

/** On which day the paper of a case came. @throws RangeError when no day would do. */
export function arrivalOf(given: SampleCase, days: SampleDays): Arrival {
  const { received, onSaturday } = given
  if (typeof received === 'number') {
    const day = days.played.at(-1 - received)
    if (!day) throw new RangeError(`${given.paper.caption} came before the first day that is played.`)
    return { receivedOn: onSaturday ? saturdayBefore(day) : day, noticeOn: null, byPost: false }
  }
  const found = received === 'own-objection-day' ? forOwnObjection(given, days) : forHoldEnd(received, days)
  if (!found) throw new RangeError(`No day of receipt is found for ${given.paper.caption}.`)
  return found
}

function saturdayBefore(day: CalendarDate): CalendarDate {
  return addDays(day, -((weekdayOf(day) % 7) + 1))
}

/**
 * The hold ended on the business day before the last that is played, or ends on the last one up to today, or on the
 * next. The notice goes as soon after receipt as may be, by e-mail where one can end it there.
 */
function forHoldEnd(which: HoldEnds, days: SampleDays): Arrival | null {
  const { today, played, calendar } = days
  const next = nextBusinessDay(today, calendar)
  const wanted = {
    'hold-ended': played.at(-2),
    'hold-ends-now': previousBusinessDay(next, calendar),
    'hold-ends-next': next,
  }[which]
  const recent = played.slice(-24)
  for (const byPost of [false, true]) {
    for (let wait = 0; wait < 8; wait++) {
      for (const [index, receivedOn] of recent.entries()) {
        const noticeOn = recent[index + wait]
        if (!noticeOn) continue
        const noticeEffectiveOn = byPost ? addDays(noticeOn, publishedPolicy.mailDays) : noticeOn
        const facts = {
          deemedReceivedOn: receivedOn,
          noticeEffectiveOn,
          lastDayPrinted: null,
          extendedTo: null,
        }
        const end = holdEnd(facts, publishedPolicy, calendar).value
        if (end === wanted) return { receivedOn, noticeOn, byPost }
      }
    }
  }
  return null
}

/** The day that is printed on the paper: a business day, since lawyers look at the calendar too. */
export function complianceOf(
  { paper: { compliance } }: SampleCase,
  receivedOn: CalendarDate,
  { today, calendar }: SampleDays,
): CalendarDate | null {
  if (!compliance) return null
  if ('days' in compliance) return rollForward(addDays(receivedOn, compliance.days), calendar)
  return previousBusinessDay(addDays(today, compliance.fromToday + 1), calendar)
}

/** Our own objection is to be decided, today or tomorrow. */
function forOwnObjection(given: SampleCase, days: SampleDays): Arrival | null {
  const { today, played, calendar } = days
  const inTime = played.slice(-16).findLast((servedOn) => {
    const complianceOn = complianceOf(given, servedOn, days)
    const { limitOn, safeOn } = ownObjectionDay({ servedOn, complianceOn }, calendar).value
    return previousBusinessDay(safeOn, calendar) <= today && today <= limitOn
  })
  return inTime ? { receivedOn: inTime, noticeOn: null, byPost: false } : null
}
