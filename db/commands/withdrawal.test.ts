import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { letters, outbox, subscribers } from '../schema.ts'
import { type CaseInTest, caseInTest } from '../testing/case.ts'
import { fileInTest, foundInTest, lanesNow, serverTakes } from '../testing/notice.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { reader, tx } from '../tx.ts'
import { sendAgain } from './mail/again.ts'
import { recordNoticePosted } from './notice/posted.ts'
import { postNotice, sendNotice } from './notice/send.ts'
import { withdrawSubpoena } from './withdrawal.ts'

let office: TestOffice
let subpoena: CaseInTest
let reference: string
let subscriber: string
beforeEach(async () => {
  office = await testOffice('2026-01-06 10:00')
  subpoena = await caseInTest({
    targets: ['open', 'open', 'open'],
    noticedOn: null,
    deemedReceivedOn: '2026-01-05',
  })
  reference = subpoena.reference
  subscriber = await foundInTest(office.actors.custodian, reference, [1, 2])
})
afterEach(() => office.close())

const send = (change: object = {}) =>
  sendNotice(office.actors.intake, { reference, subscriber, language: null, lastDaySeen: null, ...change })
const post = (change: object = {}) =>
  postNotice(office.actors.intake, {
    ...{ reference, subscriber, language: null, lastDaySeen: null },
    postedOn: '2026-01-06',
    ...change,
  })
const mails = () => reader().select().from(outbox).orderBy(asc(outbox.id))

describe('a withdrawn paper', () => {
  const withdraw = async () =>
    withdrawSubpoena(office.actors.intake, {
      reference,
      withdrawnOn: '2026-01-09',
      file: await fileInTest(),
      reason: 'Settled.',
    })

  test('is told to who was told, in the same way and language, and to nobody else', async () => {
    await send({ language: 'sv' })
    await serverTakes()
    const posted = await foundInTest(office.actors.custodian, reference, [3], {
      name: 'Tomas Erlund',
      account: '5',
    })
    office.clock.set('2026-01-07 09:00')
    await post({ subscriber: posted, postedOn: '2026-01-07' })
    await recordNoticePosted(office.actors.intake, { reference, notice: 2, postedOn: '2026-01-07' })
    office.clock.set('2026-01-09 16:00')
    expect(await withdraw()).toEqual({
      ok: true,
      value: { told: ['U-00001', 'U-00002'], toPost: ['U-00002'], stopped: [] },
    })
    const [, mail, ...rest] = await mails()
    expect(rest).toEqual([])
    expect(mail).toMatchObject({ kind: 'withdrawal-told', toAddress: 'ada@home.test', state: 'waiting' })
    expect(mail?.text).toContain('We have released nothing')
    const kinds = (await reader().select().from(letters)).map(({ kind, outboxId }) => [
      kind,
      outboxId !== null,
    ])
    expect(kinds).toEqual([
      ['notice', true],
      ['notice', false],
      ['withdrawal-told', true],
      ['withdrawal-told', false],
    ])
    expect(await lanesNow(reference)).toMatchObject({
      A: expect.stringMatching(/^withdrawn/),
      C: expect.stringMatching(/^withdrawn/),
    })
    expect(await withdraw()).toMatchObject({ refusal: { kind: 'not-open' } })
  })

  test('withdraws a notice that nobody has taken, and then tells nobody', async () => {
    await send()
    office.clock.set('2026-01-09 16:00')
    expect(await withdraw()).toMatchObject({ value: { told: [] } })
    expect((await mails()).map(({ state }) => state)).toEqual(['withdrawn'])
  })

  test('stops a letter that nobody posted, and then tells nobody', async () => {
    await post()
    office.clock.set('2026-01-09 16:00')
    expect(await withdraw()).toMatchObject({ value: { told: [], toPost: [], stopped: [1] } })
  })

  test('is told again to the address on file alone, as it is today', async () => {
    await send()
    await serverTakes()
    office.clock.set('2026-01-09 16:00')
    await withdraw()
    await serverTakes(true)
    const again = async (to: string) => {
      const { messageId } = (await mails()).at(-1) ?? { messageId: '' }
      return sendAgain(office.actors.intake, { messageId, to })
    }
    const elsewhere = { refusal: { kind: 'only-to-the-address-on-file', field: 'to' } }
    expect(await again('stranger@elsewhere.example')).toMatchObject(elsewhere)
    expect(await again('ada@home.test')).toMatchObject({ ok: true })
    expect((await mails()).at(-1)).toMatchObject({ kind: 'withdrawal-told', toAddress: 'ada@home.test' })
    await serverTakes(true)
    await tx((tx) => tx.update(subscribers).set({ email: 'ada@new.test' }))
    expect(await again('ada@home.test')).toMatchObject(elsewhere)
    expect(await again('')).toMatchObject({ ok: true })
    expect((await mails()).at(-1)).toMatchObject({ toAddress: 'ada@new.test', state: 'waiting' })
  })

  test('cannot be withdrawn tomorrow', async () => {
    expect(await withdraw()).toMatchObject({
      refusal: { kind: 'withdrawn-in-the-future', field: 'withdrawnOn' },
    })
  })

  test('does not tell who got no notice because it failed', async () => {
    await send()
    await serverTakes(true)
    office.clock.set('2026-01-09 16:00')
    expect(await withdraw()).toMatchObject({ value: { told: [] } })
    expect(await mails()).toHaveLength(1)
  })
})
