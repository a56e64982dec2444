'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'

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
  const sheet = useRef<HTMLSpanElement>(null)
  useEffect(() => printsInPlace(sheet.current), [])
  return (
    <span className="popover">
      <button type="button" className={buttonClass} popoverTarget={id} data-key={keys}>
        {button}
      </button>
      <span className="sheet-over" ref={sheet} id={id} popover="auto" role="dialog" aria-label={label}>
        {children}
      </span>
    </span>
  )
}

/** The top layer lies over the page, on paper too: while printing, an open popover goes back into the text. */
function printsInPlace(sheet: HTMLElement | null) {
  const before = () => {
    if (!sheet?.matches(':popover-open')) return
    sheet.hidePopover()
    sheet.classList.add('printing')
  }
  const after = () => {
    if (!sheet?.classList.contains('printing')) return
    sheet.classList.remove('printing')
    // Through its button, at which it is placed.
    if (sheet.previousElementSibling instanceof HTMLElement) sheet.previousElementSibling.click()
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}
