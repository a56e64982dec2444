/** What a signed-in person does to their own sign-in, on its way to the commands: hashed before the transaction. */
import { z } from 'zod'
import type { Actor } from '#lib/access/actor.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import {
  changeOwnPassword,
  noteWrongPassword,
  renewRecoveryCodes,
  startNewAuthenticator,
} from './commands/account.ts'
import { theOffice } from './open_office.ts'
import { isPasswordOf } from './passwords.ts'
import { personById } from './queries/people.ts'
import { newToken } from './sessions.ts'
import { chosenHash, chosenPassword } from './sign_in.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './totp.ts'
import { reader } from './tx.ts'

const presentPassword = z.string().max(1024, 'This cannot be a password.')

export const ownPasswordFields = z.strictObject({ presentPassword, ...chosenPassword })
export const presentPasswordFields = z.strictObject({ presentPassword })

export async function changePassword(actor: Actor, input: z.output<typeof ownPasswordFields>) {
  if (theOffice().kind === 'sample') return refuse('no-sign-in-here')
  const person = await personById(reader(), actor.id)
  if (!person) return refuse('password-wrong', {}, 'presentPassword')
  const verifiedHash = await verified(actor, input.presentPassword)
  if (verifiedHash === null) return refuse('password-wrong', {}, 'presentPassword')
  const chosen = await chosenHash(input, person)
  if (!chosen.ok) return chosen
  return changeOwnPassword(actor, { verifiedHash, passwordHash: chosen.value })
}

/** Answers with the token of the session in which the new app is set up. */
export async function beginNewAuthenticator(actor: Actor, input: z.output<typeof presentPasswordFields>) {
  const { token, hash } = newToken()
  const verifiedHash = await verified(actor, input.presentPassword)
  const done = await startNewAuthenticator(actor, { verifiedHash, tokenHash: hash })
  return done.ok ? accept({ token }) : done
}

/** Answers with the ten codes: this is the one time that they are known. */
export async function drawRecoveryCodes(actor: Actor, input: z.output<typeof presentPasswordFields>) {
  const codes = newRecoveryCodes()
  const verifiedHash = await verified(actor, input.presentPassword)
  const done = await renewRecoveryCodes(actor, {
    verifiedHash,
    recoveryCodeHashes: codes.map((code) => hashOfRecoveryCode(actor.id, code)),
  })
  return done.ok ? accept({ codes }) : done
}

/** The hash that the typed password belongs to; null when to none. */
async function verified(actor: Actor, password: string): Promise<string | null> {
  // Nobody there has a password that somebody chose; the command says so.
  if (theOffice().kind === 'sample') return null
  const passwordHash = (await personById(reader(), actor.id))?.passwordHash ?? null
  if (await isPasswordOf(passwordHash, password)) return passwordHash
  await noteWrongPassword(actor, {})
  return null
}
