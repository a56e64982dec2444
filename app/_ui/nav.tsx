'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly count?: number
  /** The key after `g` that goes there. */
  readonly go?: string
}

const onPhone = 4

/**
 * The places of the program; on a telephone four of them at the foot and the rest under More.
 *
 * Plain links on purpose: each page arrives whole, so every count in the bar is the count of this moment, and nothing
 * is fetched before it was asked for.
 */
export function MainNav({ items, person }: { items: readonly NavItem[]; person: ReactNode }) {
  const path = usePathname()
  const link = ({ href, label, count, go }: NavItem) => (
    <a href={href} aria-current={isWithin(path, href)} data-key={go && `g ${go}`}>
      {label}
      {count ? <span className="count">{count}</span> : null}
    </a>
  )
  return (
    <nav className="main-nav" aria-label="Main">
      <ul>
        {items.map((item, index) => (
          <li key={item.href} className={index < onPhone ? undefined : 'beyond'}>
            {link(item)}
          </li>
        ))}
        <li className="only-phone">
          <details className="menu">
            <summary>More</summary>
            <div className="menu-sheet">
              <ul>
                {items.slice(onPhone).map((item) => (
                  <li key={item.href}>{link({ ...item, go: undefined })}</li>
                ))}
              </ul>
              {person}
            </div>
          </details>
        </li>
      </ul>
    </nav>
  )
}

/** A place is where its first part is: Settings leads to one of its pages and stands over all of them. */
function isWithin(path: string, href: string): 'page' | undefined {
  return path.split('/')[1] === href.split('/')[1] ? 'page' : undefined
}
