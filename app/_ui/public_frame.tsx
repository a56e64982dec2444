import type { ReactNode } from 'react'

/** The frame of a page before a sign-in: the name, a title and one column. */
export function PublicFrame(props: {
  title: string
  lead?: ReactNode
  banner?: ReactNode
  /** For a form with fields side by side. */
  wide?: boolean
  children: ReactNode
}) {
  const { title, lead, banner, wide, children } = props
  return (
    <>
      <header className="top-bar">
        <a className="brand" href="/">
          <span aria-hidden="true">§</span>Subpoena Desk
        </a>
      </header>
      {banner ? (
        <aside className="banner" aria-label="About this office">
          {banner}
        </aside>
      ) : null}
      <main className={wide ? 'page public wide' : 'page public'}>
        <h1 className="serif">{title}</h1>
        {lead ? <p className="second">{lead}</p> : null}
        {children}
      </main>
    </>
  )
}
