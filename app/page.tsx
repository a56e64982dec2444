import { redirect } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'

/** The door: to the day's work, to the sign-in, or to set-up. */
export default async function Door() {
  await signedIn()
  redirect('/today')
}
