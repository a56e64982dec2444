import fc from 'fast-check'
import { addDays, type CalendarDate, calendarDate } from '#lib/calendar/date.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'
import { kindsOf } from '#lib/kinds.ts'
import type { SubpoenaFacts, TargetFacts } from './facts.ts'

const firstDay = calendarDate('2026-01-05')

/** Days within three months of the first day of 2026: close enough for holds, notices and orders to cross. */
export const someDay = fc.integer({ min: 0, max: 90 }).map((n): CalendarDate => addDays(firstDay, n))
const maybeDay = fc.option(someDay)

const someTarget = fc
  .record({
    found: fc.constantFrom('subscriber', 'none', null),
    notices: fc.array(
      fc.record({
        number: fc.nat(9),
        channel: fc.constantFrom('e-mail' as const, 'post' as const),
        effectiveOn: maybeDay,
        failed: fc.constantFrom(false, false, true),
        lastDayOn: someDay,
        opensOn: maybeDay,
      }),
      { maxLength: 3 },
    ),
    bars: fc.array(fc.record({ number: fc.nat(9), endsOn: maybeDay }), { maxLength: 1 }),
    objections: fc.array(
      fc.record({
        number: fc.nat(9),
        kind: fc.constantFrom(...kindsOf('objectionKinds')),
        effect: fc.constantFrom(...kindsOf('objectionEffects')),
        extendsToOn: maybeDay,
        outcome: fc.option(fc.constantFrom(...kindsOf('objectionOutcomes'))),
      }),
      { maxLength: 1 },
    ),
    earlyReleases: fc.array(
      fc.record({
        number: fc.nat(9),
        ground: fc.constantFrom(...kindsOf('earlyReleaseGrounds')),
        opensOn: someDay,
      }),
      { maxLength: 1 },
    ),
    answered: fc.option(fc.constantFrom(...kindsOf('productionKinds')), { freq: 6 }),
    prepared: fc.boolean(),
  })
  .map(
    (target): Omit<TargetFacts, 'number'> => ({
      ...target,
      subscriberId: target.found === 'subscriber' ? 1 : null,
    }),
  )

/** Any facts that rows could hold, likely and unlikely ones. */
export const someFacts: fc.Arbitrary<SubpoenaFacts> = fc
  .record({
    governmental: fc.constant(false),
    deemedReceivedOn: someDay,
    complianceOn: maybeDay,
    holdDays: fc.constantFrom(14, 0, 21),
    noticeDays: fc.constantFrom(10, 7),
    judgement: fc.constantFrom(
      'accepted',
      'accepted',
      'accepted',
      'accepted-in-part',
      'deficient',
      'withdrawn',
      null,
    ),
    closed: fc.constant(false),
    terms: fc.constantFrom('agreed', 'waived', 'not-applicable', 'sent', 'refused', null),
    preservationDone: fc.boolean(),
    inboxLookedAt: fc.option(someDay.map((day): Instant => instantOf(day, '08:00', 'America/Los_Angeles'))),
    targets: fc.array(someTarget, { minLength: 1, maxLength: 4 }),
  })
  .map(
    (facts): SubpoenaFacts => ({
      ...facts,
      targets: facts.targets.map((target, index) => ({ ...target, number: index + 1 })),
    }),
  )
