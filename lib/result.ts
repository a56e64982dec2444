/** The rules saying no: a kebab-case fact with its sentence, and the field at fault where there is one. */
export type Refusal<Kind extends string = string> = {
  readonly kind: Kind
  readonly sentence: string
  readonly field?: string
  readonly [fact: string]: unknown
}

export type Accepted<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Kind extends string = string> = { readonly ok: false; readonly refusal: Refusal<Kind> }

/** What every rule and every command answers. A refusal is a value; a broken world is an exception. */
export type Result<Value, Kind extends string = string> = Accepted<Value> | Refused<Kind>

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value }
}

// biome-ignore lint/suspicious/noExplicitAny: each entry of a table takes facts of its own shape
type Sentences = Record<string, (facts: any) => string>
type FactsOf<Sentence> = Sentence extends (facts: infer Facts) => string ? Facts : never

/**
 * Makes the `refuse` of a noun from its table of sentences. The kinds are the keys, so that a refusal without an
 * English sentence does not compile.
 *
 * @example
 * export const refuse = refusals({ 'hold-not-over': ({ opensOn }: { opensOn: CalendarDate }) => `…` })
 * refuse('hold-not-over', { opensOn })
 */
export function refusals<Table extends Sentences>(table: Table) {
  return function refuse<Kind extends keyof Table & string>(
    kind: Kind,
    ...[facts, field]: unknown extends FactsOf<Table[Kind]>
      ? [facts?: Record<string, never>, field?: string]
      : [facts: FactsOf<Table[Kind]>, field?: string]
  ): Refused<Kind> {
    const sentence = table[kind]?.(facts) ?? kind
    return { ok: false, refusal: { ...(facts as object), kind, sentence, ...(field ? { field } : {}) } }
  }
}
