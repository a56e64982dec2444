'use client'
import { createContext, type ReactNode, useContext, useEffect } from 'react'

/** What a form knows after it was sent: what was typed, and the sentence for each field at fault. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: Readonly<Record<string, string>>
}

const nothing: FormState = { values: {}, errors: {} }
const FormContext = createContext<FormState>(nothing)

/** Wraps the fields of one form, so that nothing typed is lost and each sentence stands beside its field. */
export function FormStateProvider({ state, children }: { state: FormState; children: ReactNode }) {
  useEffect(() => {
    if (Object.keys(state.errors).length > 0) toFirstFault()
  }, [state])
  return <FormContext value={state}>{children}</FormContext>
}

/** After an answer of no, the person stands at the first field that needs them. */
function toFirstFault() {
  document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus()
}

export function useFormState(): FormState {
  return useContext(FormContext)
}

/** One field's part of it; what was typed wins over the value on file. */
export function useField(name: string, given: { value?: string; error?: string }) {
  const { values, errors } = useFormState()
  const typed = values[name]
  const value = typed === undefined ? given.value : typeof typed === 'string' ? typed : typed[0]
  return { value, error: errors[name] ?? given.error }
}

/** The same for a field that may be chosen several times. */
export function useFieldChoices(name: string, given: { values?: readonly string[]; error?: string }) {
  const { values, errors } = useFormState()
  const typed = values[name]
  const chosen = typed === undefined ? given.values : typeof typed === 'string' ? [typed] : typed
  return { chosen: chosen ?? [], error: errors[name] ?? given.error }
}
