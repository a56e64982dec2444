import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { theOfficeOrNone } from '#db/open_office.ts'
import { theOfficeRow } from '#db/queries/office.ts'
import { actorOfToken } from '#db/sessions.ts'
import { reader } from '#db/tx.ts'
import type { Actor } from '#lib/access/actor.ts'
import { relativePath } from '#lib/access/path.ts'
import { readCookie } from './cookie.ts'

/** The name of the cookie that holds a session's token. */
export const sessionCookie = 'session'

/** Who is asking, past the second factor; null for everybody else. Asked once a request. */
export const actorOrNone = cache(async (): Promise<Actor | null> => {
  if (!theOfficeOrNone()) return null
  const token = await readCookie(sessionCookie)
  return token === null ? null : actorOfToken(token)
})

/** Who is asking; whoever is not signed in is led to the sign-in, and back afterwards. */
export async function signedIn(): Promise<Actor> {
  const actor = await actorOrNone()
  if (actor) return actor
  await setUpFirst()
  const path = await pathAsked()
  redirect(path === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(path)}`)
}

/** Leads to set-up while there is no office. */
export async function setUpFirst(): Promise<void> {
  if (!theOfficeOrNone() || (await theOfficeRow(reader())) === null) redirect('/set-up')
}

/** The path that was asked for, with its query; bin/serve writes it, since Next does not tell it to a page. */
export async function pathAsked(): Promise<string> {
  return relativePath((await headers()).get('x-asked'))
}
