import type { CalendarDate } from './date.ts'

/** One day on the way to an answer: where counting began, what was counted, what was passed over, what came out. */
export type Step = {
  readonly on: CalendarDate
  readonly note: string
  readonly kind: 'anchor' | 'count' | 'skipped' | 'answer'
}

/** Why a computed day is that day. Stored and printed with it, so it is plain data. */
export type Derivation = {
  readonly rule: string
  readonly version: number
  readonly source: string
  /** The calendars whose holidays were passed over; none for a plain count of days. */
  readonly calendars: readonly string[]
  readonly steps: readonly Step[]
}

export type Derived<Value> = { readonly value: Value; readonly derivation: Derivation }

export function anchor(on: CalendarDate, note: string): Step {
  return { kind: 'anchor', on, note }
}

export function counted(on: CalendarDate, note: string): Step {
  return { kind: 'count', on, note }
}

export function answer(on: CalendarDate, note: string): Step {
  return { kind: 'answer', on, note }
}
