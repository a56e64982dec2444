import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { deferredNoticeOn } from '#lib/hold/notice.ts'
import { blockers } from '#lib/subpoena/release.ts'
import { barNotice } from './commands/bar.ts'
import { askEarlyRelease } from './commands/early_release/ask.ts'
import { approveEarlyRelease } from './commands/early_release/decide.ts'
import { lookAtObjectionInbox } from './commands/inbox.ts'
import { recordNoticeBounced } from './commands/notice/follow.ts'
import { recordNoticePosted } from './commands/notice/posted.ts'
import { postNotice, sendNotice } from './commands/notice/send.ts'
import { recordObjectionOutcome } from './commands/objection/change.ts'
import { recordObjection } from './commands/objection/record.ts'
import { noneFound } from './commands/target.ts'
import { withdrawSubpoena } from './commands/withdrawal.ts'
import { loadSubpoena } from './load.ts'
import { businessDays, todayOf } from './queries/office.ts'
import { outbox, subpoenas } from './schema.ts'
import { done } from './testing/answers.ts'
import { caseInTest } from './testing/case.ts'
import { fileInTest, foundInTest, lanesNow, serverTakes } from './testing/notice.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { reader } from './tx.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

/** A paper received, judged and agreed on a day, with its targets unresearched. */
async function received(on: string, targets = 1): Promise<string> {
  office.clock.set(`${on} 10:00`)
  const found = Array.from({ length: targets }, () => 'open' as const)
  return (await caseInTest({ targets: found, noticedOn: null, deemedReceivedOn: on })).reference
}

const find = (reference: string, targets: number[], account: string, change = {}) =>
  foundInTest(office.actors.custodian, reference, targets, { account, ...change })

async function notify(reference: string, subscriber: string) {
  const done = await sendNotice(office.actors.intake, {
    reference,
    subscriber,
    language: null,
    lastDaySeen: null,
  })
  if (!done.ok) throw new Error(done.refusal.sentence)
  return done.value
}

/** A paper with one subscriber, told on the day of receipt. */
async function told(on: string): Promise<string> {
  const reference = await received(on)
  await notify(reference, await find(reference, [1], on))
  await serverTakes()
  return reference
}

const motion = (reference: string, target: number, filedOn: string) =>
  recordObjection(office.actors.intake, {
    reference,
    kind: 'motion',
    targets: [target],
    filedWhere: 'The court',
    filedOn,
    receivedAt: office.clock.now,
    text: '',
    file: null,
  })

const stageOf = async (reference: string) =>
  (await reader().select().from(subpoenas).where(eq(subpoenas.reference, reference)))[0]?.stage

/** The sentences that stand against releasing target A at this moment. */
async function against(reference: string): Promise<string[]> {
  const loaded = await loadSubpoena(reader(), reference)
  if (!loaded) throw new Error('There is no such subpoena.')
  const moment = { now: office.clock.now, today: await todayOf(reader()) }
  return blockers(loaded.facts, [1], loaded.calendar, moment).map(({ kind }) => kind)
}

test('five identifiers, mixed fates', async () => {
  const reference = await received('2026-04-02', 5)
  const [ab, c, e] = [
    await find(reference, [1, 2], '1'),
    await find(reference, [3], '2', { name: 'Brightwater Imaging Co.', email: 'legal@brightwater.test' }),
    await find(reference, [5], '3', { name: 'Tomas Erlund', email: 'tomas@gone.test' }),
  ]
  await noneFound(office.actors.custodian, { reference, targets: [4], searched: 'Ported out in 2024.' })
  office.clock.set('2026-04-03 14:06')
  expect(await notify(reference, ab)).toMatchObject({ number: 1, targets: [1, 2] })
  await notify(reference, c)
  await notify(reference, e)
  await serverTakes()
  expect(await reader().select().from(outbox)).toHaveLength(3)
  await recordNoticeBounced(office.actors.intake, { reference, notice: 3, why: 'No such mailbox.' })
  expect(await stageOf(reference)).toBe('to-notify')
  office.clock.set('2026-04-06 11:20')
  const letter = { reference, subscriber: e, language: null, lastDaySeen: null, postedOn: '2026-04-06' }
  const { number } = await done(postNotice(office.actors.intake, letter))
  expect((await lanesNow(reference)).E).toBe('to-notify')
  const posted = { reference, notice: number, postedOn: '2026-04-06' }
  expect(await done(recordNoticePosted(office.actors.intake, posted))).toEqual({ effectiveOn: '2026-04-11' })
  office.clock.set('2026-04-15 09:00')
  await motion(reference, 3, '2026-04-15')
  expect(await lanesNow(reference)).toEqual({
    A: 'on-hold to 2026-04-16, opens 2026-04-17',
    B: 'on-hold to 2026-04-16, opens 2026-04-17',
    C: 'stayed to 2026-04-16, opens 2026-04-17',
    D: 'no-records',
    E: 'on-hold to 2026-04-21, opens 2026-04-22',
  })
  office.clock.set('2026-04-17 09:00')
  expect(await lanesNow(reference)).toMatchObject({
    A: expect.stringMatching(/^ready/),
    B: expect.stringMatching(/^ready/),
    C: expect.stringMatching(/^stayed/),
    E: expect.stringMatching(/^on-hold/),
  })
  office.clock.set('2026-04-22 09:00')
  expect((await lanesNow(reference)).E).toMatch(/^ready/)
})

test('a motion that was denied', async () => {
  const reference = await told('2026-09-03')
  expect((await lanesNow(reference)).A).toBe('on-hold to 2026-09-17, opens 2026-09-18')
  office.clock.set('2026-09-15 12:00')
  await motion(reference, 1, '2026-09-15')
  office.clock.set('2026-10-26 12:00')
  expect((await lanesNow(reference)).A).toMatch(/^stayed/)
  expect(await against(reference)).toContain('stayed')
  office.clock.set('2026-10-27 12:00')
  await recordObjectionOutcome(office.actors.counsel, {
    reference,
    objection: 1,
    outcome: 'denied',
    outcomeOn: '2026-10-27',
    reason: 'Produce within 7 days.',
    file: await fileInTest(),
  })
  expect((await lanesNow(reference)).A).toMatch(/^ready/)
  expect(await stageOf(reference)).toBe('ready')
})

test('a motion that was granted: nothing leaves, and who was told is told', async () => {
  const reference = await told('2026-10-01')
  expect((await lanesNow(reference)).A).toBe('on-hold to 2026-10-15, opens 2026-10-16')
  office.clock.set('2026-10-14 12:00')
  await motion(reference, 1, '2026-10-14')
  office.clock.set('2026-11-19 12:00')
  const quashed = {
    reference,
    objection: 1,
    outcome: 'quashed',
    outcomeOn: '2026-11-19',
    reason: '',
  } as const
  const done = await recordObjectionOutcome(office.actors.counsel, { ...quashed, file: await fileInTest() })
  expect(done).toMatchObject({ ok: true, value: { told: ['U-00001'] } })
  office.clock.set('2027-01-11 12:00')
  expect((await lanesNow(reference)).A).toMatch(/^quashed/)
  expect(await against(reference)).toContain('quashed')
})

test('a hearing on Friday is no emergency', async () => {
  const reference = await told('2026-06-10')
  const refused = await askEarlyRelease(office.actors.custodian, {
    reference,
    ground: 'emergency',
    targets: [1],
    opensOn: '2026-06-10',
    reason: 'A hearing on Friday, 12 June.',
    file: await fileInTest(),
    dangerToLife: false,
    consentVerified: false,
  })
  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-an-emergency', field: 'dangerToLife' } })
  expect((await lanesNow(reference)).A).toBe('on-hold to 2026-06-24, opens 2026-06-25')
})

describe('a nondisclosure order', () => {
  test('bars the notice to its last day; the notice goes on the next business day', async () => {
    const reference = await received('2026-10-05')
    const subscriber = await find(reference, [1], '1')
    const order = { reference, targets: [1], endsOn: '2026-12-31', reason: 'Order of 2 October.' }
    await barNotice(office.actors.counsel, { ...order, file: await fileInTest() })
    office.clock.set('2026-12-31 16:00')
    expect((await lanesNow(reference)).A).toBe('notice-barred')
    expect(await against(reference)).toContain('hold-has-no-end')
    const days = await businessDays(reader(), ['federal', 'california'])
    expect(deferredNoticeOn(calendarDate('2026-12-31'), days).value).toBe('2027-01-04')
    office.clock.set('2027-01-04 09:00')
    expect((await lanesNow(reference)).A).toBe('to-notify')
    expect(await notify(reference, subscriber)).toMatchObject({ lastDayOn: '2027-01-14' })
  })

  test('that is only asked for in a letter binds nobody: the notice goes', async () => {
    expect((await lanesNow(await told('2026-10-05'))).A).toBe('on-hold to 2026-10-19, opens 2026-10-20')
  })
})

test('a subscriber who consents', async () => {
  const reference = await told('2026-10-22')
  expect((await lanesNow(reference)).A).toBe('on-hold to 2026-11-05, opens 2026-11-06')
  office.clock.set('2026-10-26 11:00')
  await askEarlyRelease(office.actors.custodian, {
    reference,
    ground: 'consent',
    targets: [1],
    opensOn: '2026-10-26',
    reason: 'Signed before a notary; called back at the number on file.',
    file: await fileInTest(),
    dangerToLife: false,
    consentVerified: true,
  })
  await lookAtObjectionInbox(office.actors.custodian, { reference, nothingUnrecorded: true })
  expect(await against(reference)).toEqual(['hold-not-over'])
  const approval = { reference, earlyRelease: 1, reason: 'Verified.' }
  expect(await approveEarlyRelease(office.actors.counsel, approval)).toMatchObject({ ok: true })
  expect(await against(reference)).toEqual([])
  expect(await stageOf(reference)).toBe('ready')
})

test('a paper that is withdrawn: the subscriber is told, and nothing leaves', async () => {
  const reference = await told('2026-12-11')
  expect((await lanesNow(reference)).A).toBe('on-hold to 2026-12-28, opens 2026-12-29')
  office.clock.set('2026-12-21 15:00')
  const withdrawal = { reference, withdrawnOn: '2026-12-21', reason: 'Settled.' }
  const done = await withdrawSubpoena(office.actors.intake, { ...withdrawal, file: await fileInTest() })
  expect(done).toMatchObject({ ok: true, value: { told: ['U-00001'] } })
  expect(await serverTakes()).toBe(1)
  expect(await stageOf(reference)).toBe('withdrawn')
  office.clock.set('2027-01-11 09:00')
  expect(await against(reference)).toContain('withdrawn')
})
