/**
 * What a person types at the door, on its way to the commands: passwords are checked and hashed here, on another
 * thread and before the transaction, and tokens are made, of which commands and history see the hashes only. Each
 * answers with the token that the browser is to keep.
 */
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { nobody } from '#lib/access/actor.ts'
import * as fields from '#lib/input.ts'
import { checkedPassword } from '#lib/person/password.ts'
import { refuse } from '#lib/person/refusals.ts'
import { accept } from '#lib/result.ts'
import { acceptInvitation, resetPassword } from './commands/invitation.ts'
import { type CodeOutcome, enrolTotp, giveRecoveryCode, giveTotpCode } from './commands/second_factor.ts'
import { chooseSamplePerson, signInWithPassword } from './commands/sign_in.ts'
import { hashInMark, knownBrowser } from './known_browser.ts'
import { openLink } from './links.ts'
import { theOffice } from './open_office.ts'
import { inTurn } from './password_queue.ts'
import { hashOfPassword, isPasswordOf } from './passwords.ts'
import { personForSignIn } from './queries/people.ts'
import { hashOfToken, newToken, sessionOf } from './sessions.ts'
import { enrolmentSecret, hashOfRecoveryCode, newRecoveryCodes, sealedSecret } from './totp.ts'
import { reader } from './tx.ts'

/** A password that a person has: nothing is said about its length, so that a wrong one looks like any other. */
const password = z.string().max(1024, 'This cannot be a password.')
/** A password that a person chooses, typed twice; `checkedPassword` says what may be one. */
export const chosenPassword = { password, passwordAgain: password }

export const signInFields = z.strictObject({ name: fields.neededLine(254), password })
export const codeFields = z.strictObject({ code: fields.neededLine(60) })
export const linkFields = z.strictObject({ token: fields.line(100), ...chosenPassword })
export const sampleFields = z.strictObject({ person: fields.neededLine(120) })

/**
 * Milliseconds, more than it takes to write a wrong try down: nothing is written for a name that nobody has, and a
 * stranger shall not hear the difference.
 */
const writingTakes = 100

/** @param mark What the browser holds of an earlier sign-in. */
export async function signIn(input: z.output<typeof signInFields>, mark: string | null = null) {
  if (theOffice().kind === 'sample') return refuse('no-sign-in-here')
  const person = await personForSignIn(reader(), input.name)
  const known = person?.disabledAt === null ? person.passwordHash : null
  const browser = hashInMark(mark)
  const asked = person && { personId: person.id, hash: browser, now: theOffice().clock() }
  const line = asked && (await knownBrowser(reader(), asked)) ? 'known' : 'strangers'
  const matches = await inTurn(line, () => isPasswordOf(known, input.password))
  if (matches === null) return refuse('sign-in-busy')
  const verifiedHash = matches ? known : null
  const { token, hash } = newToken()
  const refusedNoSooner = setTimeout(writingTakes)
  const done = await signInWithPassword(nobody, { name: input.name, verifiedHash, tokenHash: hash, browser })
  if (!done.ok) return done
  if (done.value.outcome === 'passed') return accept({ token, stage: done.value.stage })
  await refusedNoSooner
  return refuse('sign-in-refused', {}, 'password')
}

export async function signInToSample({ person }: z.output<typeof sampleFields>) {
  const { token, hash } = newToken()
  const done = await chooseSamplePerson(nobody, { person, tokenHash: hash })
  return done.ok ? accept({ token }) : done
}

/** @param token What the browser holds of the pending sign-in. */
export async function completeWithCode(token: string, code: string, mark: string | null = null) {
  const next = newToken()
  const done = await giveTotpCode(nobody, {
    tokenHash: hashOfToken(token),
    code,
    newTokenHash: next.hash,
    browser: hashInMark(mark),
  })
  return done.ok ? answered(done.value, next.token) : done
}

export async function completeWithRecoveryCode(token: string, code: string, mark: string | null = null) {
  const next = newToken()
  const done = await giveRecoveryCode(nobody, {
    tokenHash: hashOfToken(token),
    code,
    newTokenHash: next.hash,
    browser: hashInMark(mark),
  })
  return done.ok ? answered(done.value, next.token) : done
}

/** Answers with the ten recovery codes as well: this is the one time that they are known. */
export async function enrol(token: string, code: string) {
  const session = await sessionOf(reader(), token, theOffice().clock())
  if (session?.stage !== 'enrolling') return refuse('sign-in-over')
  const next = newToken()
  const codes = newRecoveryCodes()
  const done = await enrolTotp(nobody, {
    tokenHash: hashOfToken(token),
    code,
    newTokenHash: next.hash,
    sealedSecret: sealedSecret(session.personId, enrolmentSecret(token)),
    recoveryCodeHashes: codes.map((one) => hashOfRecoveryCode(session.personId, one)),
  })
  if (!done.ok) return done
  const answer = answered(done.value, next.token)
  return answer.ok ? accept({ ...answer.value, personId: session.personId, codes }) : answer
}

/** Through the link of an invitation or a reset to a password of one's own; the second factor comes next. */
export async function choosePassword(purpose: 'invite' | 'reset', input: z.output<typeof linkFields>) {
  const linkHash = hashOfToken(input.token)
  const link = await openLink(reader(), linkHash, theOffice().clock())
  if (link?.purpose !== purpose) return refuse('link-over')
  const chosen = await chosenHash(input, link.person)
  if (!chosen.ok) return chosen
  const { token, hash } = newToken()
  const command = purpose === 'invite' ? acceptInvitation : resetPassword
  const done = await command(nobody, { linkHash, passwordHash: chosen.value, tokenHash: hash })
  return done.ok ? accept({ token, stage: done.value.stage }) : done
}

/** The hash of a password that was typed twice and may be this person's. */
export async function chosenHash(
  typed: { password: string; passwordAgain: string },
  person: { name: string; email: string },
) {
  const checked = checkedPassword(typed.password, person)
  if (!checked.ok) return checked
  if (typed.password !== typed.passwordAgain) return refuse('passwords-differ', {}, 'passwordAgain')
  return accept(await hashOfPassword(checked.value))
}

function answered(value: CodeOutcome, token: string) {
  if (value.outcome === 'signed-in') return accept({ token })
  return value.left === 0 ? refuse('sign-in-over') : refuse('code-wrong', { left: value.left }, 'code')
}
