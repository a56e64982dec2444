import type { BusinessCalendar } from '#lib/calendar/business.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { holdEnd, releaseOpens } from '#lib/hold/hold.ts'
import type { Refusal } from '#lib/result.ts'
import { isAccepted, type SubpoenaFacts, type TargetFacts } from './facts.ts'
import { barInForce, earlyInForce, effectiveNotice, holdOf, standingStay } from './lane.ts'
import { refuse } from './refusals.ts'

/** A look into the objection inbox counts for a day, in milliseconds. */
export const inboxLookLasts = 24 * 60 * 60 * 1000

/** A reason why a target may not be released now, and the targets that it stands against; none means all. */
export type Blocker = Refusal & { readonly targets: readonly number[] }

export type Moment = { readonly now: Instant; readonly today: CalendarDate }

/**
 * Everything that stands against answering these targets at this moment. Empty is the only leave to release there is:
 * the command asks it inside its transaction, and the screen prints the same sentences.
 *
 * Source: the promises of the release: accepted and not withdrawn or closed; told, or barred from telling by an order; the
 * hold over or lawfully ended early; no stay; terms settled; the objection inbox looked at within a day.
 */
export function blockers(
  facts: SubpoenaFacts,
  numbers: readonly number[],
  calendar: BusinessCalendar,
  moment: Moment,
): Blocker[] {
  const chosen = facts.targets.filter((target) => numbers.includes(target.number))
  const whole = againstAll(facts, moment).map((refusal) => ({ ...refusal, targets: [] }))
  const each = chosen.flatMap((target) =>
    againstTarget(target, facts, calendar, moment).map((refusal) => ({
      ...refusal,
      targets: [target.number],
    })),
  )
  return [...whole, ...grouped(each)]
}

function againstAll(facts: SubpoenaFacts, { now }: Moment): Refusal[] {
  const found: Refusal[] = []
  if (facts.closed) found.push(refuse('closed').refusal)
  if (facts.judgement === 'withdrawn') found.push(refuse('withdrawn').refusal)
  else if (!isAccepted(facts)) found.push(refuse('not-accepted').refusal)
  const { terms } = facts
  if (terms !== 'agreed' && terms !== 'waived' && terms !== 'not-applicable') {
    found.push(refuse('terms-not-agreed', { terms }).refusal)
  }
  if (facts.inboxLookedAt === null || now - facts.inboxLookedAt > inboxLookLasts) {
    found.push(refuse('inbox-not-looked-at').refusal)
  }
  return found
}

function againstTarget(
  target: TargetFacts,
  facts: SubpoenaFacts,
  calendar: BusinessCalendar,
  { today }: Moment,
): Refusal[] {
  if (target.answered) return [refuse('already-answered').refusal]
  const found: Refusal[] = []
  const stay = standingStay(target)
  if (stay) found.push(refuse('stayed', { objection: stay.number }).refusal)
  if (target.objections.some(({ outcome }) => outcome === 'quashed')) found.push(refuse('quashed').refusal)
  const early = earlyInForce(target, today)
  if (target.found === null) return [...found, refuse('not-researched').refusal]
  if (target.found === 'none') {
    const opensOn = noRecordsOpenOn(facts, calendar)
    if (!early && today < opensOn) found.push(refuse('silence-not-over', { opensOn }).refusal)
    return found
  }
  const noticedOn = effectiveNotice(target)?.effectiveOn ?? null
  const barred = barInForce(target, today) !== null
  if (!barred && (noticedOn === null || noticedOn > today)) found.push(refuse('not-notified').refusal)
  if (early) return found
  const opensOn = holdOf(target, facts, calendar).opensOn?.value ?? null
  if (opensOn === null) found.push(refuse('hold-has-no-end').refusal)
  else if (today < opensOn) found.push(refuse('hold-not-over', { opensOn }).refusal)
  return found
}

/**
 * The day from which a requester may be told that there are no records: when the hold of an account that was found
 * could first have ended. Told sooner, silence about the others would say that they were found.
 */
export function noRecordsOpenOn(facts: SubpoenaFacts, calendar: BusinessCalendar): CalendarDate {
  return opensWhenTold(facts, calendar, facts.deemedReceivedOn)
}

/** The day on which release opens for a subscriber whose notice takes effect on `toldOn`. */
export function opensWhenTold(
  facts: SubpoenaFacts,
  calendar: BusinessCalendar,
  toldOn: CalendarDate,
): CalendarDate {
  const { deemedReceivedOn } = facts
  const end = holdEnd(
    { deemedReceivedOn, noticeEffectiveOn: toldOn, lastDayPrinted: null, extendedTo: null },
    facts,
    calendar,
  )
  return releaseOpens(end.value ?? toldOn, calendar).value
}

/** The same sentence against several targets is said once. */
function grouped(all: readonly Blocker[]): Blocker[] {
  const bySentence = new Map<string, Blocker>()
  for (const blocker of all) {
    const before = bySentence.get(blocker.sentence)
    bySentence.set(
      blocker.sentence,
      before ? { ...before, targets: [...before.targets, ...blocker.targets] } : blocker,
    )
  }
  return [...bySentence.values()]
}
