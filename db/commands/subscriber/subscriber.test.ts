import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { identitiesOf, subscriberOf } from '../../queries/identity.ts'
import { history, identityViews, subscribers, targets } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { ada, foundInTest, lanesNow, nobodyNew, serverTakes } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader } from '../../tx.ts'
import { sendNotice } from '../notice/send.ts'
import { changeSubscriber, markCopyFit } from './change.ts'
import { findSubscriber } from './find.ts'
import { lookAtIdentity } from './look.ts'

let office: TestOffice
let subpoena: CaseInTest
let reference: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['open', 'open', 'open'], noticedOn: null })
  reference = subpoena.reference
})
afterEach(() => office.close())

const target = async (number: number) => {
  const rows = await reader().select().from(targets).where(eq(targets.subpoenaId, subpoena.id))
  return rows.find((row) => row.number === number)
}
const told = async () => JSON.stringify(await reader().select().from(history))
const find = (change: object) =>
  findSubscriber(office.actors.custodian, { reference, targets: [1], existing: '', ...ada, ...change })

describe('finding a subscriber', () => {
  test('makes a new one with a number, and names it nowhere else', async () => {
    expect(await find({ targets: [1, 2] })).toEqual({
      ok: true,
      value: { subscriber: 'U-00001', stopped: [] },
    })
    const [row] = await reader().select().from(subscribers)
    expect(row).toMatchObject({ number: 'U-00001', name: 'Ada Lindqvist', namePrinted: null, version: 1 })
    expect(await target(1)).toMatchObject({ subscriberId: row?.id, resolvedById: office.actors.custodian.id })
    expect(await target(2)).toMatchObject({ subscriberId: row?.id })
    expect(await target(3)).toMatchObject({ subscriberId: null })
    expect(await told()).toContain('Found the subscriber of A and B: U-00001.')
    expect(await told()).not.toMatch(/Ada|ada@home|7731/)
    expect(await lanesNow(reference)).toEqual({ A: 'to-notify', B: 'to-notify', C: 'to-research' })
  })

  test('takes one on file by number', async () => {
    await find({})
    const again = await find({ targets: [3], existing: 'U-00001', ...nobodyNew })
    expect(again).toMatchObject({ ok: true, value: { subscriber: 'U-00001' } })
    expect(await reader().select().from(subscribers)).toHaveLength(1)
  })

  test.each([
    { name: 'no name and no number', change: nobodyNew, kind: 'name-needed', field: 'name' },
    {
      name: 'both a number and a name',
      change: { existing: 'U-00001' },
      kind: 'not-both',
      field: 'existing',
    },
    {
      name: 'an unknown number',
      change: { ...nobodyNew, existing: 'U-00099' },
      kind: 'no-such-subscriber',
      field: 'existing',
    },
    { name: 'an unknown target', change: { targets: [9] }, kind: 'no-such-target', field: undefined },
    { name: 'a name that cannot be printed', change: { name: 'Ꙗ' }, kind: 'no-glyph', field: 'name' },
    {
      name: 'a printed form that cannot be printed',
      change: { namePrinted: 'Ꙗ' },
      kind: 'no-glyph',
      field: 'namePrinted',
    },
    {
      name: 'two addresses in one field',
      change: { email: 'a@x.test, b@x.test' },
      kind: 'not-understood',
      field: undefined,
    },
  ])('refuses $name', async ({ change, kind, field }) => {
    const refused = await find(change)
    expect(refused).toMatchObject({ ok: false, refusal: { kind, ...(field ? { field } : {}) } })
    expect(await reader().select().from(subscribers)).toEqual([])
  })

  test('keeps a name that cannot be printed with its printed form', async () => {
    expect(await find({ name: 'Ꙗ', namePrinted: 'Ya' })).toMatchObject({ ok: true })
    expect((await reader().select().from(subscribers))[0]).toMatchObject({ name: 'Ꙗ', namePrinted: 'Ya' })
  })

  test('says who has the account instead of entering it twice', async () => {
    await find({})
    const refused = await find({ targets: [2], name: 'A. Lindqvist' })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'account-on-file', field: 'account' } })
    if (!refused.ok) expect(refused.refusal.sentence).toContain('U-00001 has this account')
  })

  test('anew after a notice opens the hold again: what another was told does not count', async () => {
    const first = await foundInTest(office.actors.custodian, reference, [1])
    await sendNotice(office.actors.intake, {
      reference,
      subscriber: first,
      language: null,
      lastDaySeen: null,
    })
    await serverTakes()
    expect((await lanesNow(reference)).A).toBe('on-hold to 2026-01-20, opens 2026-01-21')
    await find({ name: 'Brightwater Imaging Co.', account: '' })
    expect((await lanesNow(reference)).A).toBe('to-notify')
  })
})

describe('changing a subscriber', () => {
  test('counts versions, and the second of two editors is refused', async () => {
    const subscriber = await foundInTest(office.actors.custodian, reference, [1])
    const change = {
      reference,
      subscriber,
      version: 1,
      ...ada,
      email: 'ada@new.test',
      noticeReached: '' as const,
    }
    expect(await changeSubscriber(office.actors.custodian, change)).toMatchObject({ ok: true })
    expect((await reader().select().from(subscribers))[0]).toMatchObject({
      email: 'ada@new.test',
      version: 2,
    })
    const late = await changeSubscriber(office.actors.otherCustodian, { ...change, email: 'ada@third.test' })
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'edited-meanwhile' } })
    expect((await reader().select().from(subscribers))[0]?.email).toBe('ada@new.test')
    expect(await told()).not.toMatch(/ada@/)
  })

  test('is only done on a subpoena that seeks them', async () => {
    const subscriber = await foundInTest(office.actors.custodian, reference, [1])
    const other = await caseInTest({ targets: ['open'], noticedOn: null })
    const change = { reference: other.reference, subscriber, version: 1, ...ada, noticeReached: '' as const }
    expect(await changeSubscriber(office.actors.custodian, change)).toMatchObject({
      ok: false,
      refusal: { kind: 'no-such-subscriber' },
    })
  })

  test('counsel marks the copy fit for all targets of a subscriber, and a new finding forgets it', async () => {
    const subscriber = await foundInTest(office.actors.custodian, reference, [1, 2])
    await markCopyFit(office.actors.counsel, { reference, subscriber, fit: 'fit' })
    expect(await target(1)).toMatchObject({ copyFit: true, copyFitById: office.actors.counsel.id })
    expect(await target(2)).toMatchObject({ copyFit: true })
    await find({ targets: [2], name: 'Other', account: '' })
    expect(await target(2)).toMatchObject({ copyFit: null })
    await markCopyFit(office.actors.counsel, { reference, subscriber, fit: 'not-fit' })
    expect(await target(1)).toMatchObject({ copyFit: false })
  })
})

describe('who a subscriber is', () => {
  test('is shown only after the look is recorded, once in each session', async () => {
    await foundInTest(office.actors.custodian, reference, [1])
    const { custodian } = office.actors
    expect(await identitiesOf(custodian, reference)).toEqual({ state: 'hidden' })
    expect(await subscriberOf(custodian, reference, 1)).toBeNull()
    expect(await lookAtIdentity(custodian, { reference })).toEqual({ ok: true, value: { first: true } })
    expect(await lookAtIdentity(custodian, { reference })).toEqual({ ok: true, value: { first: false } })
    expect(await subscriberOf(custodian, reference, 1)).toMatchObject({
      name: 'Ada Lindqvist',
      number: 'U-00001',
    })
    expect(await subscriberOf(custodian, reference, 2)).toBeNull()
    expect(await reader().select().from(identityViews)).toHaveLength(1)
    expect((await told()).match(/Looked at who the subscribers are/g)).toHaveLength(1)
    const later = { ...custodian, sessionId: 999 }
    expect(await identitiesOf(later, reference)).toEqual({ state: 'hidden' })
  })

  test('is for custodian, counsel and auditor, and for nobody without the case', async () => {
    await foundInTest(office.actors.custodian, reference, [1])
    for (const role of ['custodian', 'counsel', 'auditor'] as const) {
      expect(await lookAtIdentity(office.actors[role], { reference })).toMatchObject({ ok: true })
      expect(await subscriberOf(office.actors[role], reference, 1)).not.toBeNull()
    }
    for (const role of ['billing', 'administrator'] as const) {
      expect(await lookAtIdentity(office.actors[role], { reference })).toMatchObject({ ok: false })
      await expect(identitiesOf(office.actors[role], reference)).rejects.toThrow(NotAllowed)
    }
  })

  test('is for intake while a notice is open, and no longer', async () => {
    const { intake, custodian } = office.actors
    expect(await lookAtIdentity(intake, { reference })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-yours-to-see' },
    })
    const subscriber = await foundInTest(custodian, reference, [1])
    expect(await lookAtIdentity(intake, { reference })).toMatchObject({ ok: true })
    expect(await subscriberOf(intake, reference, 1)).not.toBeNull()
    await sendNotice(intake, { reference, subscriber, language: null, lastDaySeen: null })
    expect(await subscriberOf(intake, reference, 1)).not.toBeNull()
    await serverTakes()
    expect(await identitiesOf(intake, reference)).toEqual({ state: 'not-yours' })
  })
})
