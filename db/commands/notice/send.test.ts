import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draftNotice } from '../../notice_draft.ts'
import { history, letters, noticeTargets, outbox, papers, subpoenas } from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { foundInTest, lanesNow, noticesNow, serverTakes } from '../../testing/notice.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { textOfPdf } from '../../testing/pdf_text.ts'
import { reader, tx } from '../../tx.ts'
import { markCopyFit } from '../subscriber/change.ts'
import { sendNotice } from './send.ts'

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

const mails = () => reader().select().from(outbox).orderBy(asc(outbox.id))
const told = async () => JSON.stringify(await reader().select().from(history))

describe('a notice by e-mail', () => {
  test('covers all targets of its subscriber, and takes effect on the day a server took it', async () => {
    expect(await send()).toMatchObject({
      ok: true,
      value: { number: 1, targets: [1, 2], lastDayOn: '2026-01-20' },
    })
    expect((await noticesNow(reference))[0]).toMatchObject({
      channel: 'e-mail',
      language: 'en',
      lastDayOn: '2026-01-20',
      copyEnclosed: false,
      effectiveOn: null,
    })
    expect(await reader().select().from(noticeTargets)).toHaveLength(2)
    expect((await lanesNow(reference)).A).toBe('to-notify')
    office.clock.set('2026-01-07 09:00')
    expect(await serverTakes()).toBe(1)
    expect((await noticesNow(reference))[0]).toMatchObject({
      effectiveOn: '2026-01-07',
      proof: '250 2.0.0 OK queued as 4F21',
    })
    expect(await lanesNow(reference)).toEqual({
      A: 'on-hold to 2026-01-20, opens 2026-01-21',
      B: 'on-hold to 2026-01-20, opens 2026-01-21',
      C: 'to-research',
    })
    const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.id, subpoena.id))
    expect(row).toMatchObject({ stage: 'to-research', nextChangeOn: '2026-01-21' })
  })

  test('is a letter on paper and in mail, to one person, that names only what is theirs', async () => {
    await send()
    const [mail] = await mails()
    expect(mail).toMatchObject({ kind: 'notice', toAddress: 'ada@home.test', state: 'waiting' })
    const [paper] = await reader().select().from(papers)
    expect(mail?.attachments).toEqual([
      { filename: `${reference}-notice.pdf`, contentType: 'application/pdf', paperId: paper?.id },
    ])
    const words = await textOfPdf(paper?.bytes ?? Buffer.alloc(0))
    for (const said of [mail?.text ?? '', words]) {
      expect(said).toContain('1-323-555-0100')
      expect(said).toContain('1-323-555-0101')
      expect(said).not.toContain('1-323-555-0102')
      expect(said).toContain('Tuesday, January 20, 2026')
      expect(said).toContain('Wednesday, January 21, 2026')
    }
    // The demand word for word may name the others.
    expect(mail?.text).not.toContain('Documents sufficient to identify')
    expect(await reader().select().from(letters)).toMatchObject([{ kind: 'notice', recipient: 'subscriber' }])
    expect(await told()).not.toMatch(/Ada|ada@|323-555/)
  })

  test('is exactly what the preview showed', async () => {
    const asked = { reference, subscriber, today: '2026-01-06' as never, zone: 'America/Los_Angeles' }
    const preview = await draftNotice(reader(), { ...asked, language: null, postedOn: null })
    await send({ lastDaySeen: preview.ok ? preview.value.lastDayOn.value : null })
    const [mail] = await mails()
    expect(preview.ok && mail?.subject === preview.value.letter.subject).toBe(true)
    office.clock.set('2026-01-12 10:00')
    await serverTakes(true)
    expect(await send({ lastDaySeen: '2026-01-20' })).toMatchObject({
      ok: false,
      refusal: { kind: 'preview-out-of-date' },
    })
  })

  test('comes in the subscriber’s language, or another that was chosen', async () => {
    await send({ language: 'ko' })
    const [mail] = await mails()
    expect(mail?.subject).toContain('소환장(subpoena)')
    expect(mail?.text).toContain('not a party to the case')
    expect((await noticesNow(reference))[0]?.language).toBe('ko')
  })

  test('goes once: while one stands there is no second', async () => {
    await send()
    expect(await send()).toMatchObject({ ok: false, refusal: { kind: 'noticed-already' } })
    await serverTakes()
    expect(await send()).toMatchObject({ ok: false, refusal: { kind: 'noticed-already' } })
    expect(await mails()).toHaveLength(1)
  })

  test('for a target found later is a second one, about that alone', async () => {
    await send()
    await serverTakes()
    const third = await foundInTest(office.actors.custodian, reference, [3], { name: 'B', account: '2' })
    expect(await send({ subscriber: third })).toMatchObject({ value: { number: 2, targets: [3] } })
  })

  test('takes the copy along only where counsel marked it fit', async () => {
    await markCopyFit(office.actors.counsel, { reference, subscriber, fit: 'fit' })
    await send()
    const [mail] = await mails()
    const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.id, subpoena.id))
    expect(mail?.attachments[1]).toEqual({
      filename: `${reference}-subpoena.pdf`,
      contentType: 'application/pdf',
      sha256: row?.paperSha256,
    })
    expect((await noticesNow(reference))[0]?.copyEnclosed).toBe(true)
  })

  test('needs an address, an accepted paper and a target of theirs', async () => {
    const silent = await foundInTest(office.actors.custodian, reference, [3], {
      name: 'C',
      email: '',
      account: '3',
    })
    expect(await send({ subscriber: silent })).toMatchObject({ refusal: { kind: 'no-email-address' } })
    expect(await send({ subscriber: 'U-00099' })).toMatchObject({ refusal: { kind: 'no-such-subscriber' } })
    const unjudged = await caseInTest({ targets: ['open'], noticedOn: null, accepted: false })
    const theirs = await foundInTest(office.actors.custodian, unjudged.reference, [1], { account: '4' })
    const early = await send({ reference: unjudged.reference, subscriber: theirs })
    expect(early).toMatchObject({ refusal: { kind: 'not-accepted' } })
    await tx((tx) =>
      tx.update(subpoenas).set({ processType: 'search-warrant' }).where(eq(subpoenas.id, subpoena.id)),
    )
    expect(await send()).toMatchObject({ refusal: { kind: 'not-for-this-desk' } })
    expect(await mails()).toEqual([])
  })

  test('that the server refused has not arrived: the task is open again and the hold has no end', async () => {
    await send()
    await serverTakes(true)
    expect((await noticesNow(reference))[0]?.failedWhy).toContain('The mail server refused it: 550')
    expect((await lanesNow(reference)).A).toBe('notice-failed')
    expect(await told()).not.toContain('ada@home.test')
    expect(await send()).toMatchObject({ ok: true, value: { number: 2 } })
  })
})
