import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { barNotice } from './commands/bar.ts'
import { lookAtObjectionInbox } from './commands/inbox.ts'
import { setMailAside } from './commands/mail/again.ts'
import { claimMail } from './commands/mail/claim.ts'
import { recordMailDeferred, recordMailWritten } from './commands/mail/result.ts'
import { recordMailUnsure, settleUnsureMail } from './commands/mail/unsure.ts'
import { recordNoticeBounced, recordNoticeDelivered } from './commands/notice/follow.ts'
import { sendNotice } from './commands/notice/send.ts'
import { prepareProduction } from './commands/production/prepare.ts'
import { releaseProduction } from './commands/production/release.ts'
import { findSubscriber } from './commands/subscriber/find.ts'
import { noneFound } from './commands/target.ts'
import { withdrawSubpoena } from './commands/withdrawal.ts'
import { outbox } from './schema.ts'
import { done, said } from './testing/answers.ts'
import { caseInTest } from './testing/case.ts'
import {
  fileInTest,
  foundInTest,
  lanesNow,
  nobodyNew,
  noticesNow,
  quashedInTest,
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
  reference = (await caseInTest({ targets: ['open', 'open'], noticedOn: null })).reference
  subscriber = await foundInTest(office.actors.custodian, reference, [1, 2])
})
afterEach(() => office.close())

const send = () =>
  done(sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null }))
const mails = async () =>
  (await reader().select().from(outbox).orderBy(asc(outbox.id))).map(({ kind, state }) => `${kind} ${state}`)
const claimed = async () => {
  const mail = await done(claimMail(system, { owner: 'one' }))
  if (!mail) throw new Error('No mail waits.')
  return { messageId: mail.messageId, owner: 'one', reply: '451 come again' }
}
const another = (targets: number[]) =>
  foundInTest(office.actors.custodian, reference, targets, { name: 'Bertil Ek', account: '2' })
const withdraw = async () =>
  done(
    withdrawSubpoena(office.actors.intake, {
      ...{ reference, withdrawnOn: '2026-01-05', reason: 'Settled.' },
      file: await fileInTest(),
    }),
  )

describe('a notice about two targets, of which one is quashed before it went', () => {
  beforeEach(async () => {
    await send()
    expect(await quashedInTest(office, reference, [1])).toMatchObject({ told: [], stopped: [1] })
  })

  test('does not go, and Today asks for a new one about the other', async () => {
    expect(await mails()).toEqual(['notice withdrawn'])
    expect(await noticesNow(reference)).toMatchObject([
      { failedAt: office.clock.now, failedWhy: 'A court quashed what it was about before it went.' },
    ])
    expect(await lanesNow(reference)).toEqual({ A: 'quashed', B: 'notice-failed' })
    expect(await tasksNow(reference)).toContain('notices: Send a new notice')
    expect(await send()).toMatchObject({ number: 2, targets: [2] })
    expect(await tasksNow(reference)).not.toContain('notices: Send a new notice')
  })

  test('is not spoken of when the paper is withdrawn: nobody was told', async () => {
    expect(await withdraw()).toMatchObject({ told: [] })
    expect(await mails()).toEqual(['notice withdrawn'])
  })
})

describe('a paper that is withdrawn', () => {
  test('stops a notice that a server has put off', async () => {
    await send()
    await done(recordMailDeferred(system, await claimed()))
    expect(await withdraw()).toMatchObject({ told: [], stopped: [1] })
    office.clock.set('2026-01-05 14:00')
    expect(await serverTakes()).toBe(0)
    expect(await mails()).toEqual(['notice withdrawn'])
  })

  test('stops the notice that was going at that moment, once a server puts it off', async () => {
    await send()
    const going = await claimed()
    expect(await withdraw()).toMatchObject({ told: ['U-00001'] })
    await done(recordMailDeferred(system, going))
    office.clock.set('2026-01-05 14:00')
    await serverTakes()
    expect(await mails()).toEqual(['notice withdrawn', 'withdrawal-told sent'])
  })

  test('is told to those whose notice was written to a file, for it may have been handed over', async () => {
    await send()
    await done(recordMailWritten(system, await claimed()))
    expect(await withdraw()).toMatchObject({ told: ['U-00001'], stopped: [] })
  })
})

describe('a notice of which nobody knows whether it went', () => {
  let messageId: string
  beforeEach(async () => {
    await send()
    const going = await claimed()
    messageId = going.messageId
    await done(recordMailUnsure(system, going))
  })

  const again = () =>
    settleUnsureMail(office.actors.intake, { messageId, outcome: 'send-again', arrivedOn: null, proof: '' })
  const bar = async () =>
    done(
      barNotice(office.actors.counsel, {
        ...{ reference, targets: [1], endsOn: null, reason: 'Sealed order.' },
        file: await fileInTest(),
      }),
    )
  const bounce = () =>
    done(recordNoticeBounced(office.actors.intake, { reference, notice: 1, why: 'It came back.' }))

  test('goes again on the same day', async () => {
    expect(await said(again())).toBe('done')
    expect(await serverTakes()).toBe(1)
  })

  test.each([
    ['an order forbids it', bar, 'not-unsure'],
    ['the paper is withdrawn', withdraw, 'not-accepted'],
    ['it came back', bounce, 'not-unsure'],
    ['half of what it says is quashed', () => quashedInTest(office, reference, [2]), 'says-too-much'],
    ['half of what it names is another’s', () => another([2]), 'says-too-much'],
    ['its last day would be another', async () => office.clock.set('2026-01-14 10:00'), 'last-day-moved'],
  ])('does not go again once %s', async (_, change, refusal) => {
    await change()
    expect(await said(again())).toBe(refusal)
    const due = await reader().select().from(outbox).where(eq(outbox.state, 'waiting'))
    expect(due.filter(({ kind }) => kind === 'notice')).toEqual([])
  })

  test('did not arrive in time when that was after the last day it prints', async () => {
    office.clock.set('2026-01-26 10:00')
    const input = { messageId, outcome: 'arrived', arrivedOn: '2026-01-21', proof: 'She said so.' } as const
    expect(await said(settleUnsureMail(office.actors.intake, input))).toBe('delivered-too-late')
    const delivered = { reference, notice: 1, deliveredOn: '2026-01-21', proof: 'She said so.' }
    expect(await said(recordNoticeDelivered(office.actors.intake, delivered))).toBe('delivered-too-late')
    const inTime = { ...delivered, deliveredOn: '2026-01-20' }
    expect(await said(recordNoticeDelivered(office.actors.intake, inTime))).toBe('done')
  })
})

describe('a notice about targets that turn out to be another’s', () => {
  beforeEach(async () => {
    await send()
  })

  test('does not go while it waits, and the other is to be told', async () => {
    expect(await another([1, 2])).toBe('U-00002')
    expect(await serverTakes()).toBe(0)
    expect(await mails()).toEqual(['notice withdrawn'])
    expect(await tasksNow(reference)).toContain('notices: Send the notice')
  })

  test('does not go while it waits, nor is anybody told where there is nobody', async () => {
    const none = { reference, targets: [1], searched: 'All accounts.' }
    expect(await done(noneFound(office.actors.custodian, none))).toEqual({ stopped: [1] })
    expect(await serverTakes()).toBe(0)
    expect(await tasksNow(reference)).toContain('notices: Send a new notice')
    expect(await send()).toMatchObject({ targets: [2] })
  })

  test('is no file to hand over any more', async () => {
    await done(recordMailWritten(system, await claimed()))
    await another([1, 2])
    expect(await mails()).toEqual(['notice withdrawn'])
  })

  test('is a person’s task once it has gone, until they have seen to it', async () => {
    await serverTakes()
    await another([2])
    const task = 'mail: See to a misdirected notice'
    expect(await tasksNow(reference)).toContain(task)
    const seen = { reference, notice: 1, why: 'Told to disregard it, by telephone.' }
    await done(recordNoticeBounced(office.actors.intake, seen))
    expect(await tasksNow(reference)).not.toContain(task)
    expect(await lanesNow(reference)).toEqual({ A: 'notice-failed', B: 'to-notify' })
  })

  test('is that task though nobody is found behind any of it', async () => {
    await serverTakes()
    await done(noneFound(office.actors.custodian, { reference, targets: [1, 2], searched: 'All accounts.' }))
    expect(await tasksNow(reference)).toContain('mail: See to a misdirected notice')
  })
})

describe('a subscriber who was told of two targets, of which one is quashed', () => {
  const last = async () => {
    const mail = (await reader().select().from(outbox).orderBy(asc(outbox.id))).at(-1)
    return `${mail?.subject}\n${mail?.text}`
  }

  test('is told which has ended, that the other runs on, and of the end only with the other', async () => {
    await send()
    await serverTakes()
    await quashedInTest(office, reference, [1])
    const part = await last()
    expect(part).toContain('1-323-555-0100')
    expect(part).not.toContain('1-323-555-0101')
    expect(part).toContain('that letter stands, with its days')
    expect(part).not.toMatch(/nothing more|We have released nothing\./)
    office.clock.set('2026-01-21 09:00')
    expect((await lanesNow(reference)).B).toMatch(/^ready/)
    await quashedInTest(office, reference, [2])
    expect(await last()).toContain('You need do nothing more.')
  })
})

test('a notice in a file is not set aside: nobody would be told, and nobody asked to', async () => {
  await send()
  const { messageId, ...claim } = await claimed()
  await done(recordMailWritten(system, { messageId, ...claim }))
  const aside = { messageId, reason: 'Dealt with.' }
  expect(await said(setMailAside(office.actors.intake, aside))).toBe('a-notice-is-followed')
  expect(await tasksNow(reference)).toContain('mail: Say how it was delivered')
})

test('who was answered for one target is told of another found to be theirs, and of both', async () => {
  const other = (await caseInTest({ targets: ['subscriber', 'open'] })).reference
  office.clock.set('2026-01-21 09:00')
  const items = [{ target: 1, description: 'Account record', pages: 2 }]
  await done(prepareProduction(office.actors.custodian, { reference: other, items }))
  await done(lookAtObjectionInbox(office.actors.intake, { reference: other, nothingUnrecorded: true }))
  const release = { reference: other, production: 1, reason: 'The hold is over.' }
  await done(releaseProduction(office.actors.otherCustodian, release))
  const found = { reference: other, targets: [2], existing: 'U-00002', ...nobodyNew }
  await done(findSubscriber(office.actors.custodian, found))
  expect(await tasksNow(other)).toContain('notices: Send the notice')
  const asked = { reference: other, subscriber: 'U-00002', language: null, lastDaySeen: null }
  expect(await done(sendNotice(office.actors.intake, asked))).toMatchObject({ targets: [2] })
  const [mail] = await reader().select().from(outbox)
  expect(mail?.text).toContain('We answered it before about another number or account of yours.')
  expect(mail?.text).not.toContain('We have released nothing.')
})
