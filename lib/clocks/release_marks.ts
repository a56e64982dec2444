import { noRecordsOpenOn, opensWhenTold } from '#lib/subpoena/release.ts'
import { type CaseToday, isLive } from '#lib/today/case_file.ts'
import { collisionOf } from './collision.ts'
import { holdGroups, letters } from './hold_groups.ts'
import type { ClockMark } from './marks.ts'

/** The end of each hold and the opening after it. */
export function holdMarks(given: CaseToday): ClockMark[] {
  const collision = collisionOf(given)
  // A stayed hold ends for nobody: its bar stays open until there is an outcome.
  const running = holdGroups(given).filter(({ stayedFrom }) => stayedFrom === null)
  return running.flatMap(({ targets, holdEndsOn, opensOn, isOver, isOpen }): ClockMark[] => {
    const whose = letters(targets)
    const collides = collision?.opensOn === opensOn.value && !collision.atTheEarliest
    return [
      {
        on: holdEndsOn.value,
        glyph: 'half-disc',
        words: isOver ? `Hold of ${whose} ended` : `Hold of ${whose} ends`,
        derivation: holdEndsOn.derivation,
      },
      {
        on: opensOn.value,
        glyph: 'door',
        words: isOpen ? `Release of ${whose} opened` : `Release of ${whose} opens`,
        ...(collides ? { tone: 'brick' as const } : {}),
        derivation: opensOn.derivation,
      },
    ]
  })
}

/** Nobody was told yet, so their hold has no end; it cannot open before one that is told at once. */
const untoldLanes: readonly string[] = ['to-research', 'to-notify', 'notice-failed']

/** From when an answer could leave where no hold has an end, and what has left. */
export function releaseMarks(given: CaseToday): ClockMark[] {
  const { file, facts, calendar, lanes, today } = given
  const none = lanes
    .filter(({ target, state }) => state.lane === 'no-records' && target.answered === null)
    .map(({ target }) => target.number)
  const isUntold = lanes.some(({ state }) => untoldLanes.includes(state.lane))
  const collision = collisionOf(given)
  return [
    ...(isUntold && isLive(given) && !facts.governmental
      ? [
          {
            on: opensWhenTold(facts, calendar, today),
            glyph: 'door' as const,
            words: 'Release opens, at the earliest',
            ...(collision?.atTheEarliest ? { tone: 'brick' as const } : {}),
          },
        ]
      : []),
    ...(none.length > 0 && isLive(given)
      ? [
          {
            on: noRecordsOpenOn(facts, calendar),
            glyph: 'door' as const,
            words: `No records for ${letters(none)} may be said`,
          },
        ]
      : []),
    ...file.productions.flatMap(({ number, releasedOn }) =>
      releasedOn ? [{ on: releasedOn, glyph: 'tick' as const, words: `Production ${number} released` }] : [],
    ),
  ]
}
