'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { lookAtIdentity } from '#db/commands/subscriber/look.ts'
import { relativePath } from '#lib/access/path.ts'

export const lookAtIdentityAction = action(lookAtIdentity, (_, form) =>
  redirect(relativePath(String(form.get('back') ?? ''))),
)
