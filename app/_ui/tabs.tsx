import type { ReactNode } from 'react'

export type Tab = {
  readonly label: ReactNode
  readonly href: string
  readonly count?: ReactNode
  readonly key?: string
}

/** Views of one thing, as links that keep their address. `current` is the href of the one that is open. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === current ? 'page' : undefined}
          data-key={tab.key}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}
