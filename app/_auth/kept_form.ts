import { redirect } from 'next/navigation'
import { typed } from '#app/_forms/typed.ts'
import { forgetForm, keepForm, keptFor, keptForm } from '#db/kept_form.ts'
import { theOfficeOrNone } from '#db/open_office.ts'
import { personOfToken } from '#db/sessions.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import { actorOrNone, pathAsked, signedIn } from './actor.ts'
import { dropCookie, readCookie, setCookie } from './cookie.ts'
import { sessionCookie } from './cookie_name.ts'

const keptCookie = 'kept'

/**
 * Who sends a form. When their session has ended, what they typed is kept for ten minutes, sealed, and stands in the
 * form again once the same person has signed in.
 *
 * @param command Names the form among those of its page.
 */
export async function signedInToSend(form: FormData, command: string): Promise<Actor> {
  const actor = await actorOrNone()
  const held = await readCookie(keptCookie)
  if (actor) {
    if (held !== null) await forget(held)
    return actor
  }
  const office = theOfficeOrNone()
  const token = await readCookie(sessionCookie)
  const personId = office && token ? await personOfToken(reader(), token) : null
  if (!office || personId === null) return signedIn()
  const path = await pathAsked()
  const kept = keepForm({ personId, path, command, values: typed(form) }, office.clock())
  if (kept !== null) await setCookie(keptCookie, kept, keptFor / 1000)
  redirect(`/sign-in?then=${encodeURIComponent(path)}`)
}

async function forget(held: string): Promise<void> {
  forgetForm(held)
  await dropCookie(keptCookie)
}

/** What this person had typed into this form of this page before their session ended; null when nothing. */
export async function keptValues(
  command: string | undefined,
): Promise<Record<string, string | string[]> | null> {
  const held = await readCookie(keptCookie)
  const office = theOfficeOrNone()
  if (held === null || !office || command === undefined) return null
  const actor = await actorOrNone()
  const kept = actor ? keptForm(held, actor.id, office.clock()) : null
  return kept?.command === command && kept.path === (await pathAsked()) ? { ...kept.values } : null
}

/** Whether a form waits behind the sign-in. */
export async function isFormKept(): Promise<boolean> {
  return (await readCookie(keptCookie)) !== null
}
