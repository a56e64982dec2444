import { type BusinessCalendar, rolledBefore, rolledForward } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate, earliest } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived } from '#lib/calendar/derivation.ts'

const objectionDays = 14

export type OwnObjection = {
  /** The last day on which the rule still lets us object. */
  readonly limitOn: CalendarDate
  /** The day by which we mean to have objected, leaning on no rounding. */
  readonly safeOn: CalendarDate
}

/**
 * Until when the office itself may object in writing to a subpoena, and the day by which it should.
 *
 * Units:  calendar days from legal service, which is not counted and is never the desk's day of receipt.
 * Rule:   the limit is the earlier of service + 14, moved forward off closed days, and compliance; the safe day is
 *         the business day before the earlier of service + 14, not moved, and compliance. Both may lie in the past.
 * Source: Fed. R. Civ. P. 45(d)(2)(B) and 6(a)(1).
 */
export function ownObjectionDay(
  { servedOn, complianceOn }: { readonly servedOn: CalendarDate; readonly complianceOn: CalendarDate | null },
  calendar: BusinessCalendar,
): Derived<OwnObjection> {
  const raw = addDays(servedOn, objectionDays)
  const rolled = rolledForward(raw, calendar)
  const complianceFirst = complianceOn !== null && complianceOn < rolled.on
  const limitOn = complianceFirst ? complianceOn : rolled.on
  const safe = rolledBefore(complianceOn === null ? raw : earliest(raw, complianceOn), calendar)
  const toLimit = complianceFirst
    ? [counted(complianceOn, 'Compliance comes first: the last day on which we may object')]
    : [...rolled.skipped, counted(limitOn, 'Last day on which we may object')]
  return {
    value: { limitOn, safeOn: safe.on },
    derivation: {
      rule: complianceFirst ? 'own-objection-before-compliance' : 'own-objection',
      version: 1,
      source: 'Fed. R. Civ. P. 45(d)(2)(B): before the earlier of compliance and 14 days after service',
      calendars: calendar.calendars,
      steps: [
        anchor(servedOn, 'Served'),
        counted(raw, `${objectionDays} days after service`),
        ...toLimit,
        ...safe.skipped,
        answer(safe.on, 'Object by this day: the business day before'),
      ],
    },
  }
}
