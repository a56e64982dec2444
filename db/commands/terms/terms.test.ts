import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { requesterLetterPaper, requesterLetters } from '../../queries/requester_letters.ts'
import { letters, outbox, papers, subpoenas, termsEvents } from '../../schema.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { loggedInTest, paperInTest } from '../../testing/paper.ts'
import { reader } from '../../tx.ts'
import { rejectSubpoena } from '../review/refuse.ts'
import { recordTermsAgreed, recordTermsRefused, setTermsNotApplicable, waiveTerms } from './record.ts'
import { sendTerms } from './send.ts'

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
})
afterAll(() => office.close())

async function idOf(reference: string): Promise<number> {
  const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.reference, reference))
  return row?.id ?? 0
}

const eventsOf = async (reference: string) =>
  reader()
    .select()
    .from(termsEvents)
    .where(eq(termsEvents.subpoenaId, await idOf(reference)))
    .orderBy(asc(termsEvents.id))

describe('the terms of compensation', () => {
  test('go out by e-mail with the numbers of the policy and a form to return', async () => {
    const reference = await loggedInTest(actors.intake)
    expect(await sendTerms(actors.intake, { reference, how: 'e-mail' })).toMatchObject({ ok: true })
    expect(await eventsOf(reference)).toMatchObject([
      { kind: 'sent', onDate: '2026-01-06', byId: actors.intake.id },
    ])
    const [sent] = await reader()
      .select({
        to: outbox.toAddress,
        text: outbox.text,
        attachments: outbox.attachments,
        bytes: papers.bytes,
      })
      .from(letters)
      .innerJoin(outbox, eq(outbox.id, letters.outboxId))
      .innerJoin(papers, eq(papers.id, letters.paperId))
      .where(eq(letters.subpoenaId, await idOf(reference)))
    expect(sent?.to).toBe('tquorn@oakhursttarn.example')
    for (const amount of ['$90.00', '$0.25', '$22.00']) expect(sent?.text).toContain(amount)
    expect(sent?.attachments).toHaveLength(1)
    expect(sent?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('go out by fax or post as a paper to print, without a mail', async () => {
    const reference = await loggedInTest(actors.intake)
    expect(await sendTerms(actors.intake, { reference, how: 'fax' })).toMatchObject({ ok: true })
    const rows = await reader()
      .select()
      .from(letters)
      .where(eq(letters.subpoenaId, await idOf(reference)))
    expect(rows).toMatchObject([{ kind: 'terms-letter', outboxId: null }])
  })

  test('are agreed on a day, by a paper', async () => {
    const reference = await loggedInTest(actors.intake)
    await sendTerms(actors.intake, { reference })
    const file = await paperInTest(actors.intake, 'the signed form')
    const agreed = { reference, onDate: '2026-01-05', reason: 'T. Quorn signed the form.', file }
    expect(await recordTermsAgreed(actors.intake, agreed)).toMatchObject({ ok: true })
    expect((await eventsOf(reference)).at(-1)).toMatchObject({
      kind: 'agreed',
      onDate: '2026-01-05',
      fileSha256: file,
      reason: 'T. Quorn signed the form.',
    })
    expect(await sendTerms(actors.intake, { reference })).toMatchObject({
      refusal: { kind: 'terms-settled' },
    })
    expect(await recordTermsAgreed(actors.intake, agreed)).toMatchObject({
      refusal: { kind: 'terms-settled' },
    })
  })

  test.each([
    { onDate: '2026-01-07', kind: 'in-the-future' },
    { onDate: '2026-01-04', kind: 'before-receipt' },
  ])('are not agreed on $onDate: $kind', async ({ onDate, kind }) => {
    const reference = await loggedInTest(actors.intake)
    expect(await recordTermsAgreed(actors.intake, { reference, onDate })).toMatchObject({
      refusal: { kind, field: 'onDate' },
    })
    expect(await eventsOf(reference)).toEqual([])
  })

  test('that are refused become counsel’s, who waives them with a reason', async () => {
    const reference = await loggedInTest(actors.intake)
    await recordTermsRefused(actors.intake, { reference, onDate: '2026-01-06', reason: 'They will not pay.' })
    expect(await waiveTerms(actors.intake, { reference, reason: 'x' })).toMatchObject({
      refusal: { kind: 'not-permitted' },
    })
    expect(await setTermsNotApplicable(actors.intake, { reference, reason: 'x' })).toMatchObject({
      refusal: { kind: 'terms-refused-for-counsel' },
    })
    expect(await waiveTerms(actors.counsel, { reference, reason: ' ' })).toMatchObject({
      refusal: { kind: 'not-understood' },
    })
    expect(await waiveTerms(actors.counsel, { reference, reason: 'A legal aid case.' })).toMatchObject({
      ok: true,
    })
    expect((await eventsOf(reference)).map(({ kind }) => kind)).toEqual(['refused', 'waived'])
  })

  test('do not apply under an order, and nothing is agreed once the paper is rejected', async () => {
    const reference = await loggedInTest(actors.intake, { processType: 'court-order' })
    const none = { reference, reason: 'The order sets the fees.' }
    expect(await setTermsNotApplicable(actors.intake, none)).toMatchObject({ ok: true })
    expect((await eventsOf(reference)).at(-1)).toMatchObject({ kind: 'not-applicable' })
    const other = await loggedInTest(actors.intake)
    await rejectSubpoena(actors.counsel, { reference: other, deficiencies: ['informal-request'] })
    expect(await sendTerms(actors.intake, { reference: other })).toMatchObject({
      refusal: { kind: 'terms-over' },
    })
  })

  test('are none for a government', async () => {
    const reference = await loggedInTest(actors.intake, { processType: 'grand-jury-subpoena' })
    expect(await sendTerms(actors.intake, { reference })).toMatchObject({
      refusal: { kind: 'terms-governmental' },
    })
  })
})

test('every letter about the paper can be printed by who sees the case, and by nobody else', async () => {
  const reference = await loggedInTest(actors.intake)
  await sendTerms(actors.intake, { reference, how: 'fax' })
  await rejectSubpoena(actors.counsel, { reference, deficiencies: ['no-court'] })
  expect(await requesterLetters(actors.auditor, reference)).toMatchObject([
    { number: 1, kind: 'terms-letter', to: null },
    { number: 2, kind: 'rejection-letter', to: 'tquorn@oakhursttarn.example', mail: 'waiting' },
  ])
  const paper = await requesterLetterPaper(actors.intake, reference, 2)
  expect(paper?.name).toBe(`${reference}-rejection-letter.pdf`)
  expect(paper?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(await requesterLetterPaper(actors.intake, reference, 3)).toBeNull()
  await expect(requesterLetters(actors.billing, reference)).rejects.toThrow(NotAllowed)
  await expect(requesterLetterPaper(actors.billing, reference, 1)).rejects.toThrow(NotAllowed)
})
