'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { signedIn } from '#app/_auth/actor.ts'
import { doorAction } from '#app/_auth/door_action.ts'
import { forgetShown, showOnce } from '#app/_auth/shown_once.ts'
import { action } from '#app/_forms/action.ts'
import { changeRoles, disablePerson, enablePerson, endSessions } from '#db/commands/person.ts'
import { invitePerson, isHandedOver, linkAddress, startReset } from '#db/commands/person_invite.ts'
import { linkToken } from '#db/links.ts'
import { accept } from '#lib/result.ts'

const pageOf = (name: string, done: string) => `/settings/people/${encodeURIComponent(name)}?done=${done}`

const inviteFields = invitePerson.input.omit({ linkToken: true })
const resetFields = startReset.input.omit({ linkToken: true })

export const invitePersonAction = doorAction(
  inviteFields,
  async (input, form) => {
    const actor = await signedIn()
    const { submission, token } = linkOf(form)
    const done = await invitePerson(actor, { ...input, linkToken: token }, { submission })
    return done.ok ? accept({ ...done.value, purpose: 'invite' as const, token }) : done
  },
  async ({ person, purpose, token, mailed }) => {
    if (isHandedOver(mailed)) await showLink(person, purpose, token)
    redirect(pageOf(person, mailed && !isHandedOver(mailed) ? 'mailed' : 'invited'))
  },
  invitePerson.command,
)

export const startResetAction = doorAction(
  resetFields,
  async (input, form) => {
    const actor = await signedIn()
    const { submission, token } = linkOf(form)
    const done = await startReset(actor, { ...input, linkToken: token }, { submission })
    return done.ok ? accept({ ...done.value, token }) : done
  },
  async ({ person, purpose, token, mailed }) => {
    if (!isHandedOver(mailed)) redirect(pageOf(person, 'mailed'))
    await showLink(person, purpose, token)
    redirect(pageOf(person, 'link'))
  },
  startReset.command,
)

export const changeRolesAction = action(changeRoles, ({ person }) => redirect(pageOf(person, 'roles')))
export const disablePersonAction = action(disablePerson, ({ person }) => redirect(pageOf(person, 'disabled')))
export const enablePersonAction = action(enablePerson, ({ person }) => redirect(pageOf(person, 'enabled')))
export const endSessionsAction = action(endSessions, ({ person }) => redirect(pageOf(person, 'ended')))

export async function linkKeptAction(form: FormData): Promise<never> {
  await forgetShown('link')
  redirect(`/settings/people/${encodeURIComponent(String(form.get('person') ?? ''))}`)
}

function linkOf(form: FormData): { submission: string; token: string } {
  const submission = z.string().catch('').parse(form.get('submission'))
  return { submission, token: linkToken(submission).token }
}

async function showLink(person: string, purpose: 'invite' | 'reset', token: string): Promise<void> {
  await showOnce((await signedIn()).id, 'link', [person, linkAddress(purpose, token)])
}
