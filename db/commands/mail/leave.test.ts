import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { leaseLasts } from '#lib/mail/retry.ts'
import { mailTask } from '#lib/today/mail_tasks.ts'
import { queueMail } from '../../mail/queue.ts'
import { lostMail } from '../../queries/lost_mail.ts'
import { history, outbox, shipments } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { fileInTest } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { reader, tx } from '../../tx.ts'
import { lookAtObjectionInbox } from '../inbox.ts'
import { recordObjectionOutcome } from '../objection/change.ts'
import { recordObjection } from '../objection/record.ts'
import { prepareProduction } from '../production/prepare.ts'
import { releaseProduction } from '../production/release.ts'
import { shipProduction } from '../shipment.ts'
import { withdrawSubpoena } from '../withdrawal.ts'
import { sendAgain } from './again.ts'
import { claimMail } from './claim.ts'
import { recordMailDeferred, recordMailRefused } from './result.ts'
import { stopMail } from './stop.ts'

let office: TestOffice
let subpoena: CaseInTest
let messageId: string
/** A production that is released on Wednesday 21 January at nine, and whose mail waits. */
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest()
  office.clock.set('2026-01-21 09:00')
  const { reference } = subpoena
  const items = [{ target: 1, description: 'Account record', pages: 8 }]
  await prepareProduction(office.actors.custodian, { reference, items })
  await look()
  const reason = 'The hold is over'
  await releaseProduction(office.actors.otherCustodian, { reference, production: 1, reason })
  expect(await ship()).toMatchObject({ ok: true })
  messageId = (await mail())?.messageId ?? ''
})
afterEach(() => office.close())

const mail = async () => (await reader().select().from(outbox)).find(({ kind }) => kind === 'production')
const look = () =>
  lookAtObjectionInbox(office.actors.intake, { reference: subpoena.reference, nothingUnrecorded: true })
const ship = () =>
  shipProduction(office.actors.custodian, {
    reference: subpoena.reference,
    production: 1,
    method: 'e-mail',
  })
const claim = async () => {
  const claimed = await claimMail(system, { owner: 'test' })
  return claimed.ok ? (claimed.value?.messageId ?? null) : claimed
}
const deferred = () => recordMailDeferred(system, { messageId, owner: 'test', reply: '451 later' })
const later = (milliseconds: number) => {
  office.clock.now = (office.clock.now + milliseconds) as typeof office.clock.now
}
const anHour = 3_600_000

const arrivals = {
  'an objection': () =>
    recordObjection(office.actors.intake, {
      ...{ reference: subpoena.reference, kind: 'motion', targets: [1], filedWhere: 'C.D. Cal.' },
      ...{ filedOn: null, receivedAt: office.clock.now, text: '', file: null },
    }),
  'a withdrawal': async () =>
    withdrawSubpoena(office.actors.intake, {
      ...{ reference: subpoena.reference, withdrawnOn: '2026-01-21' as never, reason: '' },
      file: await fileInTest(),
    }),
} as const

describe('a production whose mail waits for another try', () => {
  beforeEach(async () => {
    expect(await claim()).toBe(messageId)
    await deferred()
  })

  test('goes when nothing has come up', async () => {
    later(anHour)
    expect(await stopMail(system, { messageId })).toMatchObject({ refusal: { kind: 'may-leave' } })
    expect(await claim()).toBe(messageId)
  })

  test.each(Object.entries(arrivals))('is not handed to a sender after %s', async (_name, arrives) => {
    expect(await arrives()).toMatchObject({ ok: true })
    later(anHour)
    for (let one = await claim(); one; one = await claim()) expect(one).not.toBe(messageId)
    expect(await mail()).toMatchObject({ state: 'waiting', leaseOwner: null })
  })

  test('is not handed over once nobody has looked into the inbox for a day', async () => {
    later(25 * anHour)
    expect(await claim()).toBeNull()
    await look()
    expect(await claim()).toBe(messageId)
  })

  test('is stopped with the sentence of what stands against it, and the history tells it', async () => {
    await arrivals['an objection']()
    later(anHour)
    expect(await stopMail(system, { messageId })).toMatchObject({ ok: true })
    const why = 'A: Objection 1 stays it until it has an outcome.'
    expect(await mail()).toMatchObject({ state: 'failed', stoppedWhy: why })
    expect((await reader().select().from(history)).at(-1)?.payload).toContain(
      `Stopped the mail with a production before it left: ${why}`,
    )
    expect(await stopMail(system, { messageId })).toMatchObject({ refusal: { kind: 'not-waiting' } })
    expect(await ship()).toMatchObject({ refusal: { kind: 'cannot-leave' } })
  })

  test('is a task that says what stands against it, until it was shipped again or set aside', async () => {
    await arrivals['an objection']()
    later(anHour)
    await stopMail(system, { messageId })
    const tasks = async () => (await lostMail(reader(), 'America/Los_Angeles')).map(mailTask)
    expect(await tasks()).toMatchObject([
      {
        verb: 'Ship it again',
        reason: 'production: stopped before it left. A: Objection 1 stays it until it has an outcome',
        may: ['custodian'],
      },
    ])
    const outcome = await recordObjectionOutcome(office.actors.counsel, {
      ...{ reference: subpoena.reference, objection: 1, outcome: 'denied', reason: '' },
      ...{ outcomeOn: '2026-01-21' as never, file: await fileInTest() },
    })
    expect(outcome).toMatchObject({ ok: true })
    expect(await claim()).toBeNull()
    expect(await ship()).toMatchObject({ ok: true, value: { shipment: 2 } })
    expect(await tasks()).toEqual([])
    expect(await claim()).not.toBe(messageId)
  })

  test('does not keep other mail from going', async () => {
    await arrivals['a withdrawal']()
    later(anHour)
    const words = { subject: 'Terms', text: 'Terms.', html: '<p>Terms.</p>', to: 'clerk@firm.example' }
    await tx((tx) =>
      queueMail({ tx, actor: system, now: office.clock.now }, { kind: 'letter', subpoenaId: null, ...words }),
    )
    const letter = (await reader().select().from(outbox)).at(-1)
    expect(await claim()).toBe(letter?.messageId)
    expect(await claim()).toBeNull()
  })
})

test('a mail that a sender holds is left to it; when the lease has run out it is asked again', async () => {
  expect(await claim()).toBe(messageId)
  await arrivals['an objection']()
  expect(await stopMail(system, { messageId })).toMatchObject({ refusal: { kind: 'not-waiting' } })
  later(leaseLasts)
  expect(await claim()).toBeNull()
  await stopMail(system, { messageId })
  expect((await mail())?.stoppedWhy).toMatch(/stays it.*it may have gone before\.$/)
  expect(await reader().select().from(shipments)).toHaveLength(1)
})

test('a production that failed is never sent again as a mail, to whomever', async () => {
  await claim()
  await recordMailRefused(system, { messageId, owner: 'test', reply: '550 no' })
  const again = (to: string) => sendAgain(office.actors.custodian, { messageId, to })
  for (const to of ['', 'stranger@elsewhere.example']) {
    expect(await again(to)).toMatchObject({ refusal: { kind: 'ship-it-again' } })
  }
  expect(await reader().select().from(outbox)).toHaveLength(1)
  expect(await ship()).toMatchObject({ ok: true, value: { shipment: 2 } })
})
