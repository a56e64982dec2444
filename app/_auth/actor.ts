import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { noteActor } from '#app/_log/asking.ts'
import { theOfficeOrNone } from '#db/open_office.ts'
import { theOfficeRow } from '#db/queries/office.ts'
import { actorOfToken } from '#db/sessions.ts'
import { theDesk } from '#db/the_desk.ts'
import { reader } from '#db/tx.ts'
import { type Actor, NotAllowed } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { relativePath } from '#lib/access/path.ts'
import { readCookie } from './cookie.ts'
import { sessionCookie } from './cookie_name.ts'

/** Who is asking, past the second factor; null for everybody else. Asked once a request. */
export const actorOrNone = cache(async (): Promise<Actor | null> => {
  if (!theOfficeOrNone()) return null
  const token = await readCookie(sessionCookie)
  const actor = token === null ? null : await actorOfToken(token)
  if (actor) noteActor(actor.id)
  return actor
})

/**
 * Who is asking for this page. Every page behind the sign-in begins with it, so that none forgets whom it is for.
 *
 * @throws NotAllowed when the page is not for them, by the table of lib/access/pages.ts.
 */
export async function signedIn(): Promise<Actor> {
  const actor = await atTheDesk()
  if (!mayOpen(actor, await asked())) throw new NotAllowed('This is not for your role.')
  return actor
}

/** Who is asking, whatever for; whoever is not signed in is led to the sign-in, and back afterwards. */
export async function atTheDesk(): Promise<Actor> {
  const actor = await actorOrNone()
  if (actor) return actor
  await setUpFirst()
  const path = await pathAsked()
  redirect(path === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(path)}`)
}

/** The same for a route handler: who is asking, or the answer that turns them away with 401 or 403. */
export async function actorAllowed(): Promise<Actor | Response> {
  const actor = await actorOrNone()
  if (!actor) return turnedAway(401, 'Sign in first.')
  return mayOpen(actor, await asked()) ? actor : turnedAway(403, 'This is not for your role.')
}

const turnedAway = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** Leads to set-up while there is no office. */
export async function setUpFirst(): Promise<void> {
  const isOpen = theOfficeOrNone() !== undefined && !theDesk().isMaking
  if (!isOpen || (await theOfficeRow(reader())) === null) redirect('/set-up')
}

/** The path that was asked for, with its query; bin/serve writes it, since Next does not tell it to a page. */
export async function pathAsked(): Promise<string> {
  return relativePath(await asked())
}

const asked = async (): Promise<string> => (await headers()).get('x-asked') ?? ''
