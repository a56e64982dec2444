import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { afterWrongTry } from '#lib/person/lockout.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { theOffice } from '../open_office.ts'
import { type Person, personById } from '../queries/people.ts'
import { people } from '../schema.ts'
import { beginSession, endSession, endSessionsOf } from '../sessions.ts'
import { keepRecoveryCodes } from './second_factor.ts'
import { passwordHash, tokenHash } from './sign_in.ts'

/** The hash that the typed present password was found to belong to, before the transaction; null when to none. */
const verifiedHash = z.union([passwordHash, z.null()])

/** Another password for oneself; every other session of theirs ends. */
export const changeOwnPassword = command({
  name: 'change-own-password',
  may: ['anyone'],
  input: z.strictObject({ verifiedHash, passwordHash }),
  seenBy: 'all',
  async run(context, input) {
    const { tx, actor, now } = context
    const person = await verifiedPerson(context, input.verifiedHash)
    if (!person.ok) return person
    await tx.update(people).set({ passwordHash: input.passwordHash }).where(eq(people.id, actor.id))
    await endSessionsOf(tx, { personId: actor.id, why: 'password-changed', now, keep: actor.sessionId })
    return accept(null)
  },
  tells: () => ({ sentence: 'Changed their own password; their other sessions ended.' }),
})

/**
 * Begins the set-up of another app or telephone as one's second factor. The one before it counts until the new one has
 * given its first code.
 */
export const startNewAuthenticator = command({
  name: 'start-new-authenticator',
  may: ['anyone'],
  input: z.strictObject({ verifiedHash, tokenHash }),
  seenBy: 'all',
  async run(context, input) {
    const { tx, actor, now } = context
    const person = await verifiedPerson(context, input.verifiedHash)
    if (!person.ok) return person
    if (actor.sessionId !== null) await endSession(tx, actor.sessionId, 'new-second-factor', now)
    await beginSession(tx, { personId: actor.id, stage: 'enrolling', tokenHash: input.tokenHash, now })
    return accept(null)
  },
  tells: () => ({ sentence: 'Began to set up another second factor.' }),
})

/** Ten new recovery codes; the old ones count no more. */
export const renewRecoveryCodes = command({
  name: 'renew-recovery-codes',
  may: ['anyone'],
  input: z.strictObject({ verifiedHash, recoveryCodeHashes: z.array(tokenHash).length(10) }),
  seenBy: 'all',
  async run(context, input) {
    const person = await verifiedPerson(context, input.verifiedHash)
    if (!person.ok) return person
    await keepRecoveryCodes(context.tx, context.actor.id, input.recoveryCodeHashes)
    return accept(null)
  },
  tells: () => ({ sentence: 'Drew ten new recovery codes; the old ones count no more.' }),
})

/** Ends one's own sessions everywhere else. */
export const endOtherSessions = command({
  name: 'end-other-sessions',
  may: ['anyone'],
  input: z.strictObject({}),
  seenBy: 'all',
  async run({ tx, actor, now }) {
    const ended = await endSessionsOf(tx, {
      personId: actor.id,
      why: 'ended-by-themselves',
      now,
      keep: actor.sessionId,
    })
    return accept({ ended })
  },
  tells: (_input, { ended }) => ({ sentence: `Ended their other sessions (${ended}).` }),
})

/**
 * Counts a wrong present password like one at the door, so that whoever finds a session open cannot guess on in it: at
 * the tenth every session of the person ends, and their sign-in rests.
 */
export const noteWrongPassword = command({
  name: 'note-wrong-password',
  may: ['anyone'],
  input: z.strictObject({}),
  seenBy: 'all',
  async run({ tx, actor, now }) {
    const person = await personById(tx, actor.id)
    if (!person || theOffice().kind === 'sample') return accept({ rests: false })
    const tries = afterWrongTry(person, now)
    await tx.update(people).set(tries).where(eq(people.id, person.id))
    const rests = tries.lockedUntilAt !== null
    if (rests) await endSessionsOf(tx, { personId: person.id, why: 'wrong-passwords', now })
    return accept({ rests })
  },
  tells: (_input, { rests }) => ({
    sentence: rests
      ? 'Gave a wrong present password for the tenth time: their sessions ended, and their sign-in rests.'
      : 'Gave a wrong present password.',
  }),
})

async function verifiedPerson({ tx, actor }: Context, verified: string | null) {
  if (theOffice().kind === 'sample') return refuse('no-sign-in-here')
  const person: Person | null = await personById(tx, actor.id)
  if (!person?.passwordHash || verified !== person.passwordHash)
    return refuse('password-wrong', {}, 'presentPassword')
  return accept(person)
}
