import { randomUUID } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Instant } from '#lib/calendar/instant.ts'
import { seal, unseal } from './seal.ts'

/** How long what was typed into a form outlives its session, in milliseconds. */
export const keptFor = 10 * 60_000

export type KeptForm = {
  /** Whose session had ended: nobody else is shown it. */
  readonly personId: number
  /** The page that the form stands on. */
  readonly path: string
  readonly command: string
  readonly values: Readonly<Record<string, string | string[]>>
}

/** What a browser keeps in a cookie beside its name and attributes; longer forms stay here until fetched or old. */
const longestCookie = 3500
const mostHere = 50
const longestHere = 1_000_000

const place = globalThis as { subpoenaDeskKeptForms?: Map<string, { sealed: string; until: number }> }

const purposeFor = (personId: number) => `form kept for person ${personId}`

/** Seals a form for its person; null when it is too long to keep. Answers with what the browser holds. */
export function keepForm(form: KeptForm, now: Instant): string | null {
  const content = JSON.stringify({ ...form, until: now + keptFor })
  const sealed = seal(purposeFor(form.personId), deflateRawSync(content).toString('base64'))
  if (sealed.length <= longestCookie) return sealed
  if (sealed.length > longestHere) return null
  place.subpoenaDeskKeptForms ??= new Map()
  const here = place.subpoenaDeskKeptForms
  for (const [id, { until }] of here) if (until <= now) here.delete(id)
  for (const id of here.keys()) if (here.size >= mostHere) here.delete(id)
  const id = `here:${randomUUID()}`
  here.set(id, { sealed, until: now + keptFor })
  return id
}

/** The form that a browser holds, for the same person and in time. */
export function keptForm(held: string, personId: number, now: Instant): KeptForm | null {
  const sealed = held.startsWith('here:') ? place.subpoenaDeskKeptForms?.get(held)?.sealed : held
  const packed = sealed === undefined ? null : unseal(purposeFor(personId), sealed)
  if (packed === null) return null
  const content = inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')
  const { until, ...form } = JSON.parse(content) as KeptForm & { until: number }
  return now < until ? form : null
}

/** Says that it was sent, or is not wanted any more. */
export function forgetForm(held: string): void {
  place.subpoenaDeskKeptForms?.delete(held)
}
