import type { ReactNode } from 'react'
import { Key } from './button.tsx'

/** More of what can be done, beside the next step: links, and forms with one button. It opens before scripts arrive. */
export function Menu({ label, keys, children }: { label: string; keys?: string; children: ReactNode }) {
  return (
    <details className="menu">
      <summary className="button" data-key={keys}>
        {label}
        {keys ? <Key>{keys}</Key> : null}
      </summary>
      <div className="menu-sheet">{children}</div>
    </details>
  )
}
