'use client'
import { type ReactNode, useActionState } from 'react'
import { FormStateProvider } from '#app/_ui/form_context.tsx'
import { Refusal } from '#app/_ui/messages.tsx'
import type { FormAction } from './action.ts'
import { again, type FormState, untouched } from './form_state.ts'

/**
 * The form's own state: after an answer of no, the sentence stands at its head and beside each field, and what was
 * typed is there again. It works the same before scripts arrive, when the answer is a whole page.
 */
export function CommandForm(props: {
  action: FormAction
  /** What was typed before the session ended. */
  kept?: FormState['values'] | null
  children: ReactNode
}) {
  const { action, kept, children } = props
  const [state, act] = useActionState(action, kept ? again(kept) : untouched)
  return (
    <form action={act} noValidate className="form">
      {state.refusal ? <Refusal sentence={state.refusal.sentence} /> : null}
      <FormStateProvider key={state.tries} state={state}>
        {children}
      </FormStateProvider>
    </form>
  )
}
