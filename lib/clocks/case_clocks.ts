import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import type { CaseToday } from '#lib/today/case_file.ts'
import { dutyMarks } from './duty_marks.ts'
import type { ClockFacts, ClockMark, InvoiceClock } from './marks.ts'
import { pastMarks } from './past_marks.ts'
import { holdMarks, releaseMarks } from './release_marks.ts'

/** Every clock of a subpoena, the earliest first; on one day in the order in which they matter. */
export function caseClocks(given: CaseToday, facts: ClockFacts): ClockMark[] {
  return [
    ...pastMarks(given, facts),
    ...dutyMarks(given, facts),
    ...holdMarks(given),
    ...releaseMarks(given),
    ...invoiceMarks(facts.invoices, given.today),
  ].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** The due days of invoices; all that billing has of the strip beside the receipt. */
export function invoiceMarks(invoices: readonly InvoiceClock[], today: CalendarDate): ClockMark[] {
  return invoices.map(({ number, dueOn, derivation, isSettled }) => ({
    on: dueOn,
    glyph: isSettled ? 'tick' : 'check',
    words: isSettled ? `${number} was due, and is settled` : `${number} is due`,
    ...(!isSettled && dueOn < today ? { tone: 'brick' as const } : {}),
    derivation,
  }))
}

/** The next day from today on of which somebody should think. */
export function nextMark(marks: readonly ClockMark[], today: CalendarDate): ClockMark | null {
  return marks.find(({ on }) => on >= today && on < addDays(today, 3660)) ?? null
}
