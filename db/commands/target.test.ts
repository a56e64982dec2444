import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noticeBars, objections, targets } from '../schema.ts'
import { insertTargets } from '../targets.ts'
import { type CaseInTest, caseInTest } from '../testing/case.ts'
import { fileInTest, foundInTest, lanesNow } from '../testing/notice.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader, tx } from '../tx.ts'
import { barNotice } from './bar.ts'
import { askEarlyRelease } from './early_release/ask.ts'
import { recordObjection } from './objection/record.ts'
import { noneFound, splitTarget } from './target.ts'
import { withdrawSubpoena } from './withdrawal.ts'

let office: TestOffice
let subpoena: CaseInTest
let reference: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['open', 'open'], noticedOn: null })
  reference = subpoena.reference
})
afterEach(() => office.close())

const rows = () =>
  reader().select().from(targets).where(eq(targets.subpoenaId, subpoena.id)).orderBy(asc(targets.number))

test('that there is no subscriber is kept with what was searched', async () => {
  const searched = 'Accounts, numbers and logs since 2019, Pacific time.'
  expect(await noneFound(office.actors.custodian, { reference, targets: [2], searched })).toMatchObject({
    ok: true,
  })
  expect((await rows())[1]).toMatchObject({
    noneFound: true,
    searched,
    resolvedById: office.actors.custodian.id,
  })
  expect((await lanesNow(reference)).B).toBe('no-records')
  const blank = await noneFound(office.actors.custodian, { reference, targets: [1], searched: ' ' })
  expect(blank).toMatchObject({ ok: false, refusal: { kind: 'not-understood' } })
})

test('a target found before may turn out to have nobody, but not while an early release leans on who it was', async () => {
  await foundInTest(office.actors.custodian, reference, [1, 2])
  const none = { reference, searched: 'All logs.' }
  expect(await noneFound(office.actors.custodian, { ...none, targets: [2] })).toMatchObject({ ok: true })
  expect((await rows())[1]).toMatchObject({ subscriberId: null, noneFound: true })
  await askEarlyRelease(office.actors.custodian, {
    reference,
    ground: 'court-order',
    targets: [1],
    opensOn: '2026-01-06',
    reason: 'The order of 5 January.',
    file: await fileInTest(),
    dangerToLife: false,
    consentVerified: false,
  })
  const refused = await noneFound(office.actors.custodian, { ...none, targets: [1] })
  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'early-release-stands' } })
})

describe('a target with several holders', () => {
  const split = (periods: string) => splitTarget(office.actors.custodian, { reference, target: 1, periods })

  test('is split by time: it keeps the first period, and each other becomes a target', async () => {
    await foundInTest(office.actors.custodian, reference, [1])
    const done = await split('October 2025\n\n 1 to 14 November 2025 \n15 to 30 November 2025')
    expect(done).toEqual({ ok: true, value: { parts: [3, 4] } })
    const all = await rows()
    expect(all.map(({ number, period, splitFromId }) => [number, period, splitFromId])).toEqual([
      [1, 'October 2025', null],
      [2, '', null],
      [3, '1 to 14 November 2025', all[0]?.id],
      [4, '15 to 30 November 2025', all[0]?.id],
    ])
    expect(all[2]).toMatchObject({ kind: 'fax', identifier: all[0]?.identifier, subscriberId: null })
    expect(await lanesNow(reference)).toMatchObject({ A: 'to-notify', C: 'to-research', D: 'to-research' })
  })

  test('hands what holds it back on to its parts', async () => {
    const { counsel, intake } = office.actors
    const file = await fileInTest()
    await barNotice(counsel, { reference, targets: [1], endsOn: null, file, reason: 'Sealed order.' })
    await recordObjection(intake, {
      reference,
      kind: 'motion',
      targets: [1],
      filedWhere: 'C.D. Cal.',
      filedOn: null,
      receivedAt: office.clock.now,
      text: '',
      file: null,
    })
    await split('October\nNovember')
    expect((await reader().select().from(noticeBars))[0]?.targetNumbers).toEqual([1, 3])
    expect((await reader().select().from(objections))[0]?.targetNumbers).toEqual([1, 3])
    expect((await lanesNow(reference)).C).toBe('stayed')
  })

  test('needs two periods', async () => {
    expect(await split('October 2025')).toMatchObject({
      ok: false,
      refusal: { kind: 'nothing-to-split', field: 'periods' },
    })
    expect(await rows()).toHaveLength(2)
  })
})

test('a target that is added after a split has a number of its own', async () => {
  const typed = [{ kind: 'fax' as const, identifier: '1-323-555-0199', period: '' }]
  await splitTarget(office.actors.custodian, { reference, target: 1, periods: 'May\nJune' })
  await tx((tx) => insertTargets(tx, subpoena.id, typed))
  expect((await rows()).map(({ number }) => number)).toEqual([1, 2, 3, 4])
})

test('a target of a paper that was withdrawn is not split', async () => {
  const withdrawn = { reference, withdrawnOn: '2026-01-05', file: await fileInTest(), reason: '' }
  expect(await withdrawSubpoena(office.actors.counsel, withdrawn)).toMatchObject({ ok: true })
  const split = await splitTarget(office.actors.custodian, { reference, target: 1, periods: 'May\nJune' })
  expect(split).toMatchObject({ ok: false, refusal: { kind: 'not-accepted-yet' } })
})
