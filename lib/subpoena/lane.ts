import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { anchor, answer, counted, type Derived } from '#lib/calendar/derivation.ts'
import { holdEnd, releaseOpens } from '#lib/hold/hold.ts'
import type {
  EarlyRelease,
  NoticeBar,
  NoticeFacts,
  ObjectionFacts,
  SubpoenaFacts,
  TargetFacts,
} from './facts.ts'

export type Lane =
  | 'to-research'
  | 'no-records'
  | 'to-notify'
  | 'notice-failed'
  | 'notice-barred'
  | 'on-hold'
  | 'stayed'
  | 'ready'
  | 'released'
  | 'quashed'
  | 'rejected'
  | 'withdrawn'

export type LaneState = {
  readonly lane: Lane
  /** Null while no notice has taken effect: a hold without a notice has no end, and nothing opens. */
  readonly holdEndsOn: Derived<CalendarDate | null>
  /** After the hold, or sooner by an approved early release. */
  readonly opensOn: Derived<CalendarDate> | null
  /** The approved early release that is in force today. */
  readonly early: EarlyRelease | null
}

/** The stay that stands over a target, if one does: an objection that stays it and has no outcome. */
export function standingStay(target: TargetFacts): ObjectionFacts | null {
  return target.objections.find((objection) => stays(objection) && objection.outcome === null) ?? null
}

const stays = ({ effect }: ObjectionFacts) => effect === 'stays-all' || effect === 'stays-part'

/** The notice that took effect, or will: the first of those that did not fail. */
export function effectiveNotice(target: TargetFacts): NoticeFacts | null {
  const standing = target.notices.filter((notice) => !notice.failed && notice.effectiveOn !== null)
  return standing.reduce<NoticeFacts | null>(
    (first, notice) =>
      first?.effectiveOn && notice.effectiveOn && first.effectiveOn <= notice.effectiveOn ? first : notice,
    null,
  )
}

/** The order in force today that bars the notice; its last day is included. */
export function barInForce(target: TargetFacts, today: CalendarDate): NoticeBar | null {
  return target.bars.find((bar) => bar.endsOn === null || today <= bar.endsOn) ?? null
}

/** The approved early release that is in force today. */
export function earlyInForce(target: TargetFacts, today: CalendarDate): EarlyRelease | null {
  return target.earlyReleases.find((release) => release.opensOn <= today) ?? null
}

/** The hold of one target and its derivation. Source: the civil subpoena policy, lib/hold. */
export function holdOf(target: TargetFacts, facts: SubpoenaFacts, calendar: BusinessCalendar) {
  const standing = target.notices.filter((notice) => !notice.failed)
  const extensions = target.objections.filter(
    ({ effect, outcome }) => effect === 'extends-to-day' && outcome === null,
  )
  const holdEndsOn = holdEnd(
    {
      deemedReceivedOn: facts.deemedReceivedOn,
      noticeEffectiveOn: effectiveNotice(target)?.effectiveOn ?? null,
      lastDayPrinted: latest(standing.map((notice) => notice.lastDayOn)),
      extendedTo: latest(extensions.map((objection) => objection.extendsToOn)),
    },
    facts,
    calendar,
  )
  return { holdEndsOn, opensOn: holdEndsOn.value ? opening(target, holdEndsOn.value, calendar) : null }
}

/**
 * The day on which release opens: after the hold and not before the day that a notice named, or sooner by an early
 * release that is approved, though not before the notice takes effect.
 */
function opening(
  target: TargetFacts,
  holdEndsOn: CalendarDate,
  calendar: BusinessCalendar,
): Derived<CalendarDate> {
  const standing = target.notices.filter((notice) => !notice.failed)
  const promisedOn = latest(standing.map((notice) => notice.opensOn))
  const afterHold = releaseOpens(holdEndsOn, calendar, promisedOn)
  const noticedOn = effectiveNotice(target)?.effectiveOn ?? null
  const [first] = [...target.earlyReleases].sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1))
  const on = first && latest([first.opensOn, noticedOn])
  if (!first || !on || on >= afterHold.value) return afterHold
  return {
    value: on,
    derivation: {
      rule: 'early-release',
      version: 1,
      source: 'The early release that counsel approved, with its paper on file',
      calendars: [],
      steps: [
        anchor(first.opensOn, `Early release ${first.number} opens`),
        ...(on > first.opensOn ? [counted(on, 'The notice takes effect')] : []),
        answer(on, 'Release opens, before the hold is over'),
      ],
    },
  }
}

/**
 * Where one target stands today. What is done stands first, then what nobody may pass (a stay), then what is missing,
 * then the days. Pure: a hold ends because the date has come, not because something ran.
 */
export function laneOf(
  target: TargetFacts,
  facts: SubpoenaFacts,
  calendar: BusinessCalendar,
  today: CalendarDate,
): LaneState {
  const hold = holdOf(target, facts, calendar)
  const early = earlyInForce(target, today)
  return { ...hold, early, lane: lane() }

  function lane(): Lane {
    if (target.answered === 'records') return 'released'
    if (target.objections.some(({ outcome }) => outcome === 'quashed')) return 'quashed'
    if (facts.judgement === 'withdrawn' || facts.judgement === 'rejected') return facts.judgement
    if (target.found === 'none') return 'no-records'
    if (standingStay(target)) return 'stayed'
    if (target.found === null) return 'to-research'
    const notice = effectiveNotice(target)
    if (!notice) return laneWithoutNotice(target, early, today)
    const effective = notice.effectiveOn !== null && notice.effectiveOn <= today
    if (effective && early) return 'ready'
    return hold.opensOn && today >= hold.opensOn.value ? 'ready' : 'on-hold'
  }
}

function laneWithoutNotice(target: TargetFacts, early: EarlyRelease | null, today: CalendarDate): Lane {
  if (barInForce(target, today)) return early ? 'ready' : 'notice-barred'
  const last = target.notices.at(-1)
  return last?.failed ? 'notice-failed' : 'to-notify'
}

function latest(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>((last, day) => (day && (!last || day > last) ? day : last), null)
}
