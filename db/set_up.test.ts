import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publishedSchedule } from '#lib/billing/schedule.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { startDesk } from './desk.ts'
import { theOffice, theOfficeOrNone } from './open_office.ts'
import { personByName, rolesOf } from './queries/people.ts'
import { feeSchedules, history, office, policies, sessions } from './schema.ts'
import { sessionOf } from './sessions.ts'
import { isSetUpToken, setUpRealOffice } from './set_up.ts'
import { officeForTests } from './testing/office.ts'
import type { Desk } from './the_desk.ts'
import { reader } from './tx.ts'

const password = 'brass kettle over Ghent'
let folder = ''
let desk: Desk

const facts = () => ({
  dataDir: folder,
  sample: false,
  port: 41_999,
  publicUrl: 'https://desk.example.test',
  smtpUrl: null,
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-set-up-'))
  desk = await startDesk(facts())
})
afterEach(async () => {
  await desk.stop()
  rmSync(folder, { recursive: true, force: true })
})

const { researchCentsPerHour, pageCents, parcelCents } = publishedSchedule
const { holdDays, noticeDays, mailDays, dueDays } = publishedPolicy
const published = { holdDays, noticeDays, mailDays, dueDays, researchCentsPerHour, pageCents, parcelCents }

const typed = (changed: object = {}) => ({
  token: desk.setUpToken ?? '',
  ...officeForTests,
  policy: { ...published, reason: '' },
  administrator: { name: ' Wren Halloway ', email: 'wren@office.test', otherRoles: ['counsel' as const] },
  password,
  passwordAgain: password,
  ...changed,
})

describe('a desk without an office', () => {
  test('has a token of its own making, and nothing is open', async () => {
    expect(desk.officeKind).toBeNull()
    expect(theOfficeOrNone()).toBeUndefined()
    expect(desk.setUpToken).toMatch(/^[\w-]{32}$/)
    expect(isSetUpToken(desk.setUpToken ?? '')).toBe(true)
    expect(isSetUpToken('')).toBe(false)
    expect(isSetUpToken(`${desk.setUpToken}x`)).toBe(false)
    const first = desk.setUpToken
    await desk.stop()
    desk = await startDesk(facts())
    expect(desk.setUpToken).not.toBe(first)
  })

  test('refuses a wrong token, and opens nothing', async () => {
    expect(await setUpRealOffice(typed({ token: 'made up' }))).toMatchObject({
      refusal: { kind: 'set-up-over' },
    })
    expect(theOfficeOrNone()).toBeUndefined()
  })

  test('refuses a poor password, and opens nothing', async () => {
    expect(
      await setUpRealOffice(typed({ password: 'Wren Halloway!', passwordAgain: 'Wren Halloway!' })),
    ).toMatchObject({ refusal: { kind: 'password-has-name', field: 'password' } })
    expect(theOfficeOrNone()).toBeUndefined()
  })
})

describe('set-up', () => {
  test('makes the office, its first administrator, and a sign-in that waits for the second factor', async () => {
    const done = await setUpRealOffice(typed())
    if (!done.ok) throw new Error(done.refusal.sentence)
    expect(desk).toMatchObject({ officeKind: 'real', setUpToken: null })
    expect(await reader().select().from(office)).toMatchObject([{ ...officeForTests, kind: 'real' }])
    const person = await personByName(reader(), 'wren halloway')
    expect(person).toMatchObject({ name: 'Wren Halloway', email: 'wren@office.test', totpSecret: null })
    expect(await rolesOf(reader(), person?.id ?? 0)).toEqual(['counsel', 'administrator'])
    const session = await sessionOf(reader(), done.value.token, theOffice().clock())
    expect(session).toMatchObject({ stage: 'enrolling', personId: person?.id })
    const told = (await reader().select().from(history)).map(({ payload }) => payload).join()
    expect(told).toContain('Wren Halloway as its first administrator')
    expect(told).not.toContain('argon2')
  })

  test('with the published numbers makes the published policy', async () => {
    await setUpRealOffice(typed())
    expect(await reader().select().from(policies)).toMatchObject([
      { version: 1, holdDays, noticeDays, mailDays, dueDays, reason: 'The published policy.' },
    ])
    expect(await reader().select().from(feeSchedules)).toMatchObject([{ id: 1, ...publishedSchedule }])
  })

  test('with other numbers keeps them as version 1, and says which and why', async () => {
    const policy = { ...published, noticeDays: 14, pageCents: 30, reason: 'County rate' }
    await setUpRealOffice(typed({ policy }))
    const [row] = await reader().select().from(policies)
    expect(row).toMatchObject({ version: 1, holdDays, noticeDays: 14, dueDays })
    expect(row?.reason).toBe(
      'Set when the office was set up; other than published: days from notice, rate of a page. County rate',
    )
    expect(await reader().select().from(feeSchedules)).toMatchObject([
      { name: 'Rates of this office', pageCents: 30, researchCentsPerHour, parcelCents },
    ])
  })

  test('happens once: the token is dead, and two at the same moment make one office', async () => {
    const token = desk.setUpToken ?? ''
    const two = await Promise.all([setUpRealOffice(typed()), setUpRealOffice(typed())])
    expect(two.filter(({ ok }) => ok)).toHaveLength(1)
    expect(isSetUpToken(token)).toBe(false)
    expect(await setUpRealOffice(typed({ token }))).toMatchObject({ refusal: { kind: 'set-up-over' } })
    expect(await reader().select().from(office)).toHaveLength(1)
    expect(await reader().select().from(sessions)).toHaveLength(1)
  })

  test('that was cut off before its commit is offered again', async () => {
    await desk.choose('real')
    await desk.stop()
    desk = await startDesk(facts())
    expect(desk.setUpToken).not.toBeNull()
    expect(await setUpRealOffice(typed())).toMatchObject({ ok: true })
  })

  test('stays done at the next start', async () => {
    await setUpRealOffice(typed())
    await desk.stop()
    desk = await startDesk(facts())
    expect(desk).toMatchObject({
      officeKind: 'real',
      setUpToken: null,
      publicUrl: 'https://desk.example.test',
    })
    await expect(desk.choose('sample')).rejects.toThrow('a process serves one')
  })
})
