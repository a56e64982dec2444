import { afterEach, beforeEach, expect, test } from 'vitest'
import { decisions, letters, objections, outbox } from '../../schema.ts'
import { caseInTest } from '../../testing/case.ts'
import { lanesNow } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader } from '../../tx.ts'
import { decideNotToObject, objectOurselves } from './own.ts'

let office: TestOffice
let reference: string
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  reference = (await caseInTest({ targets: ['subscriber', 'subscriber'] })).reference
})
afterEach(() => office.close())

const object = (change: object = {}) =>
  objectOurselves(office.actors.counsel, {
    reference,
    targets: [1],
    grounds: 'The demand reaches contents, and leaves our subscriber no time to object.',
    extensionTo: '2026-02-02',
    holdsBack: true,
    how: 'e-mail',
    ...change,
  })

test('our own objection goes to the requester as a letter, and holds its targets back', async () => {
  expect(await object()).toEqual({ ok: true, value: { number: 1 } })
  expect((await reader().select().from(objections))[0]).toMatchObject({
    kind: 'provider',
    effect: 'stays-part',
    targetNumbers: [1],
    filedOn: '2026-01-05',
  })
  expect((await reader().select().from(letters))[0]).toMatchObject({
    kind: 'own-objection-letter',
    recipient: 'requester',
  })
  const [mail] = await reader().select().from(outbox)
  expect(mail?.text).toContain('leaves our subscriber no time')
  expect(mail?.text).toContain('Monday, February 2, 2026')
  expect(mail?.text).toContain('Nothing in this letter says whether we hold any account')
  expect(await lanesNow(reference)).toMatchObject({
    A: expect.stringMatching(/^stayed/),
    B: expect.stringMatching(/^on-hold/),
  })
})

test('one that only keeps our rights leaves the hold as it runs', async () => {
  await object({ holdsBack: false, extensionTo: null, how: 'fax' })
  expect((await lanesNow(reference)).A).toMatch(/^on-hold/)
  expect(await reader().select().from(outbox)).toEqual([])
})

test('it cannot ask for a day that has passed, nor name a target that is not there', async () => {
  expect(await object({ extensionTo: '2026-01-04' })).toMatchObject({ refusal: { field: 'extensionTo' } })
  expect(await object({ targets: [7] })).toMatchObject({ refusal: { field: 'targets' } })
  expect(await reader().select().from(objections)).toEqual([])
})

test('that we do not object is a decision with a reason, and leaves the paper accepted', async () => {
  const decided = await decideNotToObject(office.actors.counsel, {
    reference,
    reason: 'It is narrow and in time.',
  })
  expect(decided).toMatchObject({ ok: true })
  expect((await reader().select().from(decisions)).at(-1)).toMatchObject({ kind: 'not-objecting' })
  expect((await lanesNow(reference)).A).toMatch(/^on-hold/)
})
