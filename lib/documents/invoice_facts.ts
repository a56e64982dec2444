import type { InvoiceLine } from '#lib/billing/lines.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import type { Derived } from '#lib/calendar/derivation.ts'
import type { Office } from '#lib/letters/office.ts'
import type { Cents } from '#lib/money.ts'

/** A line as issued: its day, kind and words, what was counted, at what rate, and what it comes to. */
export type PrintedLine = Pick<InvoiceLine, 'kind' | 'on' | 'description' | 'quantity' | 'rate' | 'cents'>

/** What billing may print of a case: no subscriber, no identifier. An empty text or a null day is left out. */
export type BilledCase = {
  readonly reference: string
  readonly caption: string
  readonly court: string
  readonly caseNumber: string
  /** The day on the served paper. */
  readonly subpoenaOn: CalendarDate | null
}

export type InvoiceFacts = {
  readonly office: Office
  readonly number: string
  readonly issuedOn: CalendarDate
  readonly case: BilledCase
  /** Name first, then attention and address, a line each; line breaks within a text count too. */
  readonly billTo: readonly string[]
  readonly lines: readonly PrintedLine[]
  readonly total: Cents
  /** Calendar days after receipt. */
  readonly dueDays: number
  /**
   * When it is likely to arrive, and the due day that follows: `how` reads after "If", such as "Federal Express
   * delivers it". Null: only the rule is printed.
   */
  readonly expected: {
    readonly how: string
    readonly on: CalendarDate
    readonly due: Derived<CalendarDate>
  } | null
  /** Whose rates they are, as a sentence. */
  readonly basis: string
  /** The head of the history when it was issued, for the foot; empty: not said. */
  readonly historyHead: string
}

export type CreditMemoFacts = {
  readonly office: Office
  readonly number: string
  readonly issuedOn: CalendarDate
  readonly case: BilledCase
  readonly billTo: readonly string[]
  readonly invoice: { readonly number: string; readonly issuedOn: CalendarDate; readonly total: Cents }
  readonly reason: string
  /** What is taken off, above zero. */
  readonly amount: Cents
  /** What is left to pay of the invoice after this memo and all before it, as of the day of issue. */
  readonly balance: Cents
  readonly historyHead: string
}
