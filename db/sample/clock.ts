import type { CalendarDate } from '#lib/calendar/date.ts'
import { type Instant, instantOf } from '#lib/calendar/instant.ts'
import { seeded } from './random.ts'

const minute = 60_000

/** The sample's own time. It only moves on, and never past the moment at which the sample is made. */
export class SampleClock {
  now: Instant
  readonly zone: string
  readonly end: Instant
  readonly #random: () => number
  /** When the day that is open begins to end. */
  #evening: Instant

  constructor(start: Instant, end: Instant, zone: string) {
    this.now = start
    this.end = end
    this.zone = zone
    this.#random = seeded(`${end}`)
    this.#evening = start
  }

  /** The office opens. */
  open(day: CalendarDate): void {
    this.#evening = instantOf(day, '16:10', this.zone)
    this.notBefore(instantOf(day, '08:24', this.zone))
  }

  notBefore(at: Instant): void {
    if (at > this.now) this.now = Math.min(at, this.end) as Instant
  }

  /** The minutes that a piece of work takes. What is left late in the afternoon is done quickly. */
  work(): void {
    const isLate = this.now > this.#evening
    this.#pass(Math.round((isLate ? 0.2 + this.#random() * 0.4 : 2 + this.#random() * 20) * minute))
  }

  /** The seconds that a mail server takes. */
  wait(): void {
    this.#pass(Math.round((2 + this.#random() * 5) * 1000))
  }

  /** On the last morning everything goes faster, so that a day's work is done by now. */
  #pass(milliseconds: number): void {
    const left = this.end - this.now
    this.now = (this.now + Math.min(milliseconds, Math.floor(left / 60))) as Instant
  }
}
