'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { signedIn } from '#app/_auth/actor.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { forgetShown, showOnce } from '#app/_auth/shown_once.ts'
import { action } from '#app/_forms/action.ts'
import { makeMachineToken, revokeMachineToken } from '#db/commands/machine.ts'
import { newMachineToken } from '#db/tokens.ts'
import { accept } from '#lib/result.ts'

/** The token is made here, goes to the next page sealed, and to the command as its hash alone. */
export const makeTokenAction = doorAction(
  makeMachineToken.input.omit({ tokenHash: true }),
  async (input, form) => {
    const actor = await signedIn()
    const submission = z.string().catch('').parse(form.get('submission'))
    const { token, hash: tokenHash } = newMachineToken(submission)
    const done = await makeMachineToken(actor, { ...input, tokenHash }, { submission })
    return done.ok ? accept({ ...done.value, clear: token }) : done
  },
  async ({ machine, token, clear }) => {
    await showOnce((await signedIn()).id, 'token', [machine, String(token), clear])
    redirect('/settings/machines?done=made')
  },
  makeMachineToken.command,
)

export const revokeTokenAction = action(revokeMachineToken, () => redirect('/settings/machines?done=revoked'))

export async function tokenKeptAction(): Promise<never> {
  await forgetShown('token')
  redirect('/settings/machines')
}
