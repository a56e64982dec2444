import type { CalendarDate } from '#lib/calendar/date.ts'
import { daysAway, formatInstant, formatShort } from '#lib/calendar/format.ts'
import type { Instant } from '#lib/calendar/instant.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { Mark } from './states.tsx'

/** Two decimals always, a true minus. `total` is the one with the double rule. */
export function Money({ amount, total }: { amount: Cents; total?: boolean }) {
  return <span className={total ? 'money total' : 'money'}>{formatMoney(amount)}</span>
}

/** "Tue 17 Feb": the weekday is always there, since rules turn on it; the year when it is not this one. */
export function DateText({ date, today }: { date: CalendarDate; today: CalendarDate }) {
  return (
    <time className="date" dateTime={date}>
      {formatShort(date, today)}
    </time>
  )
}

/** "Mon 9 Feb, 4:50 pm", in the office's zone. */
export function InstantText({ at, zone, today }: { at: Instant; zone: string; today: CalendarDate }) {
  return <span className="date">{formatInstant(at, zone, today)}</span>
}

/** How far a day is: late with a triangle, today with a dot, tomorrow bold, all else plain. */
export function DaysAway({ date, today }: { date: CalendarDate; today: CalendarDate }) {
  const words = daysAway(date, today)
  if (date < today) return <Mark glyph="triangle" tone="brick" words={words} bold />
  if (words === 'today') return <Mark glyph="dot" tone="ochre" words={words} bold />
  return <span className={words === 'tomorrow' ? 'away-words bold' : 'away-words second'}>{words}</span>
}
