import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPermitted, nobody, system } from '#lib/access/actor.ts'
import type { Head } from '../history.ts'
import { queueMail } from '../mail/queue.ts'
import { openRestoration } from '../queries/restoration.ts'
import {
  attempts,
  counters,
  history,
  invoices,
  numberGaps,
  outbox,
  restorations,
  subpoenas,
} from '../schema.ts'
import { done } from '../testing/answers.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { Play } from '../testing/play.ts'
import { asRestored } from '../testing/restored.ts'
import { reader, tx } from '../tx.ts'
import { verifyOffice } from '../verify.ts'
import { commands } from './index.ts'
import { sendAgain } from './mail/again.ts'
import { settleUnsureMail } from './mail/unsure.ts'
import { sendNotice } from './notice/send.ts'
import { openRestoredOffice } from './restoration.ts'

let office: TestOffice
let play: Play
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  play = new Play(office)
})
afterEach(() => office.close())

const looked = (head: Head, change: object = {}) =>
  openRestoredOffice(office.actors.administrator, {
    headSeen: head.sequence,
    numbers: [],
    mail: 'hold',
    ticked: [],
    ...change,
  })

const queue = (to: string) =>
  tx((tx) =>
    queueMail(
      { tx, actor: system, now: office.clock.now },
      { kind: 'letter', subpoenaId: null, to, subject: 'Words', text: 'Words.', html: '<p>Words.</p>' },
    ),
  )
const mails = () => reader().select().from(outbox).orderBy(asc(outbox.id))

describe('an office that came out of a backup', () => {
  test('takes no command but those by which one signs in and out, and by which an administrator opens it', async () => {
    await asRestored()
    const everybody = [...Object.values(office.actors), nobody, system]
    const taken: string[] = []
    for (const command of commands) {
      const actor = everybody.find((one) => isPermitted(one, command.may)) ?? system
      const answer = await command(actor, { nonsense: true } as never)
      if (answer.ok || answer.refusal.kind !== 'office-read-only') taken.push(command.command)
    }
    expect(taken.sort()).toEqual([
      'enrol-totp',
      'give-recovery-code',
      'give-totp-code',
      'open-restored-office',
      'record-backup',
      'record-restoration',
      'reset-password',
      'sign-in-with-password',
      'sign-out',
    ])
  })

  test('says why in a sentence, and keeps nothing of what was refused', async () => {
    await asRestored()
    await expect(play.log({ received: '2026-01-05 10:00' })).rejects.toThrow(
      'it is read-only until an administrator has looked',
    )
    expect(await reader().select().from(subpoenas)).toEqual([])
  })

  test('works on once an administrator has looked, and the history says who', async () => {
    const head = await asRestored()
    expect(await looked(head)).toMatchObject({ ok: true, value: { raised: [], held: 0 } })
    expect(await openRestoration(reader())).toBeNull()
    expect(await reader().select().from(restorations)).toMatchObject([
      { acceptedById: office.actors.administrator.id, acceptedAt: office.clock.now },
    ])
    const told = (await reader().select().from(history)).at(-1)
    expect(told?.payload).toContain(
      `whose backup ends with history entry ${head.sequence}, and opened it again`,
    )
    expect(await play.log({ received: '2026-01-05 10:00' })).toBe('S-2026-00001')
    expect(await looked(head)).toMatchObject({ refusal: { kind: 'nothing-restored' } })
  })

  test('is not opened by who saw another restoration', async () => {
    const head = await asRestored()
    const answer = await looked({ ...head, sequence: head.sequence + 1 })
    expect(answer).toMatchObject({ refusal: { kind: 'other-restoration' } })
    expect(await openRestoration(reader())).not.toBeNull()
  })
})

describe('the last numbers', () => {
  const cases = async () => {
    for (let count = 0; count < 2; count++) {
      const reference = await play.log({ received: '2026-01-05 10:00' })
      await play.accept(reference)
      await play.find(reference, [1], `ada${count}@subscriber.example`)
      await play.research(reference, 60, '2026-01-05')
    }
    await play.invoice('S-2026-00001')
  }

  test('are raised, what lies between is recorded, and verify finds nothing wrong then or later', async () => {
    await cases()
    const head = await asRestored()
    const numbers = [
      { series: 'invoice' as const, year: 2026, last: 4 },
      { series: 'reference' as const, year: 2026, last: 3 },
      { series: 'credit-memo' as const, year: 2026, last: 0 },
    ]
    expect(await looked(head, { numbers })).toMatchObject({
      value: { raised: ['INV-2026-00002 to INV-2026-00004', 'S-2026-00003'] },
    })
    expect(await reader().select().from(numberGaps)).toMatchObject([
      { series: 'invoice', year: 2026, first: 2, last: 4 },
      { series: 'reference', year: 2026, first: 3, last: 3 },
    ])
    expect(await verifyOffice()).toMatchObject({ fault: null })
    expect(await play.invoice('S-2026-00002')).toBe('INV-2026-00005')
    expect(await play.log({ received: '2026-01-05 10:00' })).toBe('S-2026-00004')
    expect((await reader().select().from(invoices)).map(({ number }) => number)).toEqual([
      'INV-2026-00001',
      'INV-2026-00005',
    ])
    expect(await verifyOffice()).toMatchObject({ fault: null })
  })

  test.each([
    { last: 0, kind: 'number-below' },
    { last: 20_000, kind: 'number-too-far' },
  ])('cannot become $last: $kind', async ({ last, kind }) => {
    await cases()
    const head = await asRestored()
    const refused = await looked(head, { numbers: [{ series: 'invoice', year: 2026, last }] })
    expect(refused).toMatchObject({ refusal: { kind, field: 'numbers.0.last' } })
    expect(await openRestoration(reader())).not.toBeNull()
  })

  test('without a gap on file, a hole is still found', async () => {
    await cases()
    const head = await asRestored()
    await looked(head, { numbers: [{ series: 'invoice', year: 2026, last: 2 }] })
    await tx(async (tx) => {
      await tx.update(counters).set({ value: 3 }).where(eq(counters.name, 'invoice-2026'))
    })
    expect(await verifyOffice()).toMatchObject({ fault: expect.stringContaining('stands at 3') })
  })
})

describe('mail that waits', () => {
  beforeEach(async () => {
    await queue('one@firm.example')
    await queue('two@firm.example')
  })

  test.each([
    { mail: 'hold', states: ['failed', 'failed'], held: 2 },
    { mail: 'send', states: ['waiting', 'waiting'], held: 0 },
    { mail: 'send-ticked', states: ['failed', 'waiting'], held: 1 },
  ])('under "$mail" is $states', async ({ mail, states, held }) => {
    const [, second] = await mails()
    const head = await asRestored()
    const answer = await looked(head, { mail, ticked: [second?.messageId] })
    expect(answer).toMatchObject({ value: { held } })
    expect((await mails()).map(({ state }) => state)).toEqual(states)
    expect(await reader().select().from(attempts)).toHaveLength(held)
  })

  test('and is held is its keeper’s task, who sends it again', async () => {
    const head = await asRestored()
    await done(looked(head))
    const [first] = await mails()
    expect(first).toMatchObject({ state: 'failed', leaseOwner: null })
    expect((await reader().select().from(history)).at(-1)?.payload).toContain(
      'Held 2 of the mail that waited.',
    )
    await done(sendAgain(office.actors.intake, { messageId: first?.messageId ?? '', to: '' }))
    expect((await mails()).at(-1)).toMatchObject({ state: 'waiting', resendsId: first?.id })
  })

  test('and carries a notice waits for who knows whether it arrived', async () => {
    const reference = await play.log({ received: '2026-01-05 10:00' })
    await play.accept(reference)
    const subscriber = await play.find(reference)
    await done(sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null }))
    const notice = (await mails()).at(-1)
    await done(looked(await asRestored()))
    const held = (await mails()).find(({ id }) => id === notice?.id)
    expect(held?.state).toBe('unsure')
    const messageId = held?.messageId ?? ''
    await done(
      settleUnsureMail(office.actors.intake, {
        messageId,
        outcome: 'send-again',
        arrivedOn: null,
        proof: '',
      }),
    )
    expect((await mails()).find(({ id }) => id === notice?.id)?.state).toBe('waiting')
  })
})
