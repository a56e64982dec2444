'use client'
import { type ReactNode, useId } from 'react'
import { useField, useFieldChoices, useFormState } from './form_context.tsx'
import type { Option } from './inputs.tsx'

/** One yes or no. Sends `value` (`on`) when ticked and nothing when not. */
export function Checkbox(props: {
  name: string
  label: ReactNode
  help?: ReactNode
  value?: string
  checked?: boolean
  error?: string
}) {
  const { name, label, help, value = 'on', checked } = props
  const id = useId()
  const { values } = useFormState()
  const { error } = useField(name, props)
  const touched = Object.keys(values).length > 0
  const ticked = touched ? [values[name]].flat().includes(value) : checked
  return (
    <div className="field">
      <Choice
        {...{ id, name, value, help, ticked, label, error }}
        type="checkbox"
        describedBy={error && `${id}-error`}
      />
      <FieldError id={id} error={error} />
    </div>
  )
}

/** One of a few, all of them seen. */
export function RadioGroup(props: {
  name: string
  label: string
  options: readonly Option[]
  value?: string
  help?: ReactNode
  error?: string
}) {
  const { value, error } = useField(props.name, props)
  return <Choices {...props} type="radio" chosen={value === undefined ? [] : [value]} error={error} />
}

/** Any of a few; each ticked one sends its value under the same name. */
export function CheckboxGroup(props: {
  name: string
  label: string
  options: readonly Option[]
  values?: readonly string[]
  help?: ReactNode
  error?: string
}) {
  const { values } = useFormState()
  const { chosen, error } = useFieldChoices(props.name, props)
  // After an error, none ticked was also an answer.
  const none = Object.keys(values).length > 0 && values[props.name] === undefined
  return <Choices {...props} type="checkbox" chosen={none ? [] : chosen} error={error} />
}

type ChoicesProps = {
  name: string
  label: string
  options: readonly Option[]
  type: 'radio' | 'checkbox'
  chosen: readonly string[]
  help?: ReactNode
  error?: string
}

function Choices({ name, label, options, type, chosen, help, error }: ChoicesProps) {
  const id = useId()
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className="fieldset small-legend" aria-describedby={described}>
      <legend>{label}</legend>
      {options.map((option) => (
        <Choice
          key={option.value}
          id={`${id}-${option.value}`}
          ticked={chosen.includes(option.value)}
          {...{ name, type, error, value: option.value, label: option.label, help: option.help }}
        />
      ))}
      <FieldError id={id} error={error} />
      {help ? (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </fieldset>
  )
}

function Choice(props: {
  id: string
  type: 'radio' | 'checkbox'
  name: string
  value: string
  label: ReactNode
  help?: ReactNode
  ticked?: boolean
  error?: string
  describedBy?: string
}) {
  const { id, type, name, value, label, help, ticked, error, describedBy } = props
  return (
    <div className="choice">
      <input
        {...{ id, type, name, value }}
        defaultChecked={ticked}
        aria-invalid={error && type === 'checkbox' ? true : undefined}
        aria-describedby={describedBy}
      />
      <label htmlFor={id}>
        {label}
        {help ? <small>{help}</small> : null}
      </label>
    </div>
  )
}

function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p className="field-error" id={`${id}-error`}>
      {error}
    </p>
  )
}
