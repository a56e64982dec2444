'use client'
import { type ReactNode, useId } from 'react'
import { Glyph, type GlyphName } from './glyph.tsx'

/** What every field takes. `value` is what is on file; after an error the form's own state wins over it. */
export type FieldProps = {
  name: string
  label: string
  /** A sentence under the field. */
  help?: ReactNode
  /** The sentence of a refusal; normally it arrives through the form's state. */
  error?: string
  value?: string
  /** A few words at the right of the label: where the value came from, how sure it is. */
  aside?: ReactNode
  /** Suggested by the paper, confirmed by a person, or frozen (shown, sent, not changed). */
  state?: 'suggested' | 'confirmed' | 'frozen'
  required?: boolean
  /** Takes the whole width among FieldRow's columns. */
  wide?: boolean
}

export type BoxProps = {
  id: string
  name: string
  className: string
  required: boolean | undefined
  readOnly: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

const marks = { suggested: 'pencil', confirmed: 'tick', frozen: undefined } as const
const toneOf = { suggested: 'ochre', confirmed: 'accent', frozen: undefined } as const

/**
 * Label, box, help and error of one field. The box is drawn by `children`, which is handed its names.
 *
 * @param props.mark Stands in the box in the place of its state's own; null for none.
 */
export function Field(
  props: FieldProps & { prefix?: string; mark?: GlyphName | null; children: (box: BoxProps) => ReactNode },
) {
  const { name, label, help, error, aside, state, required, wide, prefix, mark, children } = props
  const id = useId()
  const mode = error ? undefined : state
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  const own = error ? 'triangle' : mode && marks[mode]
  const glyph = mark === undefined ? own : mark
  const tone = error ? 'brick' : mode && toneOf[mode]
  return (
    <div className={wide ? 'field span-all' : 'field'}>
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {aside ? <span className="aside">{aside}</span> : null}
      </div>
      <span className="box">
        {prefix ? <span className="prefix">{prefix}</span> : null}
        {children({
          id,
          name,
          className: ['input', mode, prefix && 'with-prefix'].filter(Boolean).join(' '),
          required,
          readOnly: state === 'frozen' || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-describedby': described || undefined,
        })}
        {glyph ? <Glyph name={glyph} tone={tone} /> : null}
      </span>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {help ? (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
