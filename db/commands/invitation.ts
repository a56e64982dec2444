import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { type LinkPurpose, openLink } from '../links.ts'
import { theOffice } from '../open_office.ts'
import { invitations, people } from '../schema.ts'
import { beginSession, endSessionsOf } from '../sessions.ts'
import { passwordHash, tokenHash } from './sign_in.ts'

const linkFields = { linkHash: tokenHash, passwordHash, tokenHash }

/** A new person chooses their password; the second factor comes next. The link is used up. */
export const acceptInvitation = command({
  name: 'accept-invitation',
  may: ['nobody'],
  input: z.strictObject(linkFields),
  seenBy: 'all',
  run: (context, input) => throughLink(context, 'invite', input),
  tells: (_input, { person }) => ({ sentence: `${person} accepted the invitation and chose a password.` }),
})

/** A person chooses a new password; a second factor that they have is still asked for. The link is used up. */
export const resetPassword = command({
  name: 'reset-password',
  may: ['nobody'],
  input: z.strictObject(linkFields),
  seenBy: 'all',
  whileReadOnly: ['nobody'],
  run: (context, input) => throughLink(context, 'reset', input),
  tells: (_input, { person }) => ({ sentence: `${person} chose a new password through a reset link.` }),
})

async function throughLink(
  { tx, now }: Context,
  purpose: LinkPurpose,
  input: { linkHash: string; passwordHash: string; tokenHash: string },
) {
  if (theOffice().kind === 'sample') return refuse('no-sign-in-here')
  const link = await openLink(tx, input.linkHash, now)
  if (link?.purpose !== purpose) return refuse('link-over')
  const { person } = link
  const stage = person.totpSecret === null ? 'enrolling' : 'password'
  await tx.update(invitations).set({ usedAt: now }).where(eq(invitations.id, link.id))
  await tx
    .update(people)
    .set({ passwordHash: input.passwordHash, failedSignIns: 0, lockedUntilAt: null })
    .where(eq(people.id, person.id))
  await endSessionsOf(tx, { personId: person.id, why: 'password-changed', now })
  await beginSession(tx, { personId: person.id, stage, tokenHash: input.tokenHash, now })
  return accept({ person: person.name, stage } as const)
}
