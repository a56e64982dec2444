import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { objections, outbox, productions } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { fileInTest } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader } from '../../tx.ts'
import { lookAtObjectionInbox } from '../inbox.ts'
import { setMailAside } from '../mail/again.ts'
import { claimMail } from '../mail/claim.ts'
import { recordMailRefused, recordMailSent } from '../mail/result.ts'
import { recordObjectionOutcome } from '../objection/change.ts'
import { recordObjection } from '../objection/record.ts'
import { prepareProduction } from '../production/prepare.ts'
import { releaseProduction } from '../production/release.ts'
import { shipProduction } from '../shipment.ts'
import { withdrawSubpoena } from '../withdrawal.ts'
import { closeSubpoena, reopenSubpoena } from './close.ts'

let office: TestOffice
let subpoena: CaseInTest
/** One file without pages to charge is released on Wednesday 21 January, and has not left. */
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest()
  office.clock.set('2026-01-21 09:00')
  const { reference } = subpoena
  const items = [{ target: 1, description: 'Account record', pages: 0, file: await fileInTest() }]
  await prepareProduction(office.actors.custodian, { reference, items })
  await lookAtObjectionInbox(office.actors.intake, { reference, nothingUnrecorded: true })
  const reason = 'The hold is over'
  await releaseProduction(office.actors.otherCustodian, { reference, production: 1, reason })
  const [row] = await reader().select().from(productions)
  expect(row?.releasedOn).toBe('2026-01-21')
})
afterEach(() => office.close())

const close = () => closeSubpoena(office.actors.intake, { reference: subpoena.reference })
const reopen = () =>
  reopenSubpoena(office.actors.counsel, { reference: subpoena.reference, reason: 'A paper came' })
const ship = (method: 'by-hand' | 'e-mail') =>
  shipProduction(office.actors.custodian, { reference: subpoena.reference, production: 1, method })
const object = () =>
  recordObjection(office.actors.intake, {
    ...{ reference: subpoena.reference, kind: 'motion', targets: [1], filedWhere: 'C.D. Cal.' },
    ...{ filedOn: null, receivedAt: office.clock.now, text: '', file: null },
  })
const withdraw = async () =>
  withdrawSubpoena(office.actors.intake, {
    ...{ reference: subpoena.reference, withdrawnOn: '2026-01-21' as never, reason: '' },
    file: await fileInTest(),
  })
const notLeft = { refusal: { kind: 'production-not-left', production: 1 } }

describe('a subpoena with a released production', () => {
  test('is not closed before that has left', async () => {
    expect(await close()).toMatchObject(notLeft)
    await ship('by-hand')
    expect(await close()).toMatchObject({ ok: true })
  })

  test('is not closed while its mail waits, nor when the mail failed or was set aside', async () => {
    await ship('e-mail')
    expect(await close()).toMatchObject(notLeft)
    const claimed = await claimMail(system, { owner: 'test' })
    const messageId = (claimed.ok && claimed.value?.messageId) || ''
    await recordMailRefused(system, { messageId, owner: 'test', reply: '550 no' })
    expect(await close()).toMatchObject(notLeft)
    await setMailAside(office.actors.custodian, { messageId, reason: 'It goes another way.' })
    expect(await close()).toMatchObject(notLeft)
    await ship('e-mail')
    const again = await claimMail(system, { owner: 'test' })
    const second = (again.ok && again.value?.messageId) || ''
    await recordMailSent(system, { messageId: second, owner: 'test', reply: '250 taken' })
    expect(await close()).toMatchObject({ ok: true })
  })

  test('may be closed when it never will leave: the paper was withdrawn', async () => {
    expect(await withdraw()).toMatchObject({ ok: true })
    expect(await close()).toMatchObject({ ok: true })
  })

  test('may be closed when it never will leave: a court quashed it', async () => {
    await object()
    expect(await close()).toMatchObject(notLeft)
    const decided = await recordObjectionOutcome(office.actors.counsel, {
      ...{ reference: subpoena.reference, objection: 1, outcome: 'quashed', reason: '' },
      ...{ outcomeOn: '2026-01-21' as never, file: await fileInTest() },
    })
    expect(decided).toMatchObject({ ok: true })
    expect(await close()).toMatchObject({ ok: true })
  })
})

describe('a closed subpoena', () => {
  beforeEach(async () => {
    await ship('by-hand')
    expect(await close()).toMatchObject({ ok: true })
  })

  test('lets nothing leave once more', async () => {
    expect(await ship('by-hand')).toMatchObject({
      refusal: { kind: 'cannot-leave', sentence: expect.stringContaining('The subpoena is closed.') },
    })
    expect(await reader().select().from(outbox).where(eq(outbox.kind, 'production'))).toEqual([])
    await reopen()
    expect(await ship('by-hand')).toMatchObject({ ok: true })
  })

  test.each([
    ['an objection', object],
    ['a withdrawal', withdraw],
  ])('says that it must be reopened before %s is recorded, and then it is', async (_name, arrives) => {
    expect(await arrives()).toMatchObject({
      refusal: { kind: 'closed', sentence: expect.stringContaining('Counsel reopens it first') },
    })
    expect(await reader().select().from(objections)).toEqual([])
    expect(await reopen()).toMatchObject({ ok: true })
    expect(await arrives()).toMatchObject({ ok: true })
    expect(await ship('by-hand')).toMatchObject({ refusal: { kind: 'cannot-leave' } })
  })
})
