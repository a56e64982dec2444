import type { Instant } from '#lib/calendar/instant.ts'
import { type Connection, type Handle, OfficeUnusable } from './connection.ts'
import type { Run } from './fair_turns.ts'
import type { Keys } from './keys.ts'

export type OfficeKind = 'real' | 'sample'

/** The office that this process serves: its two connections, its queue of one, its keys and its clock. */
export type OpenOffice = {
  readonly kind: OfficeKind
  /** DATA_DIR/office or DATA_DIR/sample. */
  readonly folder: string
  readonly keys: Keys
  readonly clock: () => Instant
  readonly writer: { readonly connection: Connection; readonly handle: Handle }
  readonly reader: { readonly connection: Connection; readonly handle: Handle }
  /** The end of the queue of writers: the next transaction starts when it settles. */
  lastInQueue: Promise<unknown>
  /** How long it has been writing without a gap. */
  readonly run: Run
}

/** Next bundles modules several times over; what must be one of a kind stands on globalThis. */
const place = globalThis as { subpoenaDeskOffice?: OpenOffice | undefined }

export function setTheOffice(office: OpenOffice | undefined): void {
  place.subpoenaDeskOffice = office
}

export function theOfficeOrNone(): OpenOffice | undefined {
  return place.subpoenaDeskOffice
}

/** @throws OfficeUnusable before an office was chosen. */
export function theOffice(): OpenOffice {
  const office = place.subpoenaDeskOffice
  if (!office) throw new OfficeUnusable('No office is open yet.')
  return office
}
