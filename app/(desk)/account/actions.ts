'use server'
import { redirect } from 'next/navigation'
import { signedIn } from '#app/_auth/actor.ts'
import { setCookie } from '#app/_auth/cookie.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { pendingCookie, pendingSeconds } from '#app/_auth/pending.ts'
import { forgetShown, showOnce } from '#app/_auth/shown_once.ts'
import { action } from '#app/_forms/action.ts'
import {
  beginNewAuthenticator,
  changePassword,
  drawRecoveryCodes,
  ownPasswordFields,
  presentPasswordFields,
} from '#db/account.ts'
import { endOtherSessions } from '#db/commands/account.ts'

export const changePasswordAction = doorAction(
  ownPasswordFields,
  async (input) => changePassword(await signedIn(), input),
  async () => redirect('/account?done=password'),
  'change-own-password',
)

export const newAuthenticatorAction = doorAction(
  presentPasswordFields,
  async (input) => beginNewAuthenticator(await signedIn(), input),
  async ({ token }) => {
    await setCookie(pendingCookie, token, pendingSeconds)
    redirect('/sign-in/enrol')
  },
  'start-new-authenticator',
)

export const recoveryCodesAction = doorAction(
  presentPasswordFields,
  async (input) => drawRecoveryCodes(await signedIn(), input),
  async ({ codes }) => {
    await showOnce((await signedIn()).id, 'recovery-codes', codes)
    redirect('/account/recovery-codes')
  },
  'renew-recovery-codes',
)

export const endOtherSessionsAction = action(endOtherSessions, () => redirect('/account?done=sessions'))

export async function codesKeptAction(): Promise<never> {
  await forgetShown('recovery-codes')
  redirect('/today')
}
