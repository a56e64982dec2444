import type { ReactNode } from 'react'
import { type CalendarDate, dayOfMonth, weekdayOf } from '#lib/calendar/date.ts'
import { weekdayName } from '#lib/calendar/format.ts'
import { fortnightOf } from '#lib/clocks/two_weeks.ts'
import { isHoliday } from './clock_days.ts'
import { Glyph, type GlyphName } from './glyph.tsx'

export type FortnightItem = {
  readonly on: CalendarDate
  /** A short number: "00042", "00042 D", "INV-12". */
  readonly words: string
  readonly href: string
  readonly state?: 'late' | 'collides' | 'done' | 'stayed'
}

export type FortnightKind = {
  readonly name: string
  readonly glyph: GlyphName
  readonly items: readonly FortnightItem[]
  /** How many there are, where a full day shows only some of them. */
  readonly count?: number
}

const stateGlyph = { late: 'triangle', collides: 'triangle', done: 'tick', stayed: 'bars' } as const
const stateClass = { late: 'brick bold', collides: 'brick bold', done: 'third', stayed: '' } as const

/**
 * The strip of clocks, lying down: a row a kind, numbers as links, weekends narrow, holidays named. On a telephone each
 * day has a dot for each thing and a triangle where one is late or collides.
 */
export function Fortnight(props: {
  today: CalendarDate
  kinds: readonly FortnightKind[]
  whyClosed: (date: CalendarDate) => string | null
}) {
  const { today, kinds, whyClosed } = props
  const days = fortnightOf(today).map((on) => ({ on, closed: whyClosed(on) }))
  return (
    <>
      <div className="fortnight-frame">
        <table className="fortnight">
          <colgroup>
            <col className="kind" />
            {days.map(({ on }) => (
              <col key={on} className={weekdayOf(on) > 5 ? 'narrow' : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">This fortnight</th>
              {days.map(({ on, closed }) => (
                <th key={on} scope="col" className={dayClass(on, today, closed)}>
                  {weekdayName(on).slice(0, 3)} {dayOfMonth(on)}
                  {on === today ? <small>today</small> : isHoliday(closed) ? <small>{closed}</small> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.name}>
                <th scope="row">
                  <Glyph name={kind.glyph} />
                  {kind.name}
                  <span className="count">{kind.count ?? kind.items.length}</span>
                </th>
                {days.map(({ on, closed }) => (
                  <td key={on} className={dayClass(on, today, closed)}>
                    {kind.items.filter((item) => item.on === on).map(itemLink)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Dots {...{ days, kinds, today }} />
    </>
  )
}

function itemLink(item: FortnightItem): ReactNode {
  return (
    <a key={item.words} href={item.href} className={item.state && stateClass[item.state]}>
      {item.state ? <Glyph name={stateGlyph[item.state]} label={item.state} /> : null}
      {item.words}
    </a>
  )
}

function dayClass(on: CalendarDate, today: CalendarDate, closed: string | null): string | undefined {
  if (on === today) return 'is-today'
  return [closed && 'hatched', on < today && 'past'].filter(Boolean).join(' ') || undefined
}

function Dots(props: {
  days: readonly { on: CalendarDate; closed: string | null }[]
  kinds: readonly FortnightKind[]
  today: CalendarDate
}) {
  // One paper may have several clocks on one day.
  const items = props.kinds.flatMap(({ name, items }) =>
    items.map((item) => ({ ...item, key: `${name} ${item.words}` })),
  )
  return (
    <ul className="fortnight-dots" aria-label="This fortnight">
      {props.days.map(({ on, closed }) => {
        const own = items.filter((item) => item.on === on)
        const warned = own.some((item) => item.state === 'late' || item.state === 'collides')
        return (
          <li
            key={on}
            className={dayClass(on, props.today, closed)}
            aria-current={on === props.today ? 'date' : undefined}
          >
            <span aria-hidden="true">{weekdayName(on).slice(0, 1)}</span>
            <b>
              <span className="sr-only">{weekdayName(on)} </span>
              {dayOfMonth(on)}
              <span className="sr-only">: {own.length}</span>
            </b>
            <span className="dots" aria-hidden="true">
              {warned ? <Glyph name="triangle" tone="brick" /> : null}
              {own.slice(warned ? 1 : 0).map((item) => (
                <i key={item.key} />
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
