import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { history, requesters, subpoenas, targets } from '../../schema.ts'
import { at, type TestOffice, testOffice } from '../../testing/office.ts'
import { loggedInTest, paperInTest, typedPaper } from '../../testing/paper.ts'
import { reader } from '../../tx.ts'
import { logSubpoena } from './log.ts'

let office: TestOffice
let intake: TestOffice['actors']['intake']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  intake = office.actors.intake
})
afterAll(() => office.close())

async function rowOf(reference: string) {
  const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.reference, reference))
  if (!row) throw new Error(`${reference} was not written.`)
  return row
}

const targetsOf = async (reference: string) =>
  reader()
    .select({
      number: targets.number,
      kind: targets.kind,
      identifier: targets.identifier,
      period: targets.period,
    })
    .from(targets)
    .where(eq(targets.subpoenaId, (await rowOf(reference)).id))

describe('logging a paper', () => {
  test('writes what was typed, the number of the year, the day it counts from, and the policy of the day', async () => {
    const paper = await paperInTest(intake, 'first')
    const logged = await logSubpoena(intake, typedPaper(paper))
    expect(logged).toEqual({ ok: true, value: { reference: 'S-2026-00001', duplicates: [], targets: 1 } })
    expect(await rowOf('S-2026-00001')).toMatchObject({
      processType: 'ao-88b',
      caption: 'Larkmoor Dental v. Doe 1',
      captionPrinted: null,
      caseNumber: '2:26-cv-99011-ABC-DE',
      caseNumberKey: '2-26-cv-99011',
      issuedOn: '2026-01-02',
      complianceOn: '2026-02-06',
      complianceTime: '17:00',
      serviceMethod: 'personal',
      servedAt: at('2026-01-05 09:30'),
      receivedAt: at('2026-01-05 09:40'),
      deemedReceivedOn: '2026-01-05',
      policyVersion: 1,
      paperSha256: paper,
      paperName: 'subpoena.pdf',
      loggedById: intake.id,
      stage: 'to-review',
      billing: 'none',
      version: 1,
    })
    expect(await targetsOf('S-2026-00001')).toEqual([
      { number: 1, kind: 'fax', identifier: '1-323-555-0142', period: 'October 2025' },
    ])
    const told = await reader().select().from(history).where(eq(history.command, 'log-subpoena'))
    expect(told[0]?.payload).not.toMatch(/323-555|Quorn/)
  })

  test('needs nothing of what should be printed on the paper', async () => {
    const paper = await paperInTest(intake, 'bare')
    const logged = await logSubpoena(intake, {
      paper,
      processType: 'other-subpoena',
      serviceMethod: 'mail',
      servedAt: at('2026-01-05 09:30'),
      receivedAt: at('2026-01-05 09:40'),
    })
    expect(logged).toMatchObject({ ok: true, value: { targets: 0 } })
    if (!logged.ok) return
    const row = await rowOf(logged.value.reference)
    expect(row).toMatchObject({
      court: '',
      caption: '',
      caseNumber: '',
      caseNumberKey: '',
      complianceOn: null,
    })
    const [requester] = await reader().select().from(requesters).where(eq(requesters.id, row.requesterId))
    expect(requester?.name).toBe('Not named on the paper')
  })

  test.each([
    { what: 'a compliance day long past', typed: { complianceOn: '1999-12-31' } },
    { what: 'a day of issue in the future', typed: { issuedOn: '2031-01-01' } },
    { what: 'a court that is none', typed: { court: 'U.S. Court, Calif.' } },
  ])('takes $what: the clock already runs', async ({ typed }) => {
    expect(await rowOf(await loggedInTest(intake, typed))).toMatchObject(typed)
  })

  test.each([
    { receivedAt: '2026-01-02 17:00', deemed: '2026-01-02', because: 'exactly at the cutoff is in time' },
    { receivedAt: '2026-01-02 17:01', deemed: '2026-01-05', because: 'Friday after five counts from Monday' },
    { receivedAt: '2026-01-03 11:00', deemed: '2026-01-05', because: 'a Saturday counts from Monday' },
    { receivedAt: '2025-12-31 18:00', deemed: '2026-01-02', because: 'New Year lies between' },
  ])('received $receivedAt counts from $deemed: $because', async ({ receivedAt, deemed }) => {
    const received = at(receivedAt)
    const reference = await loggedInTest(intake, { receivedAt: received, servedAt: received })
    expect(await rowOf(reference)).toMatchObject({ deemedReceivedOn: deemed })
  })

  test('takes its number from the year of receipt in the office’s zone', async () => {
    const newYear = at('2025-12-31 23:30')
    expect(await loggedInTest(intake, { receivedAt: newYear, servedAt: newYear })).toMatch(/^S-2025-/)
    const after = at('2026-01-01 00:10')
    expect(await loggedInTest(intake, { receivedAt: after, servedAt: after })).toMatch(/^S-2026-/)
  })

  test.each([
    { field: 'receivedAt', typed: { receivedAt: at('2026-01-06 10:01') }, kind: 'received-in-future' },
    { field: 'servedAt', typed: { servedAt: at('2026-01-06 10:01') }, kind: 'served-in-future' },
    {
      field: 'servedAt',
      typed: { servedAt: at('2026-01-06 09:00'), receivedAt: at('2026-01-02 09:00') },
      kind: 'served-after-receipt',
    },
    { field: 'requester', typed: { requester: 'R-09999' }, kind: 'no-such-requester' },
    { field: 'paper', typed: { paper: 'ab'.repeat(32) }, kind: 'no-such-file' },
  ])('is refused beside $field: $kind', async ({ field, typed, kind }) => {
    const before = (await reader().select().from(subpoenas)).length
    const refused = await logSubpoena(intake, typedPaper(await paperInTest(intake, kind), typed))
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind, field, sentence: expect.stringMatching(/\.$/) },
    })
    expect((await reader().select().from(subpoenas)).length).toBe(before)
  })

  test.each([
    { field: 'caption', typed: { caption: 'x'.repeat(10_000) } },
    { field: 'caption', typed: { caption: 'Larkmoor\u0000 v. Doe' } },
    { field: 'caption', typed: { caption: 'Larkmoor\r\nBcc: all@example.test' } },
    { field: 'complianceOn', typed: { complianceOn: '2026-02-30' } },
    { field: 'newRequester.email', typed: { newRequester: { name: 'X', email: 'a@x.test,b@x.test' } } },
    { field: 'processType', typed: { processType: 'wish' as 'ao-88b' } },
  ])('is refused with a sentence beside $field', async ({ field, typed }) => {
    const refused = await logSubpoena(intake, typedPaper(await paperInTest(intake, 'refused'), typed))
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: 'not-understood', fields: { [field]: expect.stringMatching(/\.$/) } },
    })
  })

  test.each(['"><img src=x onerror=alert(1)>', '김철수 v. Åström', '=HYPERLINK("http://x")'])(
    'keeps the caption %s as those characters',
    async (caption) =>
      expect(await rowOf(await loggedInTest(intake, { caption }))).toMatchObject({ caption }),
  )

  test('wants the printed form of a caption that cannot be printed, and keeps both', async () => {
    const caption = '𓀀 Trading v. Doe'
    const paper = await paperInTest(intake, 'glyphs')
    const refused = await logSubpoena(intake, typedPaper(paper, { caption }))
    expect(refused).toMatchObject({ refusal: { kind: 'no-glyph', field: 'caption', characters: '𓀀' } })
    const captionPrinted = '[hieroglyph] Trading v. Doe'
    expect(await rowOf(await loggedInTest(intake, { caption, captionPrinted }))).toMatchObject({
      caption,
      captionPrinted,
    })
  })
})

describe('targets', () => {
  test('are those typed in rows and those pasted, in order', async () => {
    const reference = await loggedInTest(intake, {
      targets: [
        { kind: 'account', identifier: '7731-0042' },
        { kind: 'fax', identifier: ' ' },
      ],
      targetsText: '203.0.113.7 2026-01-05 10:22 PST port 51123\n\nfax 1-213-555-0177',
    })
    expect(await targetsOf(reference)).toEqual([
      { number: 1, kind: 'account', identifier: '7731-0042', period: '' },
      { number: 2, kind: 'ip-address', identifier: '203.0.113.7', period: '2026-01-05 10:22 PST port 51123' },
      { number: 3, kind: 'fax', identifier: '1-213-555-0177', period: '' },
    ])
  })

  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => `203.0.${n >> 8}.${n & 255} 2026-01-05 10:22 UTC`).join('\n')

  test('may be five hundred', async () => {
    const reference = await loggedInTest(intake, { targets: [], targetsText: lines(500) })
    expect(await targetsOf(reference)).toHaveLength(500)
  })

  test('may not be five hundred and one', async () => {
    const paper = await paperInTest(intake, 'many')
    const refused = await logSubpoena(intake, typedPaper(paper, { targets: [], targetsText: lines(501) }))
    expect(refused).toMatchObject({ refusal: { kind: 'too-many-targets', field: 'targetsText', count: 501 } })
  })
})

describe('the same paper twice', () => {
  test('is logged twice, and said', async () => {
    const paper = await paperInTest(intake, 'sent by fax and by mail')
    const unlike = { caseNumber: '', targets: [] }
    const first = await logSubpoena(intake, typedPaper(paper, unlike))
    const second = await logSubpoena(intake, typedPaper(paper, { ...unlike, serviceMethod: 'mail' }))
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(first.value.duplicates).toEqual([])
    expect(second.value.duplicates).toEqual([first.value.reference])
    expect(second.value.reference).not.toBe(first.value.reference)
  })

  test('as another scan is found by its case and an identifier, however they are printed', async () => {
    const first = await loggedInTest(intake, {
      caseNumber: '3:26-cv-00555-XY',
      targets: [{ kind: 'fax', identifier: '1-818-555-0163' }],
    })
    const other = await logSubpoena(
      intake,
      typedPaper(await paperInTest(intake, 'another scan'), {
        caseNumber: 'Case No. 3:26-CV-555',
        targets: [{ kind: 'fax', identifier: '(818) 555-0163' }],
      }),
    )
    expect(other).toMatchObject({ ok: true, value: { duplicates: [first] } })
    const another = await logSubpoena(
      intake,
      typedPaper(await paperInTest(intake, 'same case, another number'), {
        caseNumber: '3:26-cv-555',
        targets: [{ kind: 'fax', identifier: '(818) 555-0199' }],
      }),
    )
    expect(another).toMatchObject({ ok: true, value: { duplicates: [] } })
  })
})

describe('the requester', () => {
  test('is one on file by number, and who is billed may be another', async () => {
    const first = await rowOf(await loggedInTest(intake))
    const [firm] = await reader().select().from(requesters).where(eq(requesters.id, first.requesterId))
    const payer = { newRequester: { name: 'Quillmark Insurance', email: 'claims@quillmark.example' } }
    const second = await rowOf(await loggedInTest(intake, payer))
    const [insurer] = await reader().select().from(requesters).where(eq(requesters.id, second.requesterId))
    const reference = await loggedInTest(intake, { requester: firm?.number, billTo: insurer?.number })
    expect(await rowOf(reference)).toMatchObject({ requesterId: firm?.id, billToId: insurer?.id })
  })

  test('typed again under the same name and e-mail is no second one', async () => {
    const one = await rowOf(await loggedInTest(intake))
    const again = await rowOf(
      await loggedInTest(intake, {
        newRequester: { name: 'oakhurst tarn llp', email: 'TQUORN@oakhursttarn.example' },
      }),
    )
    expect(again.requesterId).toBe(one.requesterId)
    const other = await rowOf(
      await loggedInTest(intake, {
        newRequester: { name: 'Oakhurst Tarn LLP', email: 'other@tarn.example' },
      }),
    )
    expect(other.requesterId).not.toBe(one.requesterId)
  })
})

test('a second press of the same form logs it once', async () => {
  const paper = await paperInTest(intake, 'pressed twice')
  const input = typedPaper(paper, { caseNumber: '' })
  const [one, two] = await Promise.all([
    logSubpoena(intake, input, { submission: 'form-1' }),
    logSubpoena(intake, input, { submission: 'form-1' }),
  ])
  expect(two).toEqual(one)
  expect(await reader().select().from(subpoenas).where(eq(subpoenas.paperSha256, paper))).toHaveLength(1)
})
