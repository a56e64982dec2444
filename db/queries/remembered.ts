import { type OpenOffice, theOffice } from '../open_office.ts'
import type { Moment } from './open_cases.ts'

type Kept = { readonly key: string; readonly value: Promise<unknown> }

/** Next bundles modules several times over; what must be one of a kind stands on globalThis. */
const place = globalThis as { subpoenaDeskRemembered?: WeakMap<OpenOffice, Map<string, Kept>> }
place.subpoenaDeskRemembered ??= new WeakMap()
const keptBy = place.subpoenaDeskRemembered

/**
 * Answers a costly question of every page (the count in the bar) once for as long as it stays the same: until anything
 * is committed, by this process or another, or a minute passes. The count and the list behind it are one answer.
 *
 * @param name One for each question; what is asked may depend on the moment and on nothing else.
 */
export function remembered<Value>(
  name: string,
  { now, today }: Moment,
  ask: () => Promise<Value>,
): Promise<Value> {
  const office = theOffice()
  const own = keptBy.get(office) ?? new Map<string, Kept>()
  keptBy.set(office, own)
  const key = `${changesSeen(office)} ${today} ${Math.floor(now / 60_000)}`
  const kept = own.get(name)
  if (kept?.key === key) return kept.value as Promise<Value>
  const value = ask()
  own.set(name, { key, value })
  value.catch(() => own.delete(name))
  return value
}

/** Another number as soon as another connection has committed. */
function changesSeen({ reader }: OpenOffice): number {
  return Number(reader.connection.pragma('data_version', { simple: true }))
}
