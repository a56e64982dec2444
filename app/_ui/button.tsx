import type { ReactNode } from 'react'

type Look = 'outlined' | 'filled' | 'brick'

/** One key of the keyboard, as printed on it. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="key">{children}</kbd>
}

/**
 * A button of a form. One filled button a page: the next step, in its own words. What takes money or rights away is
 * outlined in brick. There are no disabled buttons: pressing answers with the sentence that stands in the way.
 *
 * @param keys A single key that presses it (`c`), shown inside it.
 * @param popoverTarget The id of a popover to open; then the button sends nothing.
 */
export function Button(props: {
  children: ReactNode
  look?: Look
  keys?: string
  name?: string
  value?: string
  type?: 'submit' | 'button'
  form?: string
  formAction?: string | ((data: FormData) => void | Promise<void>)
  popoverTarget?: string
}) {
  const { children, look = 'outlined', keys, type = 'submit', popoverTarget, ...rest } = props
  return (
    <button
      {...rest}
      type={popoverTarget ? 'button' : type}
      popoverTarget={popoverTarget}
      className={`button ${look}`}
      data-key={keys}
    >
      {children}
      {keys ? <Key>{keys}</Key> : null}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton(props: {
  href: string
  children: ReactNode
  look?: Look
  keys?: string
  download?: boolean
}) {
  const { href, children, look = 'outlined', keys, download } = props
  return (
    <a className={`button ${look}`} href={href} data-key={keys} download={download}>
      {children}
      {keys ? <Key>{keys}</Key> : null}
    </a>
  )
}

/** A button of a form that reads as a link inside a sentence. */
export function TextButton(props: { children: ReactNode; name?: string; value?: string; keys?: string }) {
  const { children, keys, ...rest } = props
  return (
    <button {...rest} type="submit" className="button-link link" data-key={keys}>
      {children}
    </button>
  )
}

/** Buttons side by side; they wrap on a telephone. */
export function Buttons({ children }: { children: ReactNode }) {
  return <div className="buttons">{children}</div>
}
