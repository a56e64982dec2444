import {
  addDays,
  type CalendarDate,
  dayOfMonth,
  daysBetween,
  earliest,
  latest,
  monthOf,
} from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'

/** A hold as a bar: from its first day to its last; open while `to` is null, and stayed from a day on. */
export type ClockBar = {
  readonly name: string
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly stayedFrom?: CalendarDate | null
}

/** Two days that cannot both be kept, and how far they are apart, in words. */
export type Collision = { readonly from: CalendarDate; readonly to: CalendarDate; readonly words: string }

/** What one bar draws on one day. */
export type Piece = {
  readonly look: 'name' | 'run' | 'left' | 'stayed'
  readonly first?: boolean
  readonly last?: boolean
}

export type ClockDay<Event> = {
  readonly on: CalendarDate
  /** Days that this line stands for: more than one where nothing happens for longer than a week. */
  readonly days: number
  readonly label: string
  readonly isToday: boolean
  /** Why no business is done, null on a business day or in a stretch. */
  readonly closed: string | null
  readonly events: readonly Event[]
  readonly pieces: readonly (Piece | null)[]
  readonly bracket: 'first' | 'middle' | 'words' | 'last' | null
}

const longestQuiet = 7

/**
 * The lines of the strip, one a day from the first event to the day after the last; a quiet stretch is one line.
 * Every day of the span is on exactly one line.
 */
export function clockDays<Event extends { readonly on: CalendarDate }>(facts: {
  today: CalendarDate
  events: readonly Event[]
  bars: readonly ClockBar[]
  collision?: Collision | null
  whyClosed: (date: CalendarDate) => string | null
}): ClockDay<Event>[] {
  const { today, events, bars, collision, whyClosed } = facts
  const marked = new Set([
    today,
    ...events.map((event) => event.on),
    ...bars.flatMap((bar) => [addDays(bar.from, -1), bar.from, ...(bar.to ? [bar.to] : [])]),
    ...bars.flatMap((bar) => (bar.stayedFrom ? [bar.stayedFrom] : [])),
    ...(collision ? [collision.from, collision.to] : []),
  ])
  const first = earliest(today, ...marked)
  const last = addDays(latest(today, ...marked), 1)

  const lines: { on: CalendarDate; days: number }[] = []
  for (let on = first; on <= last; ) {
    let quiet = 0
    while (!marked.has(addDays(on, quiet)) && addDays(on, quiet) <= last) quiet += 1
    const days = quiet > longestQuiet ? quiet : 1
    lines.push({ on, days })
    on = addDays(on, days)
  }

  const middle =
    collision && addDays(collision.from, Math.floor(daysBetween(collision.from, collision.to) / 2))
  const drawn = lines.map(({ on, days }) => {
    const until = addDays(on, days - 1)
    const own = events.filter((event) => event.on === on)
    const closed = days === 1 ? whyClosed(on) : null
    const labelled = days === 1 && (own.length > 0 || on === today || isHoliday(closed))
    return {
      on,
      days,
      closed,
      events: own,
      isToday: on === today,
      label:
        days > 1 ? `${days} days` : labelled ? `${formatShort(on, on).slice(0, 3)} ${dayOfMonth(on)}` : '',
      pieces: bars.map((bar) => pieceOf(bar, on, until, today)),
      bracket: collision ? bracketOf(collision, middle ?? collision.from, on, until) : null,
    }
  })
  return withMonths(drawn)
}

/** The month stands on the empty line over its first named day, or beside that day where there is none. */
function withMonths<Event>(lines: readonly ClockDay<Event>[]): ClockDay<Event>[] {
  const named = lines.filter((line) => line.label !== '' && line.days === 1)
  const firsts = named.filter((line, index) => monthOf(line.on) !== monthOf(named[index - 1]?.on ?? line.on))
  return lines.map((line, index) => {
    const next = lines[index + 1]
    const month = next && firsts.includes(next) && line.label === '' ? formatShort(next.on, next.on) : null
    if (month) return { ...line, label: month.slice(-3) }
    const over = lines[index - 1]
    return firsts.includes(line) && over?.label !== ''
      ? { ...line, label: formatShort(line.on, line.on) }
      : line
  })
}

/** A closed day that is not an ordinary weekend. */
export function isHoliday(closed: string | null): boolean {
  return closed !== null && closed !== 'Saturday' && closed !== 'Sunday'
}

function pieceOf(bar: ClockBar, on: CalendarDate, until: CalendarDate, today: CalendarDate): Piece | null {
  if (addDays(until, 1) === bar.from) return { look: 'name' }
  if (on < bar.from || (bar.to && !bar.stayedFrom && on > bar.to)) return null
  const first = on === bar.from
  if (bar.stayedFrom && on >= bar.stayedFrom) return { look: 'stayed', first }
  return { look: on <= today ? 'run' : 'left', first, last: on === bar.to }
}

function bracketOf(
  { from, to }: Collision,
  middle: CalendarDate,
  on: CalendarDate,
  until: CalendarDate,
): ClockDay<never>['bracket'] {
  if (until < from || on > to || from >= to) return null
  if (on === from) return 'first'
  if (on === to) return 'last'
  return on <= middle && middle <= until ? 'words' : 'middle'
}
