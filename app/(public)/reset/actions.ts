'use server'
import { redirect } from 'next/navigation'
import { setCookie } from '#app/_auth/cookie.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { pendingCookie, pendingSeconds, stepAfter } from '#app/_auth/pending.ts'
import { choosePassword, linkFields } from '#db/sign_in.ts'

export const resetPasswordAction = doorAction(
  linkFields,
  (input) => choosePassword('reset', input),
  async ({ token, stage }) => {
    await setCookie(pendingCookie, token, pendingSeconds)
    redirect(stepAfter(stage, '/'))
  },
)
