// biome-ignore-all lint/a11y/useSemanticElements: a real table would end the sentence in which this stands
// biome-ignore-all lint/a11y/useFocusableInteractive: a row of a table is read, not operated
import type { ReactNode } from 'react'
import { addDays, type CalendarDate, dayOfMonth, daysBetween, weekdayOf } from '#lib/calendar/date.ts'
import type { Derivation } from '#lib/calendar/derivation.ts'
import { formatLong, formatShort, weekdayName } from '#lib/calendar/format.ts'
import { Popover } from './popover.tsx'

type Props = {
  date: CalendarDate
  derivation: Derivation
  today: CalendarDate
  /** Whose day it is: "Hold of A and B, S-2026-00042". */
  subject: string
  /** What stands in the sentence instead of the date alone. */
  children?: ReactNode
  /** The way to contest it, or to print it: a link. */
  contest?: ReactNode
}

/** A computed day with a dotted underline; pressed, it says why it is that day. */
export function WhyDate({ date, derivation, today, subject, children, contest }: Props) {
  const shown = formatShort(date, today)
  return (
    <Popover buttonClass="why" label={`Why ${shown}?`} button={children ?? shown}>
      <span className="why-head">
        <strong>Why {inFull(date)}?</strong>
        <span>{subject}</span>
      </span>
      <DerivationTable derivation={derivation} today={today} />
      <DayCells derivation={derivation} />
      <span className="why-foot">
        Rule <b>{derivation.rule}</b>, version {derivation.version}. {derivation.source}.
        {derivation.calendars.length > 0 ? ` Calendars: ${derivation.calendars.join(', ')}.` : null} {contest}
      </span>
    </Popover>
  )
}

/** "Friday 13 February": the weekday first, since the rule turns on it. */
function inFull(date: CalendarDate): string {
  const [weekday, month, day] = formatLong(date).split(/[, ]+/)
  return `${weekday} ${day} ${month}`
}

/** Day, and what happened to it; skipped days struck through, the answer tinted. */
export function DerivationTable({ derivation, today }: { derivation: Derivation; today: CalendarDate }) {
  return (
    <span className="why-table" role="table" aria-label="How the day was counted">
      {derivation.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one day may have several steps, and they keep their order
        <span key={index} role="row" className={step.kind}>
          <span role="rowheader">
            {step.kind === 'skipped' ? <s>{formatShort(step.on, today)}</s> : formatShort(step.on, today)}
          </span>
          <span role="cell">
            {step.kind === 'answer' ? <b>{step.note}</b> : step.note}
            {step.kind === 'skipped' ? ': closed, passed over' : null}.
          </span>
        </span>
      ))}
    </span>
  )
}

const mostCells = 24

/** The same days as cells. Only where they fit on one line; the table above says all of it. */
function DayCells({ derivation }: { derivation: Derivation }) {
  const days = derivation.steps.map((step) => step.on).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || daysBetween(first, last) >= mostCells) return null
  const kinds = new Map(derivation.steps.map((step) => [step.on, step.kind]))
  const cells = Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n))
  return (
    <span className="day-cells" aria-hidden="true">
      {cells.map((on) => {
        const closed = weekdayOf(on) > 5 || kinds.get(on) === 'skipped'
        const state = kinds.get(on) === 'answer' ? 'answer' : on === first ? '' : 'run'
        return (
          <span key={on} className={closed ? `${state} hatched` : state}>
            <b>{weekdayName(on).slice(0, 1)}</b>
            {dayOfMonth(on)}
          </span>
        )
      })}
    </span>
  )
}
