import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { earlyReleases, inboxLooks } from '../../schema.ts'
import { caseInTest } from '../../testing/case.ts'
import { fileInTest, foundInTest, lanesNow, serverTakes } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader } from '../../tx.ts'
import { lookAtObjectionInbox } from '../inbox.ts'
import { sendNotice } from '../notice/send.ts'
import { askEarlyRelease } from './ask.ts'
import { approveEarlyRelease, refuseEarlyRelease } from './decide.ts'

let office: TestOffice
let reference: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  reference = (await caseInTest({ targets: ['open', 'open'], noticedOn: null })).reference
  const subscriber = await foundInTest(office.actors.custodian, reference, [1])
  await sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null })
  await serverTakes()
})
afterEach(() => office.close())

const ask = async (change: object = {}, actor: Actor = office.actors.counsel) =>
  askEarlyRelease(actor, {
    reference,
    ground: 'court-order',
    targets: [1],
    opensOn: '2026-01-07',
    reason: 'Order of 5 January: produce by 9 January.',
    file: await fileInTest(),
    dangerToLife: false,
    consentVerified: false,
    ...change,
  })
const decision = { earlyRelease: 1, reason: 'The order is in force.' }
const approve = (actor: Actor) => approveEarlyRelease(actor, { reference, ...decision })
const rows = () => reader().select().from(earlyReleases)

test('opens the lane on its day once another person, counsel, approved', async () => {
  expect(await ask()).toEqual({ ok: true, value: { number: 1 } })
  expect((await lanesNow(reference)).A).toMatch(/^on-hold/)
  expect(await approve(office.actors.counsel)).toMatchObject({ refusal: { kind: 'same-person' } })
  expect(await approve(office.actors.custodian)).toMatchObject({ refusal: { kind: 'not-permitted' } })
  expect(await approve(office.actors.otherCounsel)).toMatchObject({ ok: true })
  expect((await rows())[0]).toMatchObject({
    decision: 'approved',
    decidedById: office.actors.otherCounsel.id,
    askedById: office.actors.counsel.id,
  })
  office.clock.set('2026-01-06 10:00')
  expect((await lanesNow(reference)).A).toMatch(/^on-hold/)
  office.clock.set('2026-01-07 00:01')
  expect((await lanesNow(reference)).A).toMatch(/^ready/)
  expect((await lanesNow(reference)).B).toBe('to-research')
})

test('refused, leaves the hold as it runs, and is decided once', async () => {
  await ask({}, office.actors.custodian)
  expect(await refuseEarlyRelease(office.actors.counsel, { reference, ...decision })).toMatchObject({
    ok: true,
  })
  office.clock.set('2026-01-08 10:00')
  expect((await lanesNow(reference)).A).toMatch(/^on-hold/)
  expect(await approve(office.actors.otherCounsel)).toMatchObject({ refusal: { kind: 'decided-before' } })
})

describe('is not asked', () => {
  test.each([
    { name: 'for a hearing on Friday', change: { ground: 'emergency' }, kind: 'not-an-emergency' },
    {
      name: 'on a consent that nobody verified',
      change: { ground: 'consent' },
      kind: 'consent-not-verified',
    },
    { name: 'for yesterday', change: { opensOn: '2026-01-04' }, kind: 'opens-in-the-past' },
    {
      name: 'before anybody looked for the subscriber',
      change: { targets: [1, 2] },
      kind: 'no-subscriber-yet',
    },
    { name: 'for a target that is not there', change: { targets: [5] }, kind: 'no-such-target' },
    { name: 'without a stored paper', change: { file: 'e'.repeat(64) }, kind: 'no-such-file' },
    { name: 'without a reason', change: { reason: ' ' }, kind: 'not-understood' },
  ])('$name', async ({ change, kind }) => {
    expect(await ask(change)).toMatchObject({ ok: false, refusal: { kind } })
    expect(await rows()).toEqual([])
  })

  test('twice for the same target at once', async () => {
    await ask()
    expect(await ask({ ground: 'emergency', dangerToLife: true })).toMatchObject({
      refusal: { kind: 'asked-before' },
    })
  })

  test('or decided by a machine, even one that acts as counsel', async () => {
    const machine: Actor = { ...office.actors.otherCounsel, kind: 'machine' }
    expect(await ask({}, machine)).toMatchObject({ refusal: { kind: 'not-a-person' } })
    await ask()
    expect(await approve(machine)).toMatchObject({ refusal: { kind: 'not-a-person' } })
  })

  test('for a paper that is not accepted', async () => {
    const other = await caseInTest({ targets: ['open'], accepted: false, noticedOn: null })
    await foundInTest(office.actors.custodian, other.reference, [1], { account: '2' })
    expect(await ask({ reference: other.reference })).toMatchObject({ refusal: { kind: 'not-accepted' } })
  })
})

test('danger of death, said in so many words, may be asked for', async () => {
  const reason = 'Threat to kill; the sheriff’s letter says that a person is in danger of death.'
  expect(await ask({ ground: 'emergency', dangerToLife: true, reason })).toMatchObject({ ok: true })
  expect((await rows())[0]).toMatchObject({ ground: 'emergency', reason, decision: null })
})

test('a look into the objection inbox is attested, and kept with who and when', async () => {
  const looked = await lookAtObjectionInbox(office.actors.custodian, { reference, nothingUnrecorded: false })
  expect(looked).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
  const before = (await reader().select().from(inboxLooks)).length
  await lookAtObjectionInbox(office.actors.custodian, { reference, nothingUnrecorded: true })
  const all = await reader().select().from(inboxLooks)
  expect(all).toHaveLength(before + 1)
  expect(all.at(-1)).toMatchObject({ at: office.clock.now, byId: office.actors.custodian.id })
})
