'use server'
import { redirect } from 'next/navigation'
import { dropCookie, readCookie, setCookie } from '#app/_auth/cookie.ts'
import { sessionCookie } from '#app/_auth/cookie_name.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { pendingCookie, pendingSeconds, stepAfter } from '#app/_auth/pending.ts'
import { showOnce } from '#app/_auth/shown_once.ts'
import {
  codeFields,
  completeWithCode,
  completeWithRecoveryCode,
  enrol,
  sampleFields,
  signIn,
  signInFields,
  signInToSample,
} from '#db/sign_in.ts'
import { relativePath } from '#lib/access/path.ts'

export const signInAction = doorAction(signInFields, signIn, async ({ token, stage }, form) => {
  await setCookie(pendingCookie, token, pendingSeconds)
  redirect(stepAfter(stage, String(form.get('then') ?? '')))
})

export const chooseSamplePersonAction = doorAction(sampleFields, signInToSample, async ({ token }, form) => {
  await enter(token)
  redirect(relativePath(String(form.get('then') ?? '')))
})

export const codeAction = doorAction(
  codeFields,
  async ({ code }) => completeWithCode((await readCookie(pendingCookie)) ?? '', code),
  async ({ token }, form) => {
    await enter(token)
    redirect(relativePath(String(form.get('then') ?? '')))
  },
)

export const recoveryCodeAction = doorAction(
  codeFields,
  async ({ code }) => completeWithRecoveryCode((await readCookie(pendingCookie)) ?? '', code),
  async ({ token }, form) => {
    await enter(token)
    redirect(relativePath(String(form.get('then') ?? '')))
  },
)

export const enrolAction = doorAction(
  codeFields,
  async ({ code }) => enrol((await readCookie(pendingCookie)) ?? '', code),
  async ({ token, personId, codes }) => {
    await enter(token)
    await showOnce(personId, 'recovery-codes', codes)
    redirect('/account/recovery-codes')
  },
)

async function enter(token: string): Promise<void> {
  await setCookie(sessionCookie, token)
  await dropCookie(pendingCookie)
}
