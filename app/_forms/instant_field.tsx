'use client'
import { DateField, TimeField } from '#app/_ui/date_field.tsx'
import { useField } from '#app/_ui/form_context.tsx'

/**
 * A moment on the office's clock, as a day and a time in two boxes; the form sends `name.on` and `name.time`, which are
 * read in the office's zone. A refusal of the moment stands under the day.
 */
export function InstantField(props: {
  name: string
  label: string
  timeLabel: string
  today: string
  on?: string
  time?: string
}) {
  const { name, label, timeLabel, today, on, time } = props
  const { error } = useField(name, {})
  const sentence = error === 'This cannot be read here.' ? 'A day and a time of day.' : error
  return (
    <>
      <DateField name={`${name}.on`} label={label} today={today} value={on} error={sentence} required />
      <TimeField name={`${name}.time`} label={timeLabel} value={time} required />
    </>
  )
}
