import type { Actor } from './actor.ts'
import { mayOpen } from './pages.ts'

export type Place = {
  readonly href: string
  readonly label: string
  /** The key after `g` that goes there. */
  readonly go: string
}

/** The places of the program in the order of the bar. */
const places: readonly Place[] = [
  { href: '/today', label: 'Today', go: 't' },
  { href: '/subpoenas', label: 'Subpoenas', go: 'q' },
  { href: '/invoices', label: 'Invoices', go: 'i' },
  { href: '/requesters', label: 'Requesters', go: 'r' },
  { href: '/mail', label: 'Mail', go: 'm' },
  { href: '/history', label: 'History', go: 'h' },
  { href: '/settings/office', label: 'Settings', go: 's' },
  // For those of whom none of the office's own settings is.
  { href: '/settings/import', label: 'Settings', go: 's' },
]

/** Where an actor may go. What they may see there is each query's business. */
export function placesOf(actor: Actor): Place[] {
  const open = places.filter(({ href }) => mayOpen(actor, href))
  return open.filter(({ label }, index) => open.findIndex((place) => place.label === label) === index)
}

/** How the bar calls somebody: "W. Halloway, counsel", "W. Halloway, counsel and 2 more". */
export function nameWithRole(name: string, roles: readonly string[]): string {
  const [first, ...more] = roles
  if (!first) return name
  return more.length > 1
    ? `${name}, ${first} and ${more.length} more`
    : `${name}, ${[first, ...more].join(' and ')}`
}
