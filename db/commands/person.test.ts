import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { mayOpen } from '#lib/access/pages.ts'
import { hashOfPassword } from '../passwords.ts'
import { peopleOfOffice, personByName, personLine, rolesOf, samplePeople } from '../queries/people.ts'
import { history, invitations, outbox, recoveryCodes, sessions } from '../schema.ts'
import { withLinksOpened } from '../sealed_link.ts'
import { actorOfToken, hashOfToken, newToken } from '../sessions.ts'
import { choosePassword, enrol, signIn } from '../sign_in.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { type Desk, setTheDesk } from '../the_desk.ts'
import { codeAt, enrolmentSecret } from '../totp.ts'
import { reader } from '../tx.ts'
import { changeRoles, disablePerson, enablePerson, endSessions } from './person.ts'
import { invitePerson, isHandedOver, linkAddress, startReset } from './person_invite.ts'

const password = 'brass kettle over Ghent'
let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.close())

/** Somebody new, with a password and a second factor; answers with how they sign in. */
async function joined(name: string, roles: ('billing' | 'administrator' | 'custodian')[]) {
  const link = newToken()
  const email = `${name.replaceAll(' ', '.')}@office.test`
  expect(await invite(name, email, roles, link.token)).toMatchObject({ ok: true })
  const chosen = await choosePassword('invite', { token: link.token, password, passwordAgain: password })
  if (!chosen.ok) throw new Error(chosen.refusal.sentence)
  const secret = enrolmentSecret(chosen.value.token)
  const done = await enrol(chosen.value.token, codeAt(secret, office.clock.now))
  if (!done.ok) throw new Error(done.refusal.sentence)
  return { token: done.value.token, link: link.token }
}

const invite = (
  name: string,
  email: string,
  roles: ('billing' | 'administrator' | 'custodian')[],
  linkToken = newToken().token,
  submission?: string,
) => invitePerson(office.actors.administrator, { name, email, roles, linkToken }, { submission })

describe('an invitation', () => {
  test('writes the person, their roles, the hash of the link, and a mail that keeps the link sealed', async () => {
    const { token, hash } = newToken()
    expect(await invite('Ines Vidal', 'ines@office.test', ['billing', 'custodian'], token)).toMatchObject({
      ok: true,
      value: { person: 'Ines Vidal', mailed: true },
    })
    const person = await personByName(reader(), 'ines vidal')
    expect(person).toMatchObject({ email: 'ines@office.test', passwordHash: null, totpSecret: null })
    expect(await rolesOf(reader(), person?.id ?? 0)).toEqual(['custodian', 'billing'])
    const [link] = await reader().select().from(invitations).where(eq(invitations.tokenHash, hash))
    expect(link).toMatchObject({ purpose: 'invite', personId: person?.id, usedAt: null })
    expect((link?.expiresAt ?? 0) - office.clock.now).toBe(7 * 86_400_000)
    const [mail] = await reader().select().from(outbox).where(eq(outbox.toAddress, 'ines@office.test'))
    expect(mail).toMatchObject({ kind: 'sign-in', subpoenaId: null })
    for (const words of [mail?.text ?? '', mail?.html ?? '']) {
      expect(words).not.toContain(token)
      expect(withLinksOpened(words)).toContain(linkAddress('invite', token))
      expect(withLinksOpened(`${words} {{link made-up}}`)).toContain('{{link made-up}}')
    }
    expect(await signIn({ name: 'Ines Vidal', password })).toMatchObject({ ok: false })
  })

  test.each([
    ['a name that is here', { name: 'COUNSEL one' }, 'name-taken', 'name'],
    ['the name of the clockwork', { name: 'subpoena desk' }, 'name-taken', 'name'],
    ['an address that is here', { email: 'Counsel.One@office.test' }, 'email-taken', 'email'],
  ])('with %s is refused beside its field', async (_name, changed, kind, field) => {
    const { name, email } = { name: 'Somebody New', email: 'new@office.test', ...changed }
    expect(await invite(name, email, ['billing'])).toMatchObject({ refusal: { kind, field } })
    expect(await personByName(reader(), 'Somebody New')).toBeNull()
  })

  test.each([
    ['two addresses', 'a@office.test, b@office.test'],
    ['a header in it', 'a@office.test\r\nBcc: b@office.test'],
    ['none', ''],
  ])('with %s for an address is not understood', async (_name, email) => {
    expect(await invite('Somebody New', email, ['billing'])).toMatchObject({
      refusal: { kind: 'not-understood', fields: { email: expect.any(String) } },
    })
  })

  test.each([
    ['a slash', 'Temp / desk 2'],
    ['dots alone', '..'],
    ['a backslash', 'a\\b'],
    ['figures alone', '4711'],
    ['a sign that nobody sees', 'counsel one\u200b'],
    ['a space that is another', 'counsel\u00a0one'],
    ['two spaces', 'counsel  one'],
  ])(
    'to a name of %s is not understood: its page would not open, or it would look like another',
    async (_name, name) => {
      expect(await invite(name, 'odd@office.test', ['billing'])).toMatchObject({
        refusal: { kind: 'not-understood', fields: { name: expect.any(String) } },
      })
    },
  )

  test.each(['J. M. O’Hara-Lund', 'Søren Ådahl III', '김민지', 'Wren (nights)'])(
    'to %s opens their page',
    async (name) => {
      expect(
        await invite(name, `${encodeURIComponent(name).slice(-6).replace(/\W/g, '')}@office.test`, [
          'billing',
        ]),
      ).toMatchObject({ ok: true })
      expect(mayOpen(office.actors.administrator, `/settings/people/${encodeURIComponent(name)}`)).toBe(true)
    },
  )

  test('sent twice makes one person and one link', async () => {
    const { token } = newToken()
    const first = await invite('Twice Pressed', 'twice@office.test', ['billing'], token, 'form-1')
    expect(await invite('Twice Pressed', 'twice@office.test', ['billing'], token, 'form-1')).toEqual(first)
  })

  test('opens once, within seven days, and not after a newer one', async () => {
    const { link } = await joined('Opens Once', ['billing'])
    const again = await choosePassword('invite', { token: link, password, passwordAgain: password })
    expect(again).toMatchObject({ refusal: { kind: 'link-over' } })

    const old = newToken().token
    await invite('Never Came', 'never@office.test', ['billing'], old)
    const newer = newToken().token
    await startReset(office.actors.administrator, {
      person: 'Never Came',
      secondFactorToo: false,
      linkToken: newer,
    })
    const through = (token: string, kind: 'invite' | 'reset' = 'invite') =>
      choosePassword(kind, { token, password, passwordAgain: password })
    expect(await through(old)).toMatchObject({ refusal: { kind: 'link-over' } })
    expect(await through(newer, 'reset')).toMatchObject({ refusal: { kind: 'link-over' } })
    const start = office.clock.now
    office.clock.now = (start + 7 * 86_400_000) as typeof start
    expect(await through(newer)).toMatchObject({ refusal: { kind: 'link-over' } })
    office.clock.now = start
    expect(await through(newer)).toMatchObject({ ok: true, value: { stage: 'enrolling' } })
  })

  test.each([
    ['a short password', 'short', 'short', 'password-too-short', 'password'],
    ['a common one', 'Password1234', 'Password1234', 'password-common', 'password'],
    ['two that differ', password, `${password}!`, 'passwords-differ', 'passwordAgain'],
  ])('with %s is refused and stays open', async (_name, one, two, kind, field) => {
    const { token, hash } = newToken()
    await invite(`With ${kind}`, `${kind}@office.test`, ['billing'], token)
    expect(await choosePassword('invite', { token, password: one, passwordAgain: two })).toMatchObject({
      refusal: { kind, field },
    })
    const [link] = await reader().select().from(invitations).where(eq(invitations.tokenHash, hash))
    expect(link?.usedAt).toBeNull()
  })
})

test.each([
  ['is mailed to the person alone where a mail server is set', 'smtp://mail.example.test', true, false],
  ['is handed over where mail is only written', null, true, true],
  ['is handed over to somebody without an address', 'smtp://mail.example.test', false, true],
])('a link %s', (_name, smtpUrl, mailed, isShown) => {
  setTheDesk({ smtpUrl } as Desk)
  expect(isHandedOver(mailed)).toBe(isShown)
  setTheDesk(undefined)
})

describe('a reset', () => {
  const reset = (person: string, secondFactorToo: boolean, linkToken: string) =>
    startReset(office.actors.administrator, { person, secondFactorToo, linkToken })

  test('gives a new password, ends every session, and still asks for the second factor', async () => {
    const { token: session } = await joined('Forgot It', ['billing'])
    const { token } = newToken()
    expect(await reset('Forgot It', false, token)).toMatchObject({ value: { purpose: 'reset' } })
    expect(await actorOfToken(session)).not.toBeNull()
    const other = 'copper whistle by Antwerp'
    const chosen = await choosePassword('reset', { token, password: other, passwordAgain: other })
    expect(chosen).toMatchObject({ ok: true, value: { stage: 'password' } })
    expect(await actorOfToken(session)).toBeNull()
    expect(await signIn({ name: 'Forgot It', password })).toMatchObject({ ok: false })
    expect(await signIn({ name: 'Forgot It', password: other })).toMatchObject({ ok: true })
  })

  test('for a lost telephone ends password, second factor, codes and sessions at once', async () => {
    const { token: session } = await joined('Lost It', ['billing'])
    const { token } = newToken()
    await reset('Lost It', true, token)
    expect(await actorOfToken(session)).toBeNull()
    expect(await signIn({ name: 'Lost It', password })).toMatchObject({ ok: false })
    const person = await personByName(reader(), 'Lost It')
    expect(person).toMatchObject({ passwordHash: null, totpSecret: null, totpLastStep: null })
    const codes = await reader()
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.personId, person?.id ?? 0))
    expect(codes).toEqual([])
    const chosen = await choosePassword('reset', { token, password, passwordAgain: password })
    expect(chosen).toMatchObject({ ok: true, value: { stage: 'enrolling' } })
  })

  test('from the terminal needs nobody signed in, and sends no mail', async () => {
    await joined('Last One', ['administrator'])
    const before = (await reader().select().from(outbox)).length
    const { token, hash } = newToken()
    expect(
      await startReset(system, { person: 'last one', secondFactorToo: true, linkToken: token }),
    ).toMatchObject({ ok: true, value: { person: 'Last One' } })
    const [link] = await reader().select().from(invitations).where(eq(invitations.tokenHash, hash))
    expect(link).toMatchObject({ purpose: 'reset', usedAt: null })
    expect((await reader().select().from(outbox)).length).toBe(before)
  })

  test('of oneself, or of a disabled person, is refused', async () => {
    const { token } = newToken()
    expect(await reset('administrator one', false, token)).toMatchObject({ refusal: { kind: 'own-reset' } })
    await joined('Gone Already', ['billing'])
    await disablePerson(office.actors.administrator, { person: 'Gone Already' })
    expect(await reset('Gone Already', false, token)).toMatchObject({ refusal: { kind: 'person-disabled' } })
  })
})

describe('roles', () => {
  const change = (
    person: string,
    roles: ('billing' | 'administrator')[],
    version: number,
    by = office.actors.administrator,
  ) => changeRoles(by, { person, roles, version })

  test('count from the next request on', async () => {
    const { token } = await joined('New Work', ['billing'])
    expect((await actorOfToken(token))?.roles).toEqual(['billing'])
    expect(await change('New Work', ['administrator'], 1)).toMatchObject({ ok: true })
    expect((await actorOfToken(token))?.roles).toEqual(['administrator'])
    expect(await personByName(reader(), 'New Work')).toMatchObject({ version: 2 })
  })

  test('changed by two at once: the second hears of it', async () => {
    expect(await change('New Work', ['billing'], 1)).toMatchObject({ refusal: { kind: 'edited-meanwhile' } })
  })

  test('of oneself are not changed, also not downwards', async () => {
    expect(await change('administrator one', ['administrator', 'billing'], 1)).toMatchObject({
      refusal: { kind: 'own-roles', field: 'roles' },
    })
  })

  test('none at all is not understood', async () => {
    expect(await change('New Work', [], 2)).toMatchObject({
      refusal: { fields: { roles: expect.any(String) } },
    })
  })
})

describe('disabling', () => {
  test('ends the sessions at the next request, and enabling lets them in again', async () => {
    const { token } = await joined('Comes And Goes', ['billing'])
    const done = await disablePerson(office.actors.administrator, { person: 'Comes And Goes' })
    expect(done).toMatchObject({ ok: true, value: { ended: 1 } })
    expect(await actorOfToken(token)).toBeNull()
    expect(await signIn({ name: 'Comes And Goes', password })).toMatchObject({ ok: false })
    expect(await enablePerson(office.actors.administrator, { person: 'Comes And Goes' })).toMatchObject({
      ok: true,
    })
    expect(await actorOfToken(token)).toBeNull()
    expect(await signIn({ name: 'Comes And Goes', password })).toMatchObject({ ok: true })
  })

  test('closes the links that are out', async () => {
    const { token } = newToken()
    await invite('Invited And Gone', 'gone@office.test', ['billing'], token)
    await disablePerson(office.actors.administrator, { person: 'Invited And Gone' })
    expect(await choosePassword('invite', { token, password, passwordAgain: password })).toMatchObject({
      refusal: { kind: 'link-over' },
    })
  })

  test('oneself is refused', async () => {
    expect(await disablePerson(office.actors.administrator, { person: 'Administrator One' })).toMatchObject({
      refusal: { kind: 'own-access' },
    })
  })

  test('the last administrator who can sign in is refused, and so is taking the role away', async () => {
    const rows = (await peopleOfOffice(office.actors.administrator)).filter(
      ({ roles, state, name }) =>
        roles.includes('administrator') && state === 'active' && name !== 'New Work',
    )
    for (const { name } of rows) await disablePerson(office.actors.administrator, { person: name })
    const refused = { refusal: { kind: 'last-administrator' } }
    expect(await disablePerson(office.actors.administrator, { person: 'New Work' })).toMatchObject(refused)
    const version = (await personByName(reader(), 'New Work'))?.version ?? 0
    expect(
      await changeRoles(office.actors.administrator, { person: 'New Work', roles: ['billing'], version }),
    ).toMatchObject(refused)
  })
})

test('an administrator signs somebody out everywhere', async () => {
  const { token } = await joined('Left It Open', ['billing'])
  const done = await endSessions(office.actors.administrator, { person: 'Left It Open' })
  expect(done).toMatchObject({ ok: true, value: { ended: 1 } })
  expect(await actorOfToken(token)).toBeNull()
  const [row] = await reader()
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, hashOfToken(token)))
  expect(row).toMatchObject({ endedWhy: 'ended-by-administrator', endedAt: office.clock.now })
})

test('the list says who can sign in, and is for administrators and auditors', async () => {
  const line = async (name: string) => (await personLine(office.actors.auditor, name))?.state
  expect(await line('Left It Open')).toBe('active')
  expect(await line('Ines Vidal')).toBe('invited')
  expect(await line('intake one')).toBe('link-over')
  expect(await line('Gone Already')).toBe('disabled')
  await expect(peopleOfOffice(office.actors.billing)).rejects.toThrow('not for your role')
  await expect(peopleOfOffice(office.actors.counsel)).rejects.toThrow('not for your role')
})

test('nobody is chosen by a click in a real office', async () => {
  expect(await samplePeople()).toEqual([])
})

test('every one of these stands in the history by whom it was, and no link with it', async () => {
  const rows = await reader().select().from(history)
  const commands = new Set(rows.map(({ command }) => command))
  for (const name of [
    'invite-person',
    'accept-invitation',
    'start-reset',
    'reset-password',
    'change-roles',
    'disable-person',
    'enable-person',
    'end-sessions',
    'enrol-totp',
    'sign-in-with-password',
  ]) {
    expect(commands).toContain(name)
  }
  const unused = await reader()
    .select({ hash: invitations.tokenHash })
    .from(invitations)
    .where(and(isNull(invitations.usedAt)))
  const told = rows.map(({ payload }) => payload ?? '').join('\n')
  for (const { hash } of unused) expect(told).not.toContain(hash)
  expect(told).not.toContain('argon2')
})

test('a password is hashed with argon2id at full cost, and each time otherwise', async () => {
  const [one, two] = [await hashOfPassword(password), await hashOfPassword(password)]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(one).not.toBe(two)
})
