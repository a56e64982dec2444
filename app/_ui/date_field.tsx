'use client'
import { useEffect, useRef } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { useField } from './form_context.tsx'
import { readDate, readTime, writeDate, writeTime } from './read_date.ts'

/**
 * A day, typed as a person writes it: 2/9, 9 Feb, today, 2026-02-09. On leaving, the field shows it with its weekday;
 * the form sends "YYYY-MM-DD", or the words themselves when they name no day, so that the refusal can speak of them.
 *
 * @param props.value On file, "YYYY-MM-DD".
 * @param props.today Needed for words without a year.
 */
export function DateField(props: FieldProps & { today?: string; placeholder?: string }) {
  const { placeholder = 'Day, such as 2/9 or 9 Feb', today } = props
  return (
    <Read {...props} placeholder={placeholder} read={(words) => readDate(words, today)} write={writeDate} />
  )
}

/** A time of day: 5 pm, 17:00, noon. The form sends "HH:MM". */
export function TimeField(props: FieldProps & { placeholder?: string }) {
  return (
    <Read
      {...props}
      placeholder={props.placeholder ?? 'Time, such as 5 pm'}
      read={readTime}
      write={writeTime}
    />
  )
}

type ReadProps = FieldProps & {
  placeholder: string
  read: (words: string) => string | null
  write: (value: string) => string | null
}

/** Shows a value in words and sends it as itself. Without scripts the words are sent, which the form decoder reads. */
function Read({ read, write, ...props }: ReadProps) {
  const { value, error } = useField(props.name, props)
  const input = useRef<HTMLInputElement>(null)
  const shown = value === undefined ? undefined : (write(read(value) ?? '') ?? value)

  useEffect(() => {
    const form = input.current?.form
    const send = (event: FormDataEvent) => {
      const found = input.current && read(input.current.value)
      if (found) event.formData.set(props.name, found)
    }
    form?.addEventListener('formdata', send)
    return () => form?.removeEventListener('formdata', send)
  })

  return (
    <Field {...props} error={error}>
      {(box) => (
        <input
          {...box}
          ref={input}
          type="text"
          autoComplete="off"
          placeholder={props.placeholder}
          defaultValue={shown}
          onBlur={({ currentTarget }) => {
            const found = read(currentTarget.value)
            if (found) currentTarget.value = write(found) ?? currentTarget.value
          }}
        />
      )}
    </Field>
  )
}
