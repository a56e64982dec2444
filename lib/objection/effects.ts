import { type BusinessCalendar, rolledForward } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived } from '#lib/calendar/derivation.ts'
import type { KindOf } from '#lib/kinds.ts'

export type Effect = KindOf<'objectionEffects'>

/**
 * What an objection of each kind does until counsel decides otherwise. What is formal stays the answer; an announced
 * one wins time; a complaint alone wins none. Erring holds back, since a release cannot be taken back.
 *
 * Source: the civil subpoena policy ("unless a formal objection is filed"), read to hold and never to hasten;
 * Fed. R. Civ. P. 45(d)(2)(B) and (d)(3); Cal. Code Civ. Proc. 1985.3(g) and 1987.1.
 */
const effects: Record<KindOf<'objectionKinds'>, Effect> = {
  motion: 'stays-part',
  statutory: 'stays-part',
  intent: 'extends-to-day',
  informal: 'none',
  provider: 'stays-part',
  party: 'stays-all',
}

export function usualEffect(kind: KindOf<'objectionKinds'>): Effect {
  return effects[kind]
}

export type ExtensionFacts = {
  /** The day on which the hold would end without the objection. */
  readonly holdEndsOn: CalendarDate
  readonly complianceOn: CalendarDate | null
}

/**
 * The day to which an announced objection extends the hold: compliance where that is later than the hold's end, else
 * as many days after the end as a notice gives, so that there is time to file.
 *
 * Units:  calendar days, moved forward off closed days.
 * Source: the office's practice; a court has until compliance, and nobody is hurried by announcing.
 */
export function usualExtension(
  { holdEndsOn, complianceOn }: ExtensionFacts,
  noticeDays: number,
  calendar: BusinessCalendar,
): Derived<CalendarDate> {
  const toCompliance = complianceOn !== null && complianceOn > holdEndsOn
  const raw = toCompliance ? complianceOn : addDays(holdEndsOn, noticeDays)
  const { on, skipped } = rolledForward(raw, calendar)
  return {
    value: on,
    derivation: {
      rule: toCompliance ? 'extended-to-compliance' : 'extended-by-notice-days',
      version: 1,
      source: 'The office’s practice for an objection that is announced',
      calendars: calendar.calendars,
      steps: [
        anchor(holdEndsOn, 'The hold would end'),
        counted(raw, toCompliance ? 'Compliance' : `${noticeDays} days after`),
        ...skipped,
        answer(on, 'Hold extended to this day'),
      ],
    },
  }
}

/** Whether an effect holds the answer back until there is an outcome. */
/** Whether a stay that becomes another one lets go of something that it held. */
export function isNarrower(effect: Effect, than: Effect): boolean {
  return than === 'stays-all' && effect !== 'stays-all'
}

export function isStay(effect: Effect): boolean {
  return effect === 'stays-all' || effect === 'stays-part'
}

/** Whether the outcome must come with its paper: a stay is lifted, and an account closed, by nothing less. */
export function needsPaper(effect: Effect, outcome: KindOf<'objectionOutcomes'>): boolean {
  return isStay(effect) || outcome === 'quashed'
}
