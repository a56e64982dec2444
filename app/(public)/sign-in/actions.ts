'use server'
import { redirect } from 'next/navigation'
import { dropCookie, readCookie, setCookie } from '#app/_auth/cookie.ts'
import { browserCookie, sessionCookie } from '#app/_auth/cookie_name.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { pendingCookie, pendingSeconds, stepAfter } from '#app/_auth/pending.ts'
import { showOnce } from '#app/_auth/shown_once.ts'
import { markOfBrowser } from '#db/known_browser.ts'
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
import { browserKnownFor } from '#lib/person/lockout.ts'

export const signInAction = doorAction(
  signInFields,
  async (typed) => signIn(typed, await readCookie(browserCookie)),
  async ({ token, stage }, form) => {
    await setCookie(pendingCookie, token, pendingSeconds)
    redirect(stepAfter(stage, String(form.get('then') ?? '')))
  },
)

export const chooseSamplePersonAction = doorAction(sampleFields, signInToSample, async ({ token }, form) => {
  await enter(token)
  redirect(relativePath(String(form.get('then') ?? '')))
})

export const codeAction = doorAction(
  codeFields,
  async ({ code }) =>
    completeWithCode((await readCookie(pendingCookie)) ?? '', code, await readCookie(browserCookie)),
  async ({ token }, form) => {
    await enter(token)
    redirect(relativePath(String(form.get('then') ?? '')))
  },
)

export const recoveryCodeAction = doorAction(
  codeFields,
  async ({ code }) =>
    completeWithRecoveryCode((await readCookie(pendingCookie)) ?? '', code, await readCookie(browserCookie)),
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
  await setCookie(browserCookie, markOfBrowser(token), browserKnownFor / 1000)
  await dropCookie(pendingCookie)
}
