import type { Role } from '#lib/kinds.ts'
import { type Actor, isPermitted, type Permission } from './actor.ts'

export type Place = {
  readonly href: string
  readonly label: string
  /** The key after `g` that goes there. */
  readonly go: string
}

const readers: readonly Role[] = ['intake', 'custodian', 'counsel', 'auditor']

/** The places of the program in the order of the bar, and for whom each is. */
const places: readonly (Place & { readonly may: readonly Permission[] })[] = [
  { href: '/today', label: 'Today', go: 't', may: ['anyone'] },
  { href: '/subpoenas', label: 'Subpoenas', go: 'q', may: readers },
  { href: '/invoices', label: 'Invoices', go: 'i', may: ['billing', 'counsel', 'auditor'] },
  { href: '/requesters', label: 'Requesters', go: 'r', may: [...readers, 'billing'] },
  { href: '/mail', label: 'Mail', go: 'm', may: readers },
  { href: '/history', label: 'History', go: 'h', may: ['anyone'] },
  { href: '/settings/office', label: 'Settings', go: 's', may: ['administrator', 'auditor'] },
]

/** Where an actor may go. What they may see there is each query's business. */
export function placesOf(actor: Actor): Place[] {
  return places
    .filter(({ may }) => isPermitted(actor, may))
    .map(({ href, label, go }) => ({ href, label, go }))
}

/** How the bar calls somebody: "W. Halloway, counsel", "W. Halloway, counsel and 2 more". */
export function nameWithRole(name: string, roles: readonly string[]): string {
  const [first, ...more] = roles
  if (!first) return name
  return more.length > 1 ? `${name}, ${first} and ${more.length} more` : `${name}, ${[first, ...more].join(' and ')}`
}
