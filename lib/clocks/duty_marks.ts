import { formatTime } from '#lib/calendar/format.ts'
import { ownObjectionDay } from '#lib/hold/own.ts'
import { type CaseToday, isLive, owedLanes } from '#lib/today/case_file.ts'
import { hasAnsweredForItself } from '#lib/today/duty_tasks.ts'
import { collisionOf } from './collision.ts'
import type { ClockFacts, ClockMark } from './marks.ts'
import { noticeBy } from './notice_by.ts'

/** What we owe whom by when: the notice, our own objection, the answer. */
export function dutyMarks(given: CaseToday, { complianceTime }: ClockFacts): ClockMark[] {
  const { facts, calendar, today } = given
  const isOwed = isLive(given) && !facts.governmental && owedLanes(given).length > 0
  const untold = given.lanes.some(({ state }) => state.lane === 'to-notify' || state.lane === 'to-research')
  const by = noticeBy(facts, calendar)
  const time = complianceTime ? `, ${formatTime(complianceTime)}` : ''
  return [
    ...(isOwed && untold
      ? [
          {
            on: by.value,
            glyph: 'envelope' as const,
            words: 'Notices, or the hold grows longer',
            tone: by.value < today ? ('brick' as const) : ('ochre' as const),
            derivation: by.derivation,
          },
        ]
      : []),
    ...(isOwed ? ownMarks(given) : []),
    ...(facts.complianceOn === null
      ? []
      : [
          {
            on: facts.complianceOn,
            glyph: 'diamond' as const,
            words: `Compliance${time}`,
            ...(isOwed && collisionOf(given) ? { tone: 'brick' as const } : {}),
          },
        ]),
  ]
}

function ownMarks(given: CaseToday): ClockMark[] {
  const { file, facts, calendar, today } = given
  const { value, derivation } = ownObjectionDay(
    { servedOn: file.servedOn, complianceOn: facts.complianceOn },
    calendar,
  )
  const answered = hasAnsweredForItself(given)
  if (!answered && today > value.limitOn) {
    return [{ on: value.limitOn, glyph: 'flag', words: 'Our objection, its limit passed', derivation }]
  }
  const late = value.safeOn < today ? ('brick' as const) : ('ochre' as const)
  return [
    {
      on: value.safeOn,
      glyph: 'flag',
      words: answered ? 'Our objection day, decided' : 'Our objection, last safe day',
      ...(answered ? {} : { tone: late }),
      derivation,
    },
    ...(answered || value.limitOn === value.safeOn
      ? []
      : [
          {
            on: value.limitOn,
            glyph: 'flag' as const,
            words: 'Our objection, legal limit',
            derivation,
          },
        ]),
  ]
}
