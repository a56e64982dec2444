import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { recordNoticePosted } from '../commands/notice/posted.ts'
import { postNotice, sendNotice } from '../commands/notice/send.ts'
import { recordObjection } from '../commands/objection/record.ts'
import { lookAtIdentity } from '../commands/subscriber/look.ts'
import { noneFound } from '../commands/target.ts'
import { caseInTest } from '../testing/case.ts'
import { foundInTest, serverTakes } from '../testing/notice.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { casePaper } from './case_papers.ts'
import { lanesOf } from './lanes.ts'
import { noticePaper, noticesOf } from './notices.ts'
import { objectionsOf } from './objections.ts'

let office: TestOffice
let reference: string
let subscriber: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  reference = (await caseInTest({ targets: ['open', 'open', 'open'], noticedOn: null })).reference
  subscriber = await foundInTest(office.actors.custodian, reference, [1, 2])
  await noneFound(office.actors.custodian, { reference, targets: [3], searched: 'All logs.' })
})
afterEach(() => office.close())

const asked = () => ({ reference, subscriber, language: null, lastDaySeen: null })

test('lanes carry notice, hold and objections, and no name before the look is recorded', async () => {
  await sendNotice(office.actors.intake, asked())
  await serverTakes()
  await recordObjection(office.actors.intake, {
    reference,
    kind: 'motion',
    targets: [2],
    filedWhere: '',
    filedOn: null,
    receivedAt: office.clock.now,
    text: '',
    file: null,
  })
  const before = await lanesOf(office.actors.custodian, reference)
  expect(before?.names).toBe('hidden')
  expect(JSON.stringify(before)).not.toMatch(/Ada|ada@|Alder|7731/)
  expect(before?.lanes.map(({ letter, lane, subscriber }) => [letter, lane, subscriber])).toEqual([
    ['A', 'on-hold', 'U-00001'],
    ['B', 'stayed', 'U-00001'],
    ['C', 'no-records', null],
  ])
  expect(before?.lanes[0]?.notice).toMatchObject({ number: 1, delivery: 'arrived', targets: [1, 2] })
  expect(before?.lanes[1]?.objections).toMatchObject([{ number: 1, kind: 'motion' }])
  await lookAtIdentity(office.actors.custodian, { reference })
  const after = await lanesOf(office.actors.custodian, reference)
  expect(after?.lanes.map(({ name }) => name)).toEqual(['Ada Lindqvist', 'Ada Lindqvist', null])
})

test('who does not see the case gets none of it', async () => {
  for (const role of ['billing', 'administrator'] as const) {
    const actor = office.actors[role]
    await expect(lanesOf(actor, reference)).rejects.toThrow(NotAllowed)
    await expect(noticesOf(actor, reference)).rejects.toThrow(NotAllowed)
    await expect(noticePaper(actor, reference, 1)).rejects.toThrow(NotAllowed)
    await expect(objectionsOf(actor, reference)).rejects.toThrow(NotAllowed)
    await expect(casePaper(actor, reference, 'a'.repeat(64))).rejects.toThrow(NotAllowed)
  }
})

test('the printed notice is handed out only after the look, and how it failed never names an address', async () => {
  await sendNotice(office.actors.intake, asked())
  expect(await noticePaper(office.actors.custodian, reference, 1)).toBeNull()
  await lookAtIdentity(office.actors.custodian, { reference })
  const bytes = await noticePaper(office.actors.custodian, reference, 1)
  expect(bytes?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await serverTakes(true)
  const [notice] = await noticesOf(office.actors.counsel, reference)
  expect(notice).toMatchObject({ delivery: 'failed', failedWhy: expect.stringContaining('(address)') })
  expect(JSON.stringify(notice)).not.toContain('ada@')
})

test('a posted letter says from when it counts', async () => {
  await postNotice(office.actors.intake, { ...asked(), postedOn: '2026-01-05' })
  const toPost = { delivery: 'to-post', postedOn: '2026-01-05', effectiveOn: null }
  expect((await noticesOf(office.actors.intake, reference))[0]).toMatchObject(toPost)
  await recordNoticePosted(office.actors.intake, { reference, notice: 1, postedOn: '2026-01-05' })
  expect((await noticesOf(office.actors.intake, reference))[0]).toMatchObject({
    delivery: 'posted',
    postedOn: '2026-01-05',
    effectiveOn: '2026-01-10',
    mail: null,
  })
})

test('a hash opens only what belongs to the subpoena', async () => {
  expect(await casePaper(office.actors.counsel, reference, '0'.repeat(63).concat('1'))).toBeNull()
})
