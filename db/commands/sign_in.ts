import { eq } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { afterWrongTry, isResting } from '#lib/person/lockout.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { command } from '../command.ts'
import { countOnBrowser, knownBrowser } from '../known_browser.ts'
import { theOffice } from '../open_office.ts'
import { personByName, personForSignIn } from '../queries/people.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { people } from '../schema.ts'
import { beginSession, endSession } from '../sessions.ts'

/** The SHA-256 of a token that only a browser holds. */
export const tokenHash = z.string().regex(/^[0-9a-f]{64}$/, 'The hash of a token.')
/** A hash by `hashOfPassword`: passwords themselves never reach a command. */
export const passwordHash = z
  .string()
  .max(200)
  .regex(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/, 'The hash of a password.')

/** The hash of the session by which the browser is known, from its sealed mark. */
export const browser = tokenHash.nullish()

export type PasswordOutcome =
  | { readonly outcome: 'refused'; readonly person: string | null; readonly rests: boolean }
  | { readonly outcome: 'passed'; readonly person: string; readonly stage: 'password' | 'enrolling' }

/**
 * Begins a sign-in after the password; the second factor follows. A wrong try is an answer and not a refusal, since
 * its count must stay.
 *
 * `verifiedHash` is the hash that the typed password was found to belong to, before this transaction; it counts only
 * while it is still the person's.
 */
export const signInWithPassword = command({
  name: 'sign-in-with-password',
  may: ['nobody'],
  input: z.strictObject({
    name: fields.neededLine(254),
    verifiedHash: z.union([passwordHash, z.null()]),
    tokenHash,
    browser,
  }),
  seenBy: 'all',
  whileReadOnly: ['nobody'],
  async run({ tx, now }, input) {
    if (theOffice().kind === 'sample') return refuse('no-sign-in-here')
    const person = await personForSignIn(tx, input.name)
    const nothing: PasswordOutcome = { outcome: 'refused', person: null, rests: false }
    if (!person || person.disabledAt !== null || person.passwordHash === null) return accept(nothing)
    const known = await knownBrowser(tx, { personId: person.id, hash: input.browser, now })
    if (!known && isResting(person, now)) return accept(nothing)
    if (input.verifiedHash !== person.passwordHash && known) {
      await countOnBrowser(tx, known)
      return accept<PasswordOutcome>({ outcome: 'refused', person: person.name, rests: false })
    }
    if (input.verifiedHash !== person.passwordHash) {
      const tries = afterWrongTry(person, now)
      await tx.update(people).set(tries).where(eq(people.id, person.id))
      const rests = tries.lockedUntilAt !== null
      return accept<PasswordOutcome>({ outcome: 'refused', person: person.name, rests })
    }
    // The count of wrong tries stands until the second factor was given as well.
    const stage = person.totpSecret === null ? 'enrolling' : 'password'
    await beginSession(tx, { personId: person.id, stage, tokenHash: input.tokenHash, now })
    return accept<PasswordOutcome>({ outcome: 'passed', person: person.name, stage })
  },
  tells: (_input, value) => {
    // An unknown name is not written down: it may be a password in the wrong field.
    if (value.person === null) return null
    if (value.outcome === 'passed') return { sentence: `${value.person} gave the right password.` }
    const rests = value.rests ? ' It was the tenth in a row: their sign-in rests for fifteen minutes.' : ''
    return { sentence: `A wrong password was given for ${value.person}.${rests}` }
  },
})

/** Signs in with one click, in the sample office alone, which nobody but this machine can reach. */
export const chooseSamplePerson = command({
  name: 'choose-sample-person',
  may: ['nobody'],
  input: z.strictObject({ person: fields.neededLine(120), tokenHash }),
  seenBy: 'all',
  async run({ tx, now }, input) {
    if (theOffice().kind !== 'sample') return refuseAny('not-permitted')
    const person = await personByName(tx, input.person)
    if (!person || person.disabledAt !== null) return refuseAny('no-such-person', {}, 'person')
    await beginSession(tx, { personId: person.id, stage: 'full', tokenHash: input.tokenHash, now })
    return accept({ person: person.name })
  },
  tells: (_input, { person }) => ({ sentence: `${person} was chosen at the sample office’s door.` }),
})

/** Ends the session that one acts in. */
export const signOut = command({
  name: 'sign-out',
  may: ['anyone'],
  input: z.strictObject({}),
  seenBy: 'all',
  whileReadOnly: ['anyone'],
  async run({ tx, actor, now }) {
    if (actor.sessionId !== null) await endSession(tx, actor.sessionId, 'signed-out', now)
    return accept(null)
  },
  tells: () => ({ sentence: 'Signed out.' }),
})
