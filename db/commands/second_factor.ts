import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import * as fields from '#lib/input.ts'
import { afterWrongTry, isResting } from '#lib/person/lockout.ts'
import { refuse } from '#lib/person/refusals.ts'
import { isRunning, wrongCodesAllowed } from '#lib/person/session.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { countOnBrowser, knownBrowser } from '../known_browser.ts'
import { type Person, personById } from '../queries/people.ts'
import { people, recoveryCodes, sessions } from '../schema.ts'
import { beginSession, endSession, endSessionsOf, type Session, type SessionStage } from '../sessions.ts'
import { hashOfRecoveryCode, stepOfCode, unsealedSecret } from '../totp.ts'
import type { Tx } from '../tx.ts'
import { browser, tokenHash } from './sign_in.ts'

/** A wrong code is an answer and not a refusal, since its count must stay. */
export type CodeOutcome =
  | { readonly outcome: 'signed-in'; readonly person: string; readonly codesLeft?: number }
  | { readonly outcome: 'wrong'; readonly person: string; readonly left: number }

const pendingFields = { tokenHash, code: fields.line(60), newTokenHash: tokenHash, browser }

/** Completes a sign-in with the code that the person's app shows. Each code works once. */
export const giveTotpCode = command({
  name: 'give-totp-code',
  may: ['nobody'],
  input: z.strictObject(pendingFields),
  seenBy: 'all',
  whileReadOnly: ['nobody'],
  async run(context, input) {
    const pending = await pendingSession(context, input, 'password')
    if (!pending?.person.totpSecret) return refuse('sign-in-over')
    const { person } = pending
    const step = stepOfCode({
      secret: unsealedSecret(person.id, pending.person.totpSecret),
      code: input.code,
      now: context.now,
      lastStep: person.totpLastStep,
    })
    if (step === null) return accept(await wrongCode(context, pending))
    await context.tx.update(people).set({ totpLastStep: step }).where(eq(people.id, person.id))
    return accept(await signedIn(context, pending, input.newTokenHash))
  },
  tells: (_input, value) => ({
    sentence: value.outcome === 'signed-in' ? `${value.person} signed in.` : wrongSentence(value),
  }),
})

/** Completes a sign-in with one of the ten codes that the person wrote down. Each works once. */
export const giveRecoveryCode = command({
  name: 'give-recovery-code',
  may: ['nobody'],
  input: z.strictObject(pendingFields),
  seenBy: 'all',
  whileReadOnly: ['nobody'],
  async run(context, input) {
    const pending = await pendingSession(context, input, 'password')
    if (!pending) return refuse('sign-in-over')
    const { tx, now } = context
    const unused = and(eq(recoveryCodes.personId, pending.person.id), isNull(recoveryCodes.usedAt))
    const used = await tx
      .update(recoveryCodes)
      .set({ usedAt: now })
      .where(and(unused, eq(recoveryCodes.codeHash, hashOfRecoveryCode(pending.person.id, input.code))))
      .returning({ id: recoveryCodes.id })
    if (used.length === 0) return accept(await wrongCode(context, pending))
    const left = await tx.select({ id: recoveryCodes.id }).from(recoveryCodes).where(unused)
    return accept({ ...(await signedIn(context, pending, input.newTokenHash)), codesLeft: left.length })
  },
  tells: (_input, value) => ({
    sentence:
      value.outcome === 'signed-in'
        ? `${value.person} signed in with a recovery code; ${value.codesLeft} are left.`
        : wrongSentence(value),
  }),
})

/** Takes a person's app as their second factor, after one right code from it, and signs them in. */
export const enrolTotp = command({
  name: 'enrol-totp',
  may: ['nobody'],
  input: z.strictObject({
    ...pendingFields,
    /** Sealed for the person, by `sealedSecret`. */
    sealedSecret: z.string().max(400),
    recoveryCodeHashes: z.array(tokenHash).length(10),
  }),
  seenBy: 'all',
  whileReadOnly: ['nobody'],
  async run(context, input) {
    const pending = await pendingSession(context, input, 'enrolling')
    if (!pending) return refuse('sign-in-over')
    const { tx, now } = context
    const { person } = pending
    const secret = unsealedSecret(person.id, input.sealedSecret)
    // The steps of another secret say nothing about this one.
    const step = stepOfCode({ secret, code: input.code, now, lastStep: null })
    if (step === null) return accept(await wrongCode(context, pending))
    await tx
      .update(people)
      .set({ totpSecret: input.sealedSecret, totpLastStep: step })
      .where(eq(people.id, person.id))
    await keepRecoveryCodes(tx, person.id, input.recoveryCodeHashes)
    // Also one that began to enrol before this: it knows the password alone, and would put its own app in place.
    const why = 'new-second-factor'
    await endSessionsOf(tx, { personId: person.id, why, now, keep: pending.session.id })
    return accept(await signedIn(context, pending, input.newTokenHash))
  },
  tells: (_input, value) => ({
    sentence:
      value.outcome === 'signed-in'
        ? `${value.person} set up their second factor and signed in.`
        : wrongSentence(value),
  }),
})

/** The ten new ones stand in place of all that were there. */
export async function keepRecoveryCodes(tx: Tx, personId: number, hashes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash })))
}

type Pending = {
  readonly session: Session
  readonly person: Person
  /** Null: the browser is a stranger's. */
  readonly known: Session | null
}

/** A sign-in that waits for its second factor; null when it took too long, was ended, or its person may not sign in. */
async function pendingSession(
  { tx, now }: Context,
  input: { tokenHash: string; browser?: string | null | undefined },
  stage: SessionStage,
): Promise<Pending | null> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.tokenHash, input.tokenHash))
  if (session?.stage !== stage || !isRunning(session, now)) return null
  const person = await personById(tx, session.personId)
  if (!person || person.disabledAt !== null) return null
  const known = await knownBrowser(tx, { personId: person.id, hash: input.browser, now })
  return !known && isResting(person, now) ? null : { session, person, known }
}

/** A new token for the signed-in session: the one of the pending sign-in is dead. */
async function signedIn(
  { tx, now }: Context,
  { session, person }: Pending,
  newTokenHash: string,
): Promise<CodeOutcome> {
  await endSession(tx, session.id, 'completed', now)
  await tx.update(people).set({ failedSignIns: 0, lockedUntilAt: null }).where(eq(people.id, person.id))
  await beginSession(tx, { personId: person.id, stage: 'full', tokenHash: newTokenHash, now })
  return { outcome: 'signed-in', person: person.name }
}

async function wrongCode({ tx, now }: Context, { session, person, known }: Pending): Promise<CodeOutcome> {
  const wrongCodes = session.wrongCodes + 1
  await tx.update(sessions).set({ wrongCodes }).where(eq(sessions.id, session.id))
  // They count towards the rest as well, or codes could be guessed five at a time for ever.
  if (known) await countOnBrowser(tx, known)
  else await tx.update(people).set(afterWrongTry(person, now)).where(eq(people.id, person.id))
  if (wrongCodes >= wrongCodesAllowed) await endSession(tx, session.id, 'wrong-codes', now)
  return { outcome: 'wrong', person: person.name, left: wrongCodesAllowed - wrongCodes }
}

function wrongSentence({ person, left }: { person: string; left: number }): string {
  const end = left === 0 ? ' It was the fifth: the sign-in was ended.' : ''
  return `A wrong code was given for ${person}.${end}`
}
