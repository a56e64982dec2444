/** What a form is shown with again: what was typed, a sentence for each field at fault, and the rule's own sentence. */
export type FormState = {
  readonly values: Readonly<Record<string, string | string[]>>
  readonly errors: Readonly<Record<string, string>>
  readonly refusal: { readonly kind: string; readonly sentence: string } | null
  /** Counts tries, so that fields are drawn anew with what was typed. */
  readonly tries: number
}

export const untouched: FormState = { values: {}, errors: {}, refusal: null, tries: 0 }

/** A form whose session had ended when it was sent: nothing was saved, and what was typed is here. */
export function again(values: FormState['values']): FormState {
  const sentence =
    'Your session had ended before this was sent, and nothing was saved. What you typed is here again: look it over, and send it once more.'
  return { values, errors: {}, refusal: { kind: 'session-ended', sentence }, tries: 0 }
}
