import { afterEach, beforeEach, expect, test } from 'vitest'
import { barNotice, liftBar } from './commands/bar.ts'
import { askEarlyRelease } from './commands/early_release/ask.ts'
import { approveEarlyRelease } from './commands/early_release/decide.ts'
import { lookAtObjectionInbox } from './commands/inbox.ts'
import { sendNotice } from './commands/notice/send.ts'
import { prepareProduction } from './commands/production/prepare.ts'
import { releaseProduction } from './commands/production/release.ts'
import { outbox } from './schema.ts'
import { done, said } from './testing/answers.ts'
import { caseInTest } from './testing/case.ts'
import { fileInTest, foundInTest, lanesNow, serverTakes, tasksNow } from './testing/notice.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { reader } from './tx.ts'

const task = 'notices: Tell them of the release'
let office: TestOffice
let reference: string
let subscriber: string

/** Barred to 2 February, released early by the same court on 6 January. */
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  const { custodian, otherCustodian, counsel, otherCounsel, intake } = office.actors
  reference = (await caseInTest({ targets: ['open'], noticedOn: null })).reference
  subscriber = await foundInTest(custodian, reference, [1])
  const file = await fileInTest()
  const order = { reference, targets: [1], reason: 'Sealed order.', file }
  await done(barNotice(counsel, { ...order, endsOn: '2026-02-02' }))
  const ground = { ground: 'court-order', dangerToLife: false, consentVerified: false } as const
  await done(askEarlyRelease(counsel, { ...order, ...ground, opensOn: '2026-01-06' }))
  await done(approveEarlyRelease(otherCounsel, { reference, earlyRelease: 1, reason: 'By order.' }))
  office.clock.set('2026-01-06 10:00')
  const items = [{ target: 1, description: 'Account record', pages: 2 }]
  await done(prepareProduction(custodian, { reference, items }))
  await done(lookAtObjectionInbox(intake, { reference, nothingUnrecorded: true }))
  await done(releaseProduction(otherCustodian, { reference, production: 1, reason: 'By order.' }))
})
afterEach(() => office.close())

const send = () =>
  sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null })

test('while the order stands, nobody is told and nobody asked to', async () => {
  expect(await tasksNow(reference)).not.toContain(task)
  expect(await said(send())).toBe('notice-barred')
})

test('when it has ended, the subscriber is told that their records have left', async () => {
  office.clock.set('2026-02-03 10:00')
  expect(await tasksNow(reference)).toContain(task)
  expect(await done(send())).toMatchObject({ number: 1, targets: [1], isAfterwards: true })
  expect(await tasksNow(reference)).not.toContain(task)
  const [mail] = await reader().select().from(outbox)
  expect(mail?.subject).toContain('We have answered a subpoena that asks who you are.')
  expect(mail?.text).toContain('January 6, 2026')
  expect(mail?.text).not.toMatch(/We have released nothing|If you want to object/)
  await serverTakes()
  expect(await lanesNow(reference)).toMatchObject({ A: expect.stringMatching(/^released/) })
  expect(await said(send())).toBe('answered-already')
})

test('when it was lifted, they are told at once; a mail that failed is asked for again', async () => {
  await done(liftBar(office.actors.counsel, { reference, bar: 1, reason: 'Vacated.' }))
  expect(await tasksNow(reference)).toContain(task)
  await done(send())
  await serverTakes(true)
  expect(await tasksNow(reference)).toContain(task)
})
