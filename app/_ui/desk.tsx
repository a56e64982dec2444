import type { ReactNode } from 'react'
import { Key, LinkButton } from './button.tsx'
import { FootKeys } from './foot_keys.tsx'
import { Glyph } from './glyph.tsx'
import { Keyboard } from './keyboard.tsx'
import { MainNav, type NavItem } from './nav.tsx'

/**
 * The frame of every page behind a sign-in.
 *
 * @param person Who is at the desk, as the bar shows it: "W. Halloway, counsel".
 * @param menu What stands in their menu: links, and the form that signs out (a `<form><button>Sign out</button></form>`).
 * @param banner A line over the page: the sample office, read-only after a restore.
 * @param mayLog Whether New subpoena is offered.
 */
export function Desk(props: {
  nav: readonly NavItem[]
  person: string
  menu: ReactNode
  banner?: ReactNode
  mayLog?: boolean
  children: ReactNode
}) {
  const { nav, person, menu, banner, mayLog, children } = props
  const maySearch = nav.some(({ href }) => href === '/subpoenas')
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top-bar">
        <a className="brand" href="/">
          <span aria-hidden="true">§</span>Subpoena Desk
        </a>
        <MainNav items={nav} person={<PersonLines person={person} menu={menu} />} />
        <div className="top-tools">
          {maySearch ? (
            <>
              <Find />
              <a className="quiet only-phone" href="/subpoenas">
                Search
              </a>
            </>
          ) : null}
          {mayLog ? (
            <>
              <span className="only-wide">
                <LinkButton href="/subpoenas/new" keys="n">
                  New subpoena
                </LinkButton>
              </span>
              <a className="quiet only-phone" href="/subpoenas/new">
                New
              </a>
            </>
          ) : null}
          <details className="menu only-wide">
            <summary>
              {person}
              <Glyph name="down" />
            </summary>
            <div className="menu-sheet">{menu}</div>
          </details>
        </div>
      </header>
      {banner ? (
        <aside className="banner" aria-label="About this office">
          {banner}
        </aside>
      ) : null}
      <main className="page" id="main" tabIndex={-1}>
        {children}
      </main>
      <FootKeys keys={frameKeys(nav, { maySearch, mayLog })} />
      <Keyboard />
    </>
  )
}

/** The keys of the frame, as far as this person has the places they go to. */
function frameKeys(nav: readonly NavItem[], may: { maySearch: boolean; mayLog?: boolean }) {
  return [
    ...(may.maySearch ? [{ keys: ['/'], does: 'search' }] : []),
    ...(may.mayLog ? [{ keys: ['n'], does: 'new' }] : []),
    ...nav
      .slice(0, 4)
      .flatMap(({ go, label }) => (go ? [{ keys: ['g', go], does: label.toLowerCase() }] : [])),
  ]
}

function PersonLines({ person, menu }: { person: string; menu: ReactNode }) {
  return (
    <>
      <p className="menu-line">{person}</p>
      {menu}
    </>
  )
}

function Find() {
  return (
    <search className="only-wide">
      <form className="find" action="/subpoenas" method="get">
        <input
          type="search"
          name="text"
          data-key="/"
          aria-label="Search subpoenas by reference, caption, case number or target"
          placeholder="Reference, caption, case no., target…"
          maxLength={200}
        />
        <Key>/</Key>
      </form>
    </search>
  )
}
