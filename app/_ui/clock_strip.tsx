import type { ReactNode } from 'react'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import {
  type ClockBar,
  type ClockDay,
  type Collision,
  clockDays,
  isHoliday,
  type Piece,
} from './clock_days.ts'
import { Glyph, type GlyphName, type Tone } from './glyph.tsx'

export type ClockEvent = {
  readonly on: CalendarDate
  readonly words: ReactNode
  readonly glyph?: GlyphName
  /** Brick for what collides or is late, ochre for a last safe day. */
  readonly tone?: Tone
}

/**
 * Every clock of a subpoena on one upright strip, a line a day: envelope notice, half disc hold ends, flag our
 * objection, diamond compliance, door release opens, check payment due. It is a table, so it is also read as one.
 *
 * @param bars One for each group of lanes, at most six.
 * @param whyClosed The reason for which no business is done on a day, or null (`calendar.whyClosed`).
 */
export function ClockStrip(props: {
  today: CalendarDate
  events: readonly ClockEvent[]
  bars: readonly ClockBar[]
  collision?: Collision | null
  whyClosed: (date: CalendarDate) => string | null
}) {
  const { today, bars, collision } = props
  return (
    <table className="clock-strip">
      <caption className="sr-only">{inWords(bars, today)}</caption>
      <tbody>
        {clockDays(props).map((day) => (
          <tr key={day.on} className={day.isToday ? 'today-line' : day.days > 1 ? 'gap' : undefined}>
            <th scope="row">
              {day.label ? (
                <time dateTime={day.on}>{day.label}</time>
              ) : (
                <span className="sr-only">{day.on}</span>
              )}
            </th>
            <td className={day.closed ? 'clock-bars hatched' : 'clock-bars'}>
              <Bars day={day} bars={bars} />
            </td>
            <td className="events">
              <Events day={day} />
            </td>
            {collision ? (
              <td className={`bracket ${day.bracket ?? ''}`}>
                {day.bracket ? (
                  <span>{day.bracket === 'words' ? <b>{collision.words}</b> : null}</span>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bars({ day, bars }: { day: ClockDay<ClockEvent>; bars: readonly ClockBar[] }) {
  return (
    <span aria-hidden="true">
      {day.pieces.map((piece, index) => (
        <i key={bars[index]?.name} className={classOf(piece)}>
          {piece?.look === 'name' ? bars[index]?.name : null}
        </i>
      ))}
    </span>
  )
}

function classOf(piece: Piece | null): string | undefined {
  if (!piece) return undefined
  if (piece.look === 'name') return 'bar-name'
  return ['bar', piece.look, piece.first && 'first', piece.last && 'last'].filter(Boolean).join(' ')
}

function Events({ day }: { day: ClockDay<ClockEvent> }) {
  return (
    <>
      {day.isToday ? (
        <p>
          <span className="no-glyph" />
          <span className="today-word">Today</span>
        </p>
      ) : null}
      {isHoliday(day.closed) ? (
        <p className="second">
          <span className="no-glyph" />
          {day.closed}
        </p>
      ) : null}
      {day.events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the events of one day keep their order
        <p key={index} className={event.tone && event.tone !== 'ink' ? `${event.tone} bold` : undefined}>
          {event.glyph ? <Glyph name={event.glyph} /> : <span className="no-glyph" />}
          <span>{event.words}</span>
        </p>
      ))}
    </>
  )
}

/** The bars for who cannot see them. */
function inWords(bars: readonly ClockBar[], today: CalendarDate): string {
  const day = (date: CalendarDate) => formatShort(date, today)
  const sentences = bars.map(({ name, from, to, stayedFrom }) => {
    if (stayedFrom) return `${name}: held from ${day(from)}, stayed since ${day(stayedFrom)}.`
    return to
      ? `${name}: held from ${day(from)} to ${day(to)}.`
      : `${name}: held from ${day(from)}, no end yet.`
  })
  return ['Clocks, a line a day.', ...sentences].join(' ')
}
