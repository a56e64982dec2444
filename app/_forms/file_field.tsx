'use client'
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useField, useFormState } from '#app/_ui/form_context.tsx'
import { Glyph } from '#app/_ui/glyph.tsx'
import { shortHash } from '#lib/file/name.ts'
import { acceptedNames } from '#lib/file/paper_type.ts'
import { type Known, sendFile } from './send_file.ts'

/**
 * A file that is stored as soon as it is chosen; the form sends its hash under `name` and its name under `${name}Name`,
 * so that no error loses it. Before scripts arrive the form carries the file itself, and the action stores it first.
 */
export function FileField(props: {
  name: string
  label: string
  help?: ReactNode
  error?: string
  autoFocus?: boolean
}) {
  const { name, label, help, autoFocus } = props
  const id = useId()
  const { values } = useFormState()
  const { value: hash, error } = useField(name, props)
  const text = (field: string) => [values[field]].flat()[0] ?? ''
  const [known, setKnown] = useState<Known | null>(
    hash ? { sha256: hash, name: text(`${name}Name`), words: text(`${name}.words`), logged: [] } : null,
  )
  const [said, setSaid] = useState<{ storing?: string; error?: string | undefined }>({ error })
  const [isHeard, setIsHeard] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const sending = useRef<Promise<void> | null>(null)

  const send = useCallback((file: File) => {
    setSaid({ storing: file.name })
    setKnown(null)
    const turn = sendFile(file).then((answer) => {
      if (sending.current !== turn) return
      sending.current = null
      setKnown(answer.ok ? answer.known : null)
      setSaid(answer.ok ? {} : { error: answer.sentence })
      if (input.current) input.current.value = ''
    })
    sending.current = turn
  }, [])

  useEffect(() => {
    setIsHeard(true)
    // Chosen before the scripts had come.
    const early = input.current?.files?.[0]
    if (early) send(early)
    const form = input.current?.form
    const wait = (event: SubmitEvent) => {
      const turn = sending.current
      if (!turn) return
      event.preventDefault()
      event.stopPropagation()
      const { submitter } = event
      turn.then(() => setTimeout(() => form?.requestSubmit(submitter)))
    }
    form?.addEventListener('submit', wait)
    return () => form?.removeEventListener('submit', wait)
  }, [send])

  const shownError = said.error
  const described = [shownError && `${id}-error`, `${id}-state`, help && `${id}-help`]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="field">
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
      </div>
      <span className="box">
        <input
          ref={input}
          id={id}
          type="file"
          name={isHeard ? undefined : `${name}.file`}
          className="input"
          data-stored={known ? true : undefined}
          accept={acceptedNames}
          aria-invalid={shownError ? true : undefined}
          aria-describedby={described}
          // biome-ignore lint/a11y/noAutofocus: only where the page begins with its paper
          autoFocus={autoFocus}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) send(file)
          }}
        />
      </span>
      <input type="hidden" name={name} value={known?.sha256 ?? ''} />
      <input type="hidden" name={`${name}Name`} value={known?.name ?? ''} />
      <input type="hidden" name={`${name}.words`} value={known?.words ?? ''} />
      {shownError ? (
        <p className="field-error" id={`${id}-error`}>
          {shownError}
        </p>
      ) : null}
      <p className="reading" id={`${id}-state`} role="status">
        {said.storing ? `Storing ${said.storing}…` : known ? <StoredWords known={known} /> : null}
      </p>
      {help ? (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

function StoredWords({ known }: { known: Known }) {
  return (
    <>
      <Glyph name="tick" tone="accent" /> Stored: {known.name}, {known.words}. SHA-256{' '}
      {shortHash(known.sha256)}.
      {known.logged.length > 0 ? (
        <b>
          {' '}
          The same paper was logged before, as{' '}
          {known.logged.map((reference, index) => (
            <span key={reference}>
              {index > 0 ? ', ' : ''}
              <a href={`/subpoenas/${reference}`} target="_blank" rel="noreferrer">
                {reference}
              </a>
            </span>
          ))}
          . Log it again if it was served again.
        </b>
      ) : null}
    </>
  )
}
