import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarDate } from '#lib/calendar/date.ts'
import { cents } from '#lib/money.ts'
import { holidaysOf, officeSettings, policyVersions } from '../queries/settings.ts'
import { history, subpoenas } from '../schema.ts'
import { done, said } from '../testing/answers.ts'
import { officeForTests, type TestOffice, testOffice } from '../testing/office.ts'
import { Play } from '../testing/play.ts'
import { reader } from '../tx.ts'
import { recordNoticePosted } from './notice/posted.ts'
import { postNotice } from './notice/send.ts'
import { addHoliday, changeOffice, newPolicyVersion, removeHoliday } from './settings.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
})
afterEach(() => office.close())

const numbers = {
  holdDays: 21,
  noticeDays: 10,
  mailDays: 5,
  dueDays: 15,
  researchCentsPerHour: cents(9000),
  pageCents: cents(25),
  parcelCents: cents(2200),
  testimonyCentsPerHour: null,
  cutoff: '17:00',
  reason: 'Three weeks, as the board decided.',
}

const stageRow = async (reference: string) =>
  (await reader().select().from(subpoenas).where(eq(subpoenas.reference, reference)))[0]

test('the office is changed by who saw it as it stands, and nobody else', async () => {
  const { administrator } = office.actors
  const changed = { ...officeForTests, phone: '1-310-943-2401', version: 1 }
  await done(changeOffice(administrator, changed))
  expect(await officeSettings(administrator)).toMatchObject({ phone: '1-310-943-2401', version: 2 })
  expect(await said(changeOffice(administrator, changed))).toBe('edited-meanwhile')
})

test('the history tells each thing that was changed about the office, with what it was', async () => {
  const payee = 'Somebody Else, Inc.'
  await done(changeOffice(office.actors.administrator, { ...officeForTests, payee, fax: '', version: 1 }))
  const [entry] = await reader().select().from(history).where(eq(history.command, 'change-office'))
  expect(JSON.parse(entry?.payload ?? '')).toEqual({
    sentence: 'Changed what the office is called and where it is: fax, payee',
    facts: {
      changes: [
        { field: 'fax', from: officeForTests.fax, to: '' },
        { field: 'payee', from: officeForTests.payee, to: payee },
      ],
    },
  })
})

test('a new policy is for papers that come after it, and the old ones keep theirs', async () => {
  const play = new Play(office)
  const before = await play.log({ received: '2026-01-05 10:00' })
  expect(await done(newPolicyVersion(office.actors.administrator, numbers))).toEqual({ version: 2 })
  const after = await play.log({ received: '2026-01-06 10:00' })
  expect((await stageRow(before))?.policyVersion).toBe(1)
  expect((await stageRow(after))?.policyVersion).toBe(2)
  const versions = await policyVersions(office.actors.auditor)
  expect(versions.map(({ policy, schedule }) => [policy.version, policy.holdDays, schedule.id])).toEqual([
    [2, 21, 1],
    [1, 14, 1],
  ])
})

test('a rate that differs makes a fee schedule of its own', async () => {
  const rates = { ...numbers, testimonyCentsPerHour: cents(15_000) }
  await done(newPolicyVersion(office.actors.administrator, rates))
  const [newest] = await policyVersions(office.actors.auditor)
  expect(newest?.schedule).toMatchObject({ id: 2, testimonyCentsPerHour: 15_000, researchCentsPerHour: 9000 })
})

test('a version that changes nothing is refused', async () => {
  const same = { ...numbers, holdDays: 14 }
  expect(await said(newPolicyVersion(office.actors.administrator, same))).toBe('nothing-changed')
})

test('a new holiday moves the holds that run, and taking it out moves them back', async () => {
  const play = new Play(office)
  const reference = await play.log({ received: '2026-01-05 10:00' })
  await play.accept(reference)
  await play.notify(reference, await play.find(reference))
  expect((await stageRow(reference))?.nextChangeOn).toBe('2026-01-21')
  const closed = { calendar: 'federal' as const, date: calendarDate('2026-01-21') }
  expect(await done(addHoliday(office.actors.administrator, { ...closed, name: 'Day of mourning' }))).toEqual(
    { moved: 1 },
  )
  expect((await stageRow(reference))?.nextChangeOn).toBe('2026-01-22')
  expect(await said(addHoliday(office.actors.administrator, { ...closed, name: 'Again' }))).toBe(
    'holiday-known',
  )
  expect((await holidaysOf(office.actors.auditor, 2026)).map(({ name }) => name)).toContain('Day of mourning')
  expect(await done(removeHoliday(office.actors.administrator, closed))).toEqual({ moved: 1 })
  expect((await stageRow(reference))?.nextChangeOn).toBe('2026-01-21')
  expect(await said(removeHoliday(office.actors.administrator, closed))).toBe('no-such-holiday')
})

test('a holiday taken out does not bring forward the day that a notice named', async () => {
  const play = new Play(office)
  const reference = await play.log({ received: '2026-01-30 10:00' })
  await play.accept(reference)
  await play.agree(reference, '2026-01-30')
  // Ten days from Tuesday 3 February are Friday the 13th; Monday the 16th is Presidents' Day.
  office.clock.set('2026-02-03 10:00')
  await play.notify(reference, await play.find(reference))
  const production = await play.prepare(reference, 5)
  for (const calendar of ['federal', 'california'] as const) {
    const date = calendarDate('2026-02-16')
    await done(removeHoliday(office.actors.administrator, { calendar, date }))
  }
  office.clock.set('2026-02-16 10:00')
  await play.lookAtInbox(reference)
  expect(await said(play.release(reference, production))).toBe('cannot-release')
  office.clock.set('2026-02-17 09:00')
  expect(await said(play.release(reference, production))).toBe('done')
})

test('the time zone stays while days that were told to somebody are still to come', async () => {
  const { administrator } = office.actors
  const seoul = { ...officeForTests, timeZone: 'Asia/Seoul', version: 1 }
  const play = new Play(office)
  const reference = await play.log({ received: '2026-01-05 10:00' })
  await play.accept(reference)
  await play.notify(reference, await play.find(reference))
  office.clock.set('2026-01-20 08:00')
  expect(await said(changeOffice(administrator, seoul))).toBe('zone-in-use')
  office.clock.set('2026-01-22 08:00')
  expect(await said(changeOffice(administrator, seoul))).toBe('zone-in-use')
  office.clock.set('2026-01-23 08:00')
  expect(await said(changeOffice(administrator, seoul))).toBe('done')
})

test('the time zone stays while a hold runs past what its notice printed, since the letter was posted late', async () => {
  const { administrator, intake } = office.actors
  const seoul = { ...officeForTests, timeZone: 'Asia/Seoul', version: 1 }
  const play = new Play(office)
  const reference = await play.log({ received: '2026-01-05 10:00' })
  await play.accept(reference)
  const about = { reference, subscriber: await play.find(reference), language: null, lastDaySeen: null }
  const postedOn = calendarDate('2026-01-05')
  await done(postNotice(intake, { ...about, postedOn }))
  // Printed: by 20 January. Posted on the 12th it counts from the 17th, and the hold runs to the 27th.
  office.clock.set('2026-01-12 10:00')
  await done(recordNoticePosted(intake, { reference, notice: 1, postedOn: calendarDate('2026-01-12') }))
  office.clock.set('2026-01-26 10:00')
  expect(await said(changeOffice(administrator, seoul))).toBe('zone-in-use')
  office.clock.set('2026-01-30 10:00')
  expect(await said(changeOffice(administrator, seoul))).toBe('done')
})
