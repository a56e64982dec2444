'use client'
import { type ReactNode, useId } from 'react'

/**
 * A native popover and the button that opens it; no script is needed. It is made of phrasing elements, so that it may
 * stand in the middle of a sentence, and it prints in place while it is open.
 */
export function Popover(props: {
  button: ReactNode
  buttonClass: string
  label: string
  keys?: string
  children: ReactNode
}) {
  const { button, buttonClass, label, keys, children } = props
  const id = useId()
  return (
    <span className="popover">
      <button type="button" className={buttonClass} popoverTarget={id} data-key={keys}>
        {button}
      </button>
      <span className="sheet-over" id={id} popover="auto" role="dialog" aria-label={label}>
        {children}
      </span>
    </span>
  )
}
