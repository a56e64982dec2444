import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nobody, system } from '#lib/access/actor.ts'
import { changeOwnPassword } from './commands/account.ts'
import { invitePerson, startReset } from './commands/person_invite.ts'
import { setUpOffice } from './commands/set_up.ts'
import { chooseSamplePerson } from './commands/sign_in.ts'
import { startDesk } from './desk.ts'
import { samplePeople } from './queries/people.ts'
import { makeSampleOffice } from './sample/make.ts'
import { outbox } from './schema.ts'
import { actorOfToken, newToken } from './sessions.ts'
import { exploreSample } from './set_up.ts'
import { signIn, signInToSample } from './sign_in.ts'
import { officeForTests } from './testing/office.ts'
import type { Desk } from './the_desk.ts'
import { reader } from './tx.ts'

/** A sample of two people stands in for the forty subpoenas, which have a test of their own. */
vi.mock('./sample/make.ts', () => ({ makeSampleOffice: vi.fn() }))
const make = vi.mocked(makeSampleOffice)

let folder = ''
let desk: Desk
const facts = () => ({
  dataDir: folder,
  sample: false,
  port: 41_999,
  publicUrl: 'https://desk.example.test',
  smtpUrl: 'smtp://mail.example.test',
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-sample-'))
  make.mockReset().mockImplementation(async () => {
    await setUpOffice(system, {
      ...officeForTests,
      administrator: {
        name: 'D. Ostrow',
        email: 'ostrow@sample.test',
        otherRoles: ['counsel'],
        passwordHash: `$argon2id$v=19$m=65536,t=3,p=1$${'a'.repeat(22)}`,
        tokenHash: newToken().hash,
      },
    })
  })
  desk = await startDesk(facts())
})
afterEach(async () => {
  await desk.stop()
  rmSync(folder, { recursive: true, force: true })
})

const explore = () => exploreSample({ token: desk.setUpToken ?? '' })

test('the sample is made once, also for two presses, and then nothing else opens', async () => {
  const token = desk.setUpToken ?? ''
  const both = await Promise.all([exploreSample({ token }), exploreSample({ token })])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect(make).toHaveBeenCalledOnce()
  expect(desk).toMatchObject({ officeKind: 'sample', setUpToken: null, isMaking: false, smtpUrl: null })
  expect(desk.publicUrl).toBe('http://127.0.0.1:41999')
  expect(existsSync(join(folder, 'office'))).toBe(false)
  await expect(desk.choose('real')).rejects.toThrow('a process serves one')
})

test('the next start asks again which office, and with --sample opens the one that was made', async () => {
  await explore()
  await desk.stop()
  desk = await startDesk(facts())
  expect(desk.setUpToken).not.toBeNull()
  await desk.stop()
  desk = await startDesk({ ...facts(), sample: true })
  expect(desk.officeKind).toBe('sample')
  expect(make).toHaveBeenCalledOnce()
})

test('a sample that was cut off in the making is made anew', async () => {
  make.mockImplementationOnce(async () => {
    writeFileSync(join(folder, 'sample', 'half'), '')
    throw new Error('the power went')
  })
  await expect(explore()).rejects.toThrow('the power went')
  expect(desk).toMatchObject({ officeKind: null, isMaking: false })
  expect(await explore()).toMatchObject({ ok: true })
  expect(existsSync(join(folder, 'sample', 'half'))).toBe(false)
  expect(make).toHaveBeenCalledTimes(2)
})

test('its people are chosen with one click, and nobody has a password', async () => {
  await explore()
  expect(await samplePeople()).toEqual([{ name: 'D. Ostrow', roles: ['counsel', 'administrator'] }])
  const done = await signInToSample({ person: 'd. ostrow' })
  if (!done.ok) throw new Error(done.refusal.sentence)
  const actor = await actorOfToken(done.value.token)
  expect(actor).toMatchObject({ name: 'D. Ostrow', roles: ['counsel', 'administrator'] })
  expect(await signInToSample({ person: 'Subpoena Desk' })).toMatchObject({
    refusal: { kind: 'no-such-person', field: 'person' },
  })
  const noPasswords = { refusal: { kind: 'no-sign-in-here' } }
  expect(await signIn({ name: 'D. Ostrow', password: 'brass kettle' })).toMatchObject(noPasswords)
  const { token: linkToken } = newToken()
  const reset = { person: 'D. Ostrow', secondFactorToo: false, linkToken }
  expect(await startReset(system, reset)).toMatchObject(noPasswords)
  const passwordHash = `$argon2id$v=19$m=65536,t=3,p=1$${'b'.repeat(22)}`
  expect(
    await changeOwnPassword(actor ?? nobody, { verifiedHash: passwordHash, passwordHash }),
  ).toMatchObject(noPasswords)
})

test('whoever is invited there can be chosen at once, and no mail is written', async () => {
  await explore()
  const done = await signInToSample({ person: 'D. Ostrow' })
  const actor = (done.ok && (await actorOfToken(done.value.token))) || nobody
  const { token: linkToken } = newToken()
  const invited = {
    name: 'S. Amberley',
    email: 'amberley@sample.test',
    roles: ['intake' as const],
    linkToken,
  }
  expect(await invitePerson(actor, invited)).toMatchObject({ ok: true })
  expect((await samplePeople()).map(({ name }) => name)).toEqual(['D. Ostrow', 'S. Amberley'])
  expect(await reader().select().from(outbox)).toEqual([])
})

test('nobody is chosen with one click in a real office', async () => {
  await desk.choose('real')
  const { hash: tokenHash } = newToken()
  expect(await chooseSamplePerson(nobody, { person: 'D. Ostrow', tokenHash })).toMatchObject({
    refusal: { kind: 'not-permitted' },
  })
})
