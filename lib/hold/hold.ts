import { type BusinessCalendar, type Rolled, rolledForward, rolledPast } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived, type Step } from '#lib/calendar/derivation.ts'
import { dayOf, type Instant } from '#lib/calendar/instant.ts'

export type HoldFacts = {
  readonly deemedReceivedOn: CalendarDate
  /** The day the notice took effect; null while none did, or none arrived. */
  readonly noticeEffectiveOn: CalendarDate | null
  /** The last day to object as it stands in a notice that went out: a fact, which no later rule may shorten. */
  readonly lastDayPrinted: CalendarDate | null
  /** The day to which an objection, or counsel, has extended the hold. */
  readonly extendedTo: CalendarDate | null
}

export type HoldPolicy = { readonly holdDays: number; readonly noticeDays: number }

/** One reason for which the hold lasts to a day. */
type Limb = {
  readonly rule: string
  readonly name: string
  readonly steps: readonly Step[]
  readonly end: Rolled
}

const source =
  'The civil subpoena policy (about two weeks after receipt); Fed. R. Civ. P. 6(a) for the counting'

/**
 * When a hold ends, and why; null while no notice has taken effect, and then nothing is released.
 *
 * Units:  calendar days; the first day is not counted; the last day is included, to its end.
 * Rule:   the latest of receipt + holdDays, notice + noticeDays, the last day printed in a notice and the day it
 *         was extended to, each moved forward off closed days.
 * Source: the civil subpoena policy; Fed. R. Civ. P. 6(a) for the counting.
 */
export function holdEnd(
  facts: HoldFacts,
  policy: HoldPolicy,
  calendar: BusinessCalendar,
): Derived<CalendarDate | null> {
  const { deemedReceivedOn, noticeEffectiveOn, lastDayPrinted, extendedTo } = facts
  const because = (rule: string, value: CalendarDate | null, steps: readonly Step[]) => ({
    value,
    derivation: { rule, version: 1, source, calendars: calendar.calendars, steps },
  })
  if (noticeEffectiveOn === null) {
    return because('no-notice-yet', null, [
      anchor(deemedReceivedOn, 'Deemed received; no notice has taken effect yet'),
    ])
  }
  const limbs: readonly Limb[] = [
    counting('from-receipt', 'receipt', deemedReceivedOn, 'Deemed received', policy.holdDays, calendar),
    counting(
      'from-notice',
      'the notice',
      noticeEffectiveOn,
      'Notice took effect',
      policy.noticeDays,
      calendar,
    ),
    ...(lastDayPrinted
      ? [standing('printed-in-notice', 'Last day printed in the notice', lastDayPrinted, calendar)]
      : []),
    ...(extendedTo ? [standing('extended', 'Hold extended to this day', extendedTo, calendar)] : []),
  ]
  const last = limbs.reduce((later, limb) => (limb.end.on > later.end.on ? limb : later))
  const others = limbs.filter((limb) => limb !== last && limb.end.on < last.end.on)
  return because(last.rule, last.end.on, [
    ...others.map((limb) => counted(limb.end.on, `${limb.name}: sooner, so it does not decide`)),
    ...last.steps,
    ...last.end.skipped,
    answer(last.end.on, 'Hold ends, at the end of this day'),
  ])
}

function counting(
  rule: string,
  what: string,
  from: CalendarDate,
  began: string,
  days: number,
  calendar: BusinessCalendar,
): Limb {
  const raw = addDays(from, days)
  const name = `${days} ${days === 1 ? 'day' : 'days'} after ${what}`
  return { rule, name, steps: [anchor(from, began), counted(raw, name)], end: rolledForward(raw, calendar) }
}

function standing(rule: string, name: string, day: CalendarDate, calendar: BusinessCalendar): Limb {
  return { rule, name, steps: [anchor(day, name)], end: rolledForward(day, calendar) }
}

/**
 * The first day on which a held answer may leave: the next business day after the hold's last day, which belongs
 * to the subscriber to its end; never sooner than a notice told them.
 *
 * @param promisedOn The first day that stands printed in a notice: a holiday that is taken off the calendar afterwards
 *   does not bring it forward.
 */
export function releaseOpens(
  holdEndsOn: CalendarDate,
  calendar: BusinessCalendar,
  promisedOn: CalendarDate | null = null,
): Derived<CalendarDate> {
  const counting = rolledPast(holdEndsOn, calendar)
  const isPromised = promisedOn !== null && promisedOn > counting.on
  const { on, skipped } = isPromised ? rolledForward(promisedOn, calendar) : counting
  return {
    value: on,
    derivation: {
      rule: isPromised ? 'release-promised' : 'release-opens',
      version: 1,
      source: isPromised
        ? 'The notice tells the subscriber: not before this day'
        : 'The next business day after the hold',
      calendars: calendar.calendars,
      steps: [
        anchor(holdEndsOn, 'Hold ends, at the end of this day'),
        ...(isPromised ? [counted(promisedOn, 'The notice says: not before this day')] : []),
        ...skipped,
        answer(on, 'Release opens'),
      ],
    },
  }
}

/**
 * Whether an objection came while the hold's last day still ran in the office's zone. A late one is still honoured
 * for as long as nothing has been released; that is not asked here.
 */
export function timelyObjection(receivedAt: Instant, holdEndsOn: CalendarDate, zone: string): boolean {
  return dayOf(receivedAt, zone) <= holdEndsOn
}
