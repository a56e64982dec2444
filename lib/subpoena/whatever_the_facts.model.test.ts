import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { standardHolidays } from '#lib/calendar/holidays.ts'
import { instantOf } from '#lib/calendar/instant.ts'
import { someDay, someFacts } from './arbitrary.ts'
import type { SubpoenaFacts, TargetFacts } from './facts.ts'
import { laneOf } from './lane.ts'
import { blockers } from './release.ts'
import { nextChangeOn, stageOf } from './stage.ts'

const calendar = businessCalendar(standardHolidays(2025, 2030), ['federal', 'california'])
const noon = (on: CalendarDate) => instantOf(on, '12:00', 'America/Los_Angeles')

/** The promise, in its own words and not by the rule's code. */
function promised(facts: SubpoenaFacts, target: TargetFacts, today: CalendarDate): boolean {
  if (facts.judgement !== 'accepted' && facts.judgement !== 'accepted-in-part') return false
  if (!['agreed', 'waived', 'not-applicable'].includes(facts.terms ?? '')) return false
  for (const { effect, outcome } of target.objections) {
    if (outcome === 'quashed' || (effect.startsWith('stays') && outcome === null)) return false
  }
  const early = target.earlyReleases.some(({ opensOn }) => opensOn <= today)
  const arrived = target.notices.flatMap(({ failed, effectiveOn }) =>
    !failed && effectiveOn ? [effectiveOn] : [],
  )
  const told = arrived.some((on) => on <= today)
  const barred = target.bars.some(({ endsOn }) => !endsOn || endsOn >= today)
  if (!told && !barred) return false
  if (early) return true
  const first = arrived.sort()[0]
  if (!first) return false
  const standing = target.notices.filter(({ failed }) => !failed)
  if (standing.some(({ opensOn }) => opensOn !== null && today < opensOn)) return false
  const printed = standing.flatMap(({ lastDayOn }) => lastDayOn ?? [])
  const extended = target.objections.flatMap(({ effect, outcome, extendsToOn }) =>
    effect === 'extends-to-day' && outcome === null && extendsToOn ? [extendsToOn] : [],
  )
  const least = [
    addDays(facts.deemedReceivedOn, facts.holdDays),
    addDays(first, facts.noticeDays),
    ...printed,
    ...extended,
  ]
  return least.every((end) => today > end) && calendar.isBusinessDay(today)
    ? true
    : least.every((end) => today > addDays(end, 1))
}

test('whatever the facts: nothing that the promise forbids is free of blockers', () => {
  let free = 0
  fc.assert(
    fc.property(someFacts, someDay, fc.boolean(), (given, some, settled) => {
      const today = settled ? addDays(some, 30) : some
      const now = noon(today)
      const facts: SubpoenaFacts = settled ? { ...given, judgement: 'accepted', terms: 'agreed' } : given
      for (const target of facts.targets) {
        if (target.found !== 'subscriber' || target.answered) continue
        const against = blockers({ ...facts, inboxLookedAt: now }, [target.number], calendar, { today, now })
        if (against.length > 0) continue
        free++
        expect(promised(facts, target, today)).toBe(true)
      }
    }),
    { numRuns: process.env.CAMPAIGN ? 50_000 : 3000 },
  )
  expect(free).toBeGreaterThan(50)
})

test('whatever the facts: until the next change, the calendar changes nothing', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, today) => {
      const next = nextChangeOn(facts, calendar, today) ?? addDays(today, 60)
      const stage = stageOf(facts, calendar, today)
      const lanes = (on: CalendarDate) =>
        facts.targets.map((target) => laneOf(target, facts, calendar, on).lane)
      const first = lanes(today)
      for (let on = today; on < next; on = addDays(on, 1)) {
        expect(stageOf(facts, calendar, on)).toBe(stage)
        expect(lanes(on)).toEqual(first)
      }
    }),
    { numRuns: process.env.CAMPAIGN ? 5000 : 300 },
  )
})

test('whatever the facts: a lane that is ready has no day, notice or stay against it', () => {
  fc.assert(
    fc.property(someFacts, someDay, (facts, today) => {
      const now = noon(today)
      for (const target of facts.targets) {
        if (laneOf(target, facts, calendar, today).lane !== 'ready') continue
        const kinds = blockers(facts, [target.number], calendar, { today, now }).map(({ kind }) => kind)
        const others = ['not-accepted', 'terms-not-agreed', 'inbox-not-looked-at', 'already-answered']
        expect(kinds.filter((kind) => !others.includes(kind))).toEqual([])
      }
    }),
  )
})
