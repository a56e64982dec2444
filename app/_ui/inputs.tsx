'use client'
import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { useField } from './form_context.tsx'

type InputProps = FieldProps & {
  type?: HTMLInputTypeAttribute
  placeholder?: string
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  maxLength?: number
  list?: string
  autoFocus?: boolean
  /** Set in the serif, as names of cases are. */
  serif?: boolean
}

/** One line of text. */
export function Input(props: InputProps) {
  const {
    type = 'text',
    placeholder,
    autoComplete = 'off',
    inputMode,
    maxLength,
    list,
    autoFocus,
    serif,
  } = props
  const { value, error } = useField(props.name, props)
  return (
    <Field {...props} error={error}>
      {(box) => (
        <input
          {...box}
          className={serif ? `${box.className} caption-input` : box.className}
          type={type}
          // A password is never sent back to the page.
          defaultValue={type === 'password' ? undefined : value}
          {...{ placeholder, autoComplete, inputMode, maxLength, list }}
          // biome-ignore lint/a11y/noAutofocus: only where the page is this one field
          autoFocus={autoFocus}
        />
      )}
    </Field>
  )
}

/** Dollars and cents as text; the rule that reads it is `parseMoney`. */
export function MoneyField(props: FieldProps & { placeholder?: string }) {
  const { value, error } = useField(props.name, props)
  return (
    <Field {...props} error={error} prefix="$">
      {(box) => (
        <input
          {...box}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={value}
          placeholder={props.placeholder}
        />
      )}
    </Field>
  )
}

/** Several lines of text; it grows with what is typed. */
export function TextArea(props: FieldProps & { rows?: number; placeholder?: string; maxLength?: number }) {
  const { value, error } = useField(props.name, props)
  const { rows = 3, placeholder, maxLength } = props
  return (
    <Field {...props} error={error}>
      {(box) => <textarea {...box} defaultValue={value} {...{ rows, placeholder, maxLength }} />}
    </Field>
  )
}

/** One of a list. */
export function Select(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { value, error } = useField(props.name, props)
  const { options, empty } = props
  return (
    <Field {...props} error={error} mark="down">
      {({ readOnly, ...box }) => (
        // React puts a select back to its first default after a form was sent; a new key keeps what was chosen.
        <select key={value} {...box} defaultValue={value}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly help?: ReactNode }
