'use server'
import { redirect } from 'next/navigation'
import { setCookie } from '#app/_auth/cookie.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { pendingCookie, pendingSeconds } from '#app/_auth/pending.ts'
import { exploreSample, sampleSetUpFields, setUpFields, setUpRealOffice } from '#db/set_up.ts'

export const setUpAction = doorAction(setUpFields, setUpRealOffice, async ({ token }) => {
  await setCookie(pendingCookie, token, pendingSeconds)
  redirect('/sign-in/enrol')
})

export const exploreSampleAction = doorAction(sampleSetUpFields, exploreSample, async () =>
  redirect('/sign-in'),
)
