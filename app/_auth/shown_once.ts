import { theOfficeOrNone } from '#db/open_office.ts'
import { seal, unseal } from '#db/seal.ts'
import { dropCookie, readCookie, setCookie } from './cookie.ts'

/** What is known in clear only now: codes, links and tokens, of which the office keeps hashes. */
type Shown = 'recovery-codes' | 'link' | 'token'

const seconds = 600
const purposeFor = (what: Shown, personId: number) => `${what} shown once to person ${personId}`

/**
 * Hands something to the next page of this person, sealed in their own browser for ten minutes or until they say that
 * they have it: it is never written to the office.
 */
export async function showOnce(personId: number, what: Shown, lines: readonly string[]): Promise<void> {
  const until = (theOfficeOrNone()?.clock() ?? 0) + seconds * 1000
  await setCookie(what, seal(purposeFor(what, personId), JSON.stringify({ until, lines })), seconds)
}

export async function shownOnce(personId: number, what: Shown): Promise<string[] | null> {
  const office = theOfficeOrNone()
  const sealed = await readCookie(what)
  const content = office && sealed ? unseal(purposeFor(what, personId), sealed) : null
  if (!office || content === null) return null
  const { until, lines } = JSON.parse(content) as { until: number; lines: string[] }
  return office.clock() < until ? lines : null
}

export async function forgetShown(what: Shown): Promise<void> {
  await dropCookie(what)
}
