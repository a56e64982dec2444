'use client'
import type { ReactNode } from 'react'
import { useFormState } from '#app/_ui/form_context.tsx'

/**
 * Fields that are rarely needed, behind a line that says when. Open where something stands in one of them, or where a
 * refusal speaks of one: an error is never hidden.
 *
 * @param names Of the fields within.
 * @param mends A field elsewhere whose refusal they mend.
 */
export function MoreFields(props: {
  summary: string
  names: readonly string[]
  mends?: string
  open?: boolean
  children: ReactNode
}) {
  const { summary, names, mends = '', open = false, children } = props
  const { values, errors } = useFormState()
  const isNeeded = [...names, mends].some((name) => errors[name] !== undefined)
  const isFilled = names.some((name) => values[name] !== undefined && [values[name]].flat()[0] !== '')
  return (
    <details className="mt-3" open={open || isNeeded || isFilled}>
      <summary className="link">{summary}</summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
