import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { beginNewAuthenticator, changePassword, drawRecoveryCodes } from './account.ts'
import { endOtherSessions } from './commands/account.ts'
import { signOut } from './commands/sign_in.ts'
import { theOffice } from './open_office.ts'
import { hashOfPassword } from './passwords.ts'
import { ownAccount, personByName } from './queries/people.ts'
import { history, people, recoveryCodes, sessions } from './schema.ts'
import { actorOfToken, beginSession, newToken, sessionOf } from './sessions.ts'
import { completeWithCode, enrol, signIn } from './sign_in.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { codeAt, enrolmentSecret } from './totp.ts'
import { reader, tx } from './tx.ts'

const password = 'brass kettle over Ghent'
const other = 'copper whistle by Antwerp'
let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  const passwordHash = await hashOfPassword(password)
  await tx(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.name, 'billing one'))
  })
})
afterAll(() => office.close())

/** A whole session of billing one, and who acts in it. */
async function seated(): Promise<{ token: string; actor: Actor }> {
  const { token, hash } = newToken()
  await tx((tx) =>
    beginSession(tx, {
      personId: office.actors.billing.id,
      stage: 'full',
      tokenHash: hash,
      now: office.clock.now,
    }),
  )
  const actor = await actorOfToken(token)
  if (!actor) throw new Error('Nobody is seated.')
  return { token, actor }
}

test('a new password needs the present one, and ends every other session', async () => {
  const [here, there] = [await seated(), await seated()]
  const wrong = { presentPassword: 'not this one', password: other, passwordAgain: other }
  expect(await changePassword(here.actor, wrong)).toMatchObject({
    refusal: { kind: 'password-wrong', field: 'presentPassword' },
  })
  const common = { presentPassword: password, password: 'letmein12', passwordAgain: 'letmein12' }
  expect(await changePassword(here.actor, common)).toMatchObject({ refusal: { kind: 'password-common' } })
  expect(await actorOfToken(there.token)).not.toBeNull()
  const right = { presentPassword: password, password: other, passwordAgain: other }
  expect(await changePassword(here.actor, right)).toMatchObject({ ok: true })
  expect(await actorOfToken(here.token)).not.toBeNull()
  expect(await actorOfToken(there.token)).toBeNull()
  expect(await signIn({ name: 'billing one', password })).toMatchObject({ ok: false })
  expect(await signIn({ name: 'billing one', password: other })).toMatchObject({ ok: true })
})

test('ten new recovery codes stand in place of the old, as keyed hashes', async () => {
  const { actor } = await seated()
  expect(await drawRecoveryCodes(actor, { presentPassword: 'wrong' })).toMatchObject({ ok: false })
  for (const _time of [1, 2]) {
    const drawn = await drawRecoveryCodes(actor, { presentPassword: other })
    if (!drawn.ok) throw new Error(drawn.refusal.sentence)
    expect(new Set(drawn.value.codes).size).toBe(10)
    for (const code of drawn.value.codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  }
  const rows = await reader().select().from(recoveryCodes).where(eq(recoveryCodes.personId, actor.id))
  expect(rows).toHaveLength(10)
  for (const { codeHash } of rows) expect(codeHash).toMatch(/^[0-9a-f]{64}$/)
  expect(await ownAccount(actor)).toMatchObject({ codesLeft: 10, email: 'billing.one@office.test' })
})

describe('another telephone', () => {
  test('needs the password, and leaves the session that began it', async () => {
    const { token, actor } = await seated()
    expect(await beginNewAuthenticator(actor, { presentPassword: 'wrong' })).toMatchObject({ ok: false })
    expect(await actorOfToken(token)).not.toBeNull()
    const begun = await beginNewAuthenticator(actor, { presentPassword: other })
    if (!begun.ok) throw new Error(begun.refusal.sentence)
    expect(await actorOfToken(token)).toBeNull()
    const session = await sessionOf(reader(), begun.value.token, theOffice().clock())
    expect(session).toMatchObject({ stage: 'enrolling', personId: actor.id })
  })

  test('leaves the old one counting until its first code, and from then on only the new one', async () => {
    const enrolled = async () => {
      const { actor } = await seated()
      const begun = await beginNewAuthenticator(actor, { presentPassword: other })
      if (!begun.ok) throw new Error(begun.refusal.sentence)
      return { pending: begun.value.token, secret: enrolmentSecret(begun.value.token) }
    }
    const codeFor = (secret: string) => codeAt(secret, office.clock.now)
    const stepIn = async (secret: string) => {
      const begun = await signIn({ name: 'billing one', password: other })
      if (!begun.ok) throw new Error(begun.refusal.sentence)
      return (await completeWithCode(begun.value.token, codeFor(secret))).ok
    }
    const first = await enrolled()
    await enrol(first.pending, codeFor(first.secret))
    office.clock.set('2026-01-05 10:01')
    const second = await enrolled()
    expect(await stepIn(first.secret)).toBe(true)
    office.clock.set('2026-01-05 10:02')
    expect(await enrol(second.pending, codeFor(second.secret))).toMatchObject({ ok: true })
    office.clock.set('2026-01-05 10:03')
    expect(await stepIn(first.secret)).toBe(false)
    expect(await stepIn(second.secret)).toBe(true)
    expect((await personByName(reader(), 'billing one'))?.totpSecret).not.toContain(second.secret)
  })
})

test('the tenth wrong present password ends every session and lets the sign-in rest', async () => {
  const { token, actor } = await seated()
  for (let time = 0; time < 9; time++) await drawRecoveryCodes(actor, { presentPassword: 'a guess' })
  expect(await actorOfToken(token)).not.toBeNull()
  await drawRecoveryCodes(actor, { presentPassword: 'a guess' })
  expect(await actorOfToken(token)).toBeNull()
  expect(await signIn({ name: 'billing one', password: other })).toMatchObject({ ok: false })
  office.clock.now = (office.clock.now + 15 * 60_000) as typeof office.clock.now
  expect(await signIn({ name: 'billing one', password: other })).toMatchObject({ ok: true })
})

test('signing out ends this session, and signing out elsewhere all the others', async () => {
  const [here, there, third] = [await seated(), await seated(), await seated()]
  expect(await endOtherSessions(here.actor, {})).toMatchObject({ ok: true })
  expect(await actorOfToken(there.token)).toBeNull()
  expect(await actorOfToken(third.token)).toBeNull()
  expect((await ownAccount(here.actor))?.sessions).toMatchObject([{ isThisOne: true }])
  expect(await signOut(here.actor, {})).toMatchObject({ ok: true })
  expect(await actorOfToken(here.token)).toBeNull()
  const [row] = await reader()
    .select()
    .from(sessions)
    .where(eq(sessions.id, here.actor.sessionId ?? 0))
  expect(row).toMatchObject({ endedWhy: 'signed-out' })
})

test('the history says what they did, by themselves, and none of what they typed', async () => {
  const rows = (await reader().select().from(history)).filter(
    ({ actorId }) => actorId === office.actors.billing.id,
  )
  const commands = new Set(rows.map(({ command }) => command))
  for (const command of [
    'change-own-password',
    'renew-recovery-codes',
    'start-new-authenticator',
    'end-other-sessions',
    'note-wrong-password',
    'sign-out',
  ]) {
    expect(commands).toContain(command)
  }
  expect(rows.map(({ payload }) => payload).join()).not.toMatch(/kettle|whistle|argon2/)
})
