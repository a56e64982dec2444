'use client'
import { useId } from 'react'
import { useField } from '#app/_ui/form_context.tsx'
import { Glyph } from '#app/_ui/glyph.tsx'
import type { CheckItem, CheckResult, Suggestion } from '#lib/review/checklist.ts'

const results: Record<CheckResult, string> = {
  passed: 'Passed',
  failed: 'Failed',
  'not-applicable': 'Not applicable',
}

/** One item: three answers on a line, a note, and what the paper as typed suggests. Nothing is chosen beforehand. */
export function CheckRow(props: {
  index: number
  item: CheckItem
  label: string
  result: CheckResult | undefined
  note: string | undefined
  by: string | undefined
  suggestion: Suggestion | undefined
}) {
  const { index, item, label, by, suggestion } = props
  const id = useId()
  const name = `checks.${index}`
  const { value: chosen } = useField(`${name}.result`, { value: props.result })
  const { value: note, error } = useField(`${name}.note`, { value: props.note })
  return (
    <li className="check-row">
      <input type="hidden" name={`${name}.item`} value={item} />
      <fieldset className="fieldset">
        <legend>{label}</legend>
        <div className="check-answers">
          {Object.entries(results).map(([value, words]) => (
            <label key={value} className="choice">
              <input type="radio" name={`${name}.result`} value={value} defaultChecked={chosen === value} />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label className="sr-only" htmlFor={`${id}-note`}>
          Note on: {label}
        </label>
        <input
          id={`${id}-note`}
          className="input"
          name={`${name}.note`}
          defaultValue={note}
          placeholder="Note"
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {error ? (
          <p className="field-error" id={`${id}-error`}>
            {error}
          </p>
        ) : null}
        <p className="field-help">
          {by ? <span>{by}. </span> : null}
          {suggestion ? (
            <span>
              <Glyph name="pencil" tone="ochre" /> Suggests {results[suggestion.result].toLowerCase()}:{' '}
              {suggestion.because}
            </span>
          ) : by ? null : (
            <span>Look at the paper.</span>
          )}
        </p>
      </div>
    </li>
  )
}
