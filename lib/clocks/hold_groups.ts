import { type CalendarDate, earliest, latest } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import { effectiveNotice, standingStay } from '#lib/subpoena/lane.ts'
import { targetLetter } from '#lib/subpoena/target.ts'
import type { CaseToday, LaneToday } from '#lib/today/case_file.ts'

/** Lanes whose hold began, ends, opens and is stayed on the same days: one bar on the strip. */
export type HoldGroup = {
  readonly targets: readonly number[]
  readonly from: CalendarDate
  readonly holdEndsOn: Derived<CalendarDate>
  readonly opensOn: Derived<CalendarDate>
  readonly stayedFrom: CalendarDate | null
  /** Its last day has passed. */
  readonly isOver: boolean
  readonly isOpen: boolean
}

/** The lanes that have a hold with an end, grouped; the one that ends first comes first. */
export function holdGroups(given: CaseToday): HoldGroup[] {
  const groups = new Map<string, HoldGroup>()
  for (const lane of given.lanes) {
    const one = groupOf(lane, given)
    if (!one) continue
    const key = [one.from, one.holdEndsOn.value, one.opensOn.value, one.stayedFrom].join()
    const before = groups.get(key)
    groups.set(key, before ? { ...before, targets: [...before.targets, ...one.targets] } : one)
  }
  return [...groups.values()].sort((a, b) => (a.holdEndsOn.value < b.holdEndsOn.value ? -1 : 1))
}

const held: readonly string[] = ['on-hold', 'stayed', 'ready', 'released']

function groupOf({ target, state }: LaneToday, { file, today }: CaseToday): HoldGroup | null {
  const { value, derivation } = state.holdEndsOn
  const from = effectiveNotice(target)?.effectiveOn ?? null
  if (value === null || state.opensOn === null || from === null || !held.includes(state.lane)) return null
  const stay = standingStay(target)
  const stayedFrom = stay
    ? (file.objections.find(({ number }) => number === stay.number)?.receivedOn ?? null)
    : null
  return {
    targets: [target.number],
    from,
    holdEndsOn: { value, derivation },
    opensOn: state.opensOn,
    stayedFrom,
    isOver: value < today,
    isOpen: state.opensOn.value <= today,
  }
}

const mostBars = 6

export type HoldBar = {
  readonly name: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly stayedFrom: CalendarDate | null
}

/** One bar for each group, at most six: where there are more, the last stands for all that end later. */
export function holdBars(groups: readonly HoldGroup[]): HoldBar[] {
  const bars = groups.map(
    ({ targets, from, holdEndsOn, stayedFrom }): HoldBar => ({
      name: targets.length > 2 ? `${targetLetter(targets[0] ?? 1)}+${targets.length - 1}` : letters(targets),
      from,
      to: holdEndsOn.value,
      stayedFrom,
    }),
  )
  const rest = bars.slice(mostBars - 1)
  if (rest.length < 2) return bars
  const merged = rest.reduce((all, one) => ({
    name: `+${rest.length}`,
    from: earliest(one.from, all.from),
    to: latest(one.to, all.to),
    stayedFrom: null,
  }))
  return [...bars.slice(0, mostBars - 1), merged]
}

/** "A", "A·B", "12 targets". */
export function letters(targets: readonly number[]): string {
  if (targets.length > 6) return `${targets.length} targets`
  return [...targets]
    .sort((a, b) => a - b)
    .map(targetLetter)
    .join('·')
}
