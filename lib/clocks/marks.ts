import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Derivation, Derived } from '#lib/calendar/derivation.ts'
import type { KindOf } from '#lib/kinds.ts'

/** A day of one subpoena, with its mark on the strip; a computed one says how it was counted. */
export type ClockMark = {
  readonly on: CalendarDate
  readonly words: string
  readonly glyph:
    | 'dot'
    | 'envelope'
    | 'bent-arrow'
    | 'half-disc'
    | 'bars'
    | 'flag'
    | 'diamond'
    | 'door'
    | 'check'
    | 'tick'
  /** Brick for what collides or is late, ochre for a last safe day. */
  readonly tone?: 'brick' | 'ochre'
  readonly derivation?: Derivation
}

/** What the strip needs beside the facts that everything else is worked out from. */
export type ClockFacts = {
  readonly receivedOn: CalendarDate
  readonly serviceMethod: KindOf<'serviceMethods'>
  readonly deemedReceived: Derived<CalendarDate>
  /** "17:00", as printed; null where the paper names no time. */
  readonly complianceTime: string | null
  readonly notices: readonly {
    readonly on: CalendarDate
    readonly channel: 'e-mail' | 'post'
    readonly targets: readonly number[]
    readonly failedOn: CalendarDate | null
    readonly effectiveOn: CalendarDate | null
  }[]
  readonly objections: readonly {
    readonly number: number
    readonly kind: KindOf<'objectionKinds'>
    readonly receivedOn: CalendarDate
    readonly targets: readonly number[]
    readonly outcome: KindOf<'objectionOutcomes'> | null
    readonly outcomeOn: CalendarDate | null
  }[]
  readonly invoices: readonly InvoiceClock[]
}

export type InvoiceClock = {
  readonly number: string
  readonly dueOn: CalendarDate
  readonly derivation: Derivation
  readonly isSettled: boolean
}
