'use server'
import { redirect } from 'next/navigation'
import { signOut } from '#db/commands/sign_in.ts'
import { actorOrNone } from './actor.ts'
import { dropCookie } from './cookie.ts'
import { sessionCookie } from './cookie_name.ts'

export async function signOutAction(): Promise<never> {
  const actor = await actorOrNone()
  if (actor) await signOut(actor, {})
  await dropCookie(sessionCookie)
  redirect('/sign-in')
}
