import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askEarlyRelease } from './commands/early_release/ask.ts'
import { sendNotice } from './commands/notice/send.ts'
import { prepareProduction } from './commands/production/prepare.ts'
import { changeSubscriber } from './commands/subscriber/change.ts'
import { findSubscriber } from './commands/subscriber/find.ts'
import { history, subscribers } from './schema.ts'
import { done, said } from './testing/answers.ts'
import { caseInTest } from './testing/case.ts'
import {
  ada,
  fileInTest,
  foundInTest,
  lanesNow,
  nobodyNew,
  noticesNow,
  serverTakes,
  tasksNow,
} from './testing/notice.ts'
import { type TestOffice, testOffice } from './testing/office.ts'
import { reader } from './tx.ts'

let office: TestOffice
let reference: string
let subscriber: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  reference = (await caseInTest({ targets: ['open'], noticedOn: null })).reference
  subscriber = await foundInTest(office.actors.custodian, reference, [1])
})
afterEach(() => office.close())

const send = (about = reference) =>
  done(sendNotice(office.actors.intake, { reference: about, subscriber, language: null, lastDaySeen: null }))
const change = (given: object) =>
  changeSubscriber(office.actors.custodian, {
    ...{ reference, subscriber, version: 1, ...ada, noticeReached: '' },
    ...given,
  })
const asked = 'mail: Post a letter'

test('a correction before any notice is only a correction', async () => {
  expect(await said(change({ name: 'Ada Lindquist', email: 'ada@new.test', account: '1' }))).toBe('done')
})

describe('once a notice has gone', () => {
  beforeEach(async () => {
    await send()
    await serverTakes()
  })

  test('another account is another subscriber', async () => {
    expect(await said(change({ account: '9999', noticeReached: 'reached' }))).toBe('another-subscriber')
    expect(await reader().select().from(subscribers)).toMatchObject([{ account: ada.account, version: 1 }])
  })

  test.each([{ name: 'Bertil Ek' }, { email: 'ada@right.test' }])(
    'a person says whether it reached who stands on file now: %o',
    async (corrected) => {
      expect(await change(corrected)).toMatchObject({
        refusal: { kind: 'did-it-reach', field: 'noticeReached' },
      })
      await done(change({ ...corrected, noticeReached: 'not-reached' }))
      expect(await lanesNow(reference)).toEqual({ A: 'notice-failed' })
      expect(await tasksNow(reference)).toContain(asked)
      expect(JSON.stringify(await reader().select().from(history))).toContain(
        `counts no more: ${reference} notice 1.`,
      )
      expect(await send()).toMatchObject({ number: 2 })
    },
  )

  test('one that reached them goes on counting, and the history has who said so', async () => {
    await done(change({ name: 'Ada Lindquist', noticeReached: 'reached' }))
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-01-20, opens 2026-01-21')
    expect(JSON.stringify(await reader().select().from(history))).toContain('had reached them')
  })

  test('what it did not go by may be corrected unasked', async () => {
    expect(await said(change({ address: '14 Alder Row', language: 'sv' }))).toBe('done')
  })

  test('the notice of another subpoena to the same subscriber is asked about as well', async () => {
    const other = await caseInTest({ targets: ['open'], noticedOn: null })
    const input = { reference: other.reference, targets: [1], existing: subscriber, ...nobodyNew }
    await done(findSubscriber(office.actors.custodian, input))
    await send(other.reference)
    await serverTakes()
    await done(change({ email: 'ada@right.test', noticeReached: 'not-reached' }))
    expect(await noticesNow(other.reference)).toMatchObject([{ failedAt: office.clock.now }])
    expect(await tasksNow(other.reference)).toContain(asked)
  })

  test('a prepared production leans on who it is', async () => {
    const items = [{ target: 1, description: 'Account record', pages: 2 }]
    await done(prepareProduction(office.actors.custodian, { reference, items }))
    expect(await said(change({ name: 'Bertil Ek', noticeReached: 'reached' }))).toBe('leaned-on')
    expect(await said(change({ address: '14 Alder Row' }))).toBe('done')
  })

  test('so does an early release', async () => {
    await done(
      askEarlyRelease(office.actors.custodian, {
        ...{ reference, ground: 'consent', targets: [1], opensOn: '2026-01-06', reason: 'Signed.' },
        ...{ file: await fileInTest(), dangerToLife: false, consentVerified: true },
      }),
    )
    expect(await said(change({ name: 'Bertil Ek', noticeReached: 'reached' }))).toBe('leaned-on')
  })
})

test('a notice that still waits does not go to the old address, and nobody is asked', async () => {
  await send()
  await done(change({ email: 'ada@right.test' }))
  expect(await serverTakes()).toBe(0)
  expect(await tasksNow(reference)).toContain('notices: Send a new notice')
})
