import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessCalendar } from '#lib/calendar/business.ts'
import { addDays, calendarDate } from '#lib/calendar/date.ts'
import { californiaHolidays, federalHolidays } from '#lib/calendar/holidays.ts'
import { kindsOf } from '#lib/kinds.ts'
import { isStay, needsPaper, usualEffect, usualExtension } from './effects.ts'

const years = [2025, 2026, 2027, 2028, 2029]
const calendar = businessCalendar(
  years.flatMap((year) => [...federalHolidays(year), ...californiaHolidays(year)]),
)

test.each([
  { kind: 'motion', effect: 'stays-part', because: 'a court will rule' },
  { kind: 'statutory', effect: 'stays-part', because: 'the statute says so' },
  { kind: 'intent', effect: 'extends-to-day', because: 'there must be time to file' },
  { kind: 'informal', effect: 'none', because: 'a complaint alone stops nothing' },
  { kind: 'provider', effect: 'stays-part', because: 'the requester must move to compel' },
  { kind: 'party', effect: 'stays-all', because: 'it is about the whole paper' },
] as const)('$kind: $effect, since $because', ({ kind, effect }) => {
  expect(usualEffect(kind)).toBe(effect)
})

describe('an announced objection extends the hold', () => {
  test.each([
    {
      holdEndsOn: '2026-03-16',
      complianceOn: '2026-04-01',
      to: '2026-04-01',
      because: 'compliance is later',
    },
    {
      holdEndsOn: '2026-03-16',
      complianceOn: '2026-03-31',
      to: '2026-04-01',
      because: 'César Chávez Day is closed',
    },
    {
      holdEndsOn: '2026-03-16',
      complianceOn: '2026-03-13',
      to: '2026-03-26',
      because: 'compliance is over: ten days',
    },
    {
      holdEndsOn: '2026-03-16',
      complianceOn: null,
      to: '2026-03-26',
      because: 'no compliance day: ten days',
    },
  ])('from $holdEndsOn to $to: $because', ({ holdEndsOn, complianceOn, to }) => {
    const facts = {
      holdEndsOn: calendarDate(holdEndsOn),
      complianceOn: complianceOn === null ? null : calendarDate(complianceOn),
    }
    const { value, derivation } = usualExtension(facts, 10, calendar)
    expect(value).toBe(to)
    expect(derivation.steps.at(-1)).toMatchObject({ kind: 'answer', on: to })
  })

  const day = fc.integer({ min: 0, max: 1000 }).map((n) => addDays(calendarDate('2026-01-05'), n))

  test('always past its end, never to a closed day, and to compliance where that is later', () => {
    fc.assert(
      fc.property(day, fc.option(day), fc.integer({ min: 1, max: 30 }), (holdEndsOn, complianceOn, days) => {
        const { value } = usualExtension({ holdEndsOn, complianceOn }, days, calendar)
        expect(value > holdEndsOn).toBe(true)
        expect(calendar.isBusinessDay(value)).toBe(true)
        if (complianceOn && complianceOn > holdEndsOn) expect(value >= complianceOn).toBe(true)
      }),
    )
  })
})

test('no stay is lifted, and nothing quashed, without its paper; all else may be closed without', () => {
  for (const effect of kindsOf('objectionEffects')) {
    for (const outcome of kindsOf('objectionOutcomes')) {
      expect(needsPaper(effect, outcome)).toBe(isStay(effect) || outcome === 'quashed')
    }
  }
  expect(isStay('extends-to-day')).toBe(false)
})
