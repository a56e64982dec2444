import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kindsOf } from '#lib/kinds.ts'
import { checks, decisions, letters, outbox, subpoenas } from '../../schema.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { judgedInTest, loggedInTest } from '../../testing/paper.ts'
import { reader } from '../../tx.ts'
import { closeSubpoena, reopenSubpoena } from '../subpoena/close.ts'
import { recordTermsRefused, setTermsNotApplicable, waiveTerms } from '../terms/record.ts'
import { sendTerms } from '../terms/send.ts'
import { acceptInPart, acceptSubpoena } from './accept.ts'
import { judgeChecks } from './check.ts'
import { findDeficient, referSubpoena, rejectSubpoena } from './refuse.ts'

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
})
afterAll(() => office.close())

async function rowOf(reference: string) {
  const [row] = await reader().select().from(subpoenas).where(eq(subpoenas.reference, reference))
  if (!row) throw new Error(`${reference} was not written.`)
  return row
}

const decisionsOf = async (reference: string) =>
  reader()
    .select()
    .from(decisions)
    .where(eq(decisions.subpoenaId, (await rowOf(reference)).id))
    .orderBy(asc(decisions.id))

const lettersOf = async (reference: string) =>
  reader()
    .select({ kind: letters.kind, to: outbox.toAddress, subject: outbox.subject, text: outbox.text })
    .from(letters)
    .leftJoin(outbox, eq(outbox.id, letters.outboxId))
    .where(eq(letters.subpoenaId, (await rowOf(reference)).id))

async function readyToAccept(failed: Parameters<typeof judgedInTest>[2] = {}, typed = {}): Promise<string> {
  const reference = await loggedInTest(actors.intake, typed)
  await judgedInTest(actors.intake, reference, failed)
  await sendTerms(actors.intake, { reference })
  return reference
}

describe('the checklist', () => {
  test('keeps each judgement with who made it, and judges anew only what differs', async () => {
    const reference = await loggedInTest(actors.intake)
    await judgedInTest(actors.intake, reference, { signature: 'failed' })
    const again = await judgeChecks(actors.counsel, {
      reference,
      version: 2,
      checks: [
        { item: 'signature', result: 'passed', note: 'Signed on page 2.' },
        { item: 'court', result: 'passed', note: '' },
        { item: 'service', result: null },
      ],
    })
    expect(again).toMatchObject({ value: { version: 3, judged: [{ item: 'signature', result: 'passed' }] } })
    const rows = await reader()
      .select()
      .from(checks)
      .where(eq(checks.subpoenaId, (await rowOf(reference)).id))
    expect(rows).toHaveLength(kindsOf('checkItems').length)
    expect(rows.find(({ item }) => item === 'signature')).toMatchObject({
      note: 'Signed on page 2.',
      byId: actors.counsel.id,
    })
    expect(rows.find(({ item }) => item === 'court')).toMatchObject({ byId: actors.intake.id })
  })

  test('judged by two people at once: the second sees what the first judged', async () => {
    const reference = await loggedInTest(actors.intake)
    await judgeChecks(actors.counsel, {
      reference,
      version: 1,
      checks: [{ item: 'court', result: 'failed', note: 'None printed.' }],
    })
    const refused = await judgeChecks(actors.intake, {
      reference,
      version: 1,
      checks: [{ item: 'court', result: 'passed' }],
    })
    expect(refused).toMatchObject({
      refusal: {
        kind: 'edited-meanwhile',
        version: 2,
        fields: { 'checks.0.note': 'On file now: failed, “None printed.”' },
      },
    })
  })
})

describe('accepting', () => {
  test('binds the office once all is judged and the terms are sent', async () => {
    const reference = await readyToAccept()
    expect(await acceptSubpoena(actors.counsel, { reference, reason: 'In order.' })).toMatchObject({
      ok: true,
    })
    expect(await decisionsOf(reference)).toMatchObject([
      { kind: 'accepted', reason: 'In order.', byId: actors.counsel.id, decidedOn: '2026-01-06' },
    ])
    expect(await rowOf(reference)).toMatchObject({ stage: 'to-research' })
    expect(await acceptSubpoena(actors.counsel, { reference })).toMatchObject({
      refusal: { kind: 'judged-already' },
    })
  })

  test('waits for each item, a target and the terms', async () => {
    const reference = await loggedInTest(actors.intake, { targets: [] })
    expect(await acceptSubpoena(actors.counsel, { reference })).toMatchObject({
      refusal: { kind: 'no-targets' },
    })
    const other = await loggedInTest(actors.intake)
    expect(await acceptSubpoena(actors.counsel, { reference: other })).toMatchObject({
      refusal: { kind: 'not-judged' },
    })
    await judgedInTest(actors.intake, other)
    expect(await acceptSubpoena(actors.counsel, { reference: other })).toMatchObject({
      refusal: { kind: 'terms-not-asked' },
    })
    await recordTermsRefused(actors.intake, {
      reference: other,
      onDate: '2026-01-06',
      reason: 'By telephone.',
    })
    expect(await acceptSubpoena(actors.counsel, { reference: other })).toMatchObject({
      refusal: { kind: 'terms-refused' },
    })
    await waiveTerms(actors.counsel, { reference: other, reason: 'A court ordered it free of charge.' })
    expect(await acceptSubpoena(actors.counsel, { reference: other })).toMatchObject({ ok: true })
  })

  test('is refused for a failed item, and in part for one that is not about contents', async () => {
    const reference = await readyToAccept({ signature: 'failed' })
    expect(await acceptSubpoena(actors.counsel, { reference })).toMatchObject({
      refusal: { kind: 'checks-failed', list: ['signature'] },
    })
    expect(await acceptInPart(actors.counsel, { reference })).toMatchObject({
      refusal: { kind: 'checks-failed' },
    })
  })

  test('in part refuses the contents by letter', async () => {
    const reference = await readyToAccept({ 'no-content': 'failed' })
    expect(await acceptSubpoena(actors.counsel, { reference })).toMatchObject({
      refusal: { kind: 'content-failed' },
    })
    expect(await acceptInPart(actors.counsel, { reference, how: 'e-mail' })).toMatchObject({ ok: true })
    expect(await decisionsOf(reference)).toMatchObject([{ kind: 'accepted-in-part' }])
    const sent = await lettersOf(reference)
    expect(sent.find(({ kind }) => kind === 'content-refused-letter')).toMatchObject({
      to: 'tquorn@oakhursttarn.example',
      text: expect.stringContaining('2702(a)'),
    })
  })

  test('in part, where no content is asked for, would refuse nothing', async () => {
    const reference = await readyToAccept()
    expect(await acceptInPart(actors.counsel, { reference })).toMatchObject({
      refusal: { kind: 'nothing-to-refuse' },
    })
  })

  test('is counsel’s alone', async () => {
    const reference = await readyToAccept()
    for (const actor of [actors.intake, actors.custodian, actors.billing, actors.auditor]) {
      expect(await acceptSubpoena(actor, { reference })).toMatchObject({ refusal: { kind: 'not-permitted' } })
    }
  })
})

describe('refusing', () => {
  test('a deficient paper tells the requester why, and it is judged anew once it is cured', async () => {
    const reference = await loggedInTest(actors.intake)
    const found = await findDeficient(actors.counsel, {
      reference,
      deficiencies: ['no-signature', 'not-domesticated'],
      answerBy: '2026-01-30',
    })
    expect(found).toMatchObject({ ok: true })
    expect(await decisionsOf(reference)).toMatchObject([
      { kind: 'deficient', deficiencies: ['no-signature', 'not-domesticated'] },
    ])
    expect(await rowOf(reference)).toMatchObject({ stage: 'deficient' })
    const [letter] = await lettersOf(reference)
    expect(letter).toMatchObject({ kind: 'deficiency-letter', to: 'tquorn@oakhursttarn.example' })
    expect(letter?.text).toContain('Friday, January 30, 2026')
    expect(letter?.text).toContain('Nothing in this letter says whether we hold any account')

    const cured = { reference, reason: 'The signed page came by fax.' }
    expect(await reopenSubpoena(actors.intake, cured)).toMatchObject({ value: { judgedAnew: true } })
    expect(await rowOf(reference)).toMatchObject({ stage: 'to-review' })
  })

  test('a letter by e-mail to nobody is refused beside how it goes, and nothing is decided', async () => {
    const reference = await loggedInTest(actors.intake, { newRequester: { name: 'Without Mail LLP' } })
    const deficiencies = ['no-court' as const]
    expect(await findDeficient(actors.counsel, { reference, deficiencies, how: 'e-mail' })).toMatchObject({
      refusal: { kind: 'no-email-address', field: 'how' },
    })
    expect(await decisionsOf(reference)).toEqual([])
    expect(await findDeficient(actors.counsel, { reference, deficiencies })).toMatchObject({ ok: true })
    expect(await lettersOf(reference)).toMatchObject([{ kind: 'deficiency-letter', to: null }])
  })

  test('a rejected paper, also one that was not cured, is answered with reasons and closed', async () => {
    const reference = await loggedInTest(actors.intake)
    await findDeficient(actors.counsel, { reference, deficiencies: ['wrong-entity'] })
    const rejected = await rejectSubpoena(actors.counsel, { reference, deficiencies: ['wrong-entity'] })
    expect(rejected).toMatchObject({ ok: true })
    expect(await rowOf(reference)).toMatchObject({ stage: 'rejected' })
    expect((await lettersOf(reference)).map(({ kind }) => kind)).toEqual([
      'deficiency-letter',
      'rejection-letter',
    ])
    expect(await closeSubpoena(actors.intake, { reference })).toMatchObject({ ok: true })
    expect(await rowOf(reference)).toMatchObject({ stage: 'closed' })
  })

  test.each([
    { what: 'no reason', typed: { deficiencies: [] } },
    { what: 'an unknown reason', typed: { deficiencies: ['no-good'] as never } },
    {
      what: 'a reason twice is no harm, but a past day is',
      typed: { deficiencies: ['no-court'], answerBy: '2026-01-05' },
    },
  ] as const)('with $what is refused with a sentence', async ({ typed }) => {
    const reference = await loggedInTest(actors.intake)
    const refused = await findDeficient(actors.counsel, { reference, ...typed } as never)
    expect(refused).toMatchObject({ ok: false, refusal: { sentence: expect.stringMatching(/\.$/) } })
    expect(await decisionsOf(reference)).toEqual([])
  })
})

describe('a government’s demand', () => {
  test('is never accepted, found deficient or rejected: counsel refers it, and it is closed', async () => {
    const reference = await loggedInTest(actors.intake, { processType: 'search-warrant' })
    await judgedInTest(actors.intake, reference)
    await setTermsNotApplicable(actors.intake, { reference, reason: 'x' })
    const deficiencies = ['no-court' as const]
    for (const result of [
      await acceptSubpoena(actors.counsel, { reference }),
      await acceptInPart(actors.counsel, { reference }),
      await findDeficient(actors.counsel, { reference, deficiencies }),
      await rejectSubpoena(actors.counsel, { reference, deficiencies }),
    ]) {
      expect(result).toMatchObject({ refusal: { kind: 'governmental' } })
    }
    const reason = 'Handed to outside counsel for criminal process.'
    expect(await referSubpoena(actors.counsel, { reference, reason })).toMatchObject({ ok: true })
    expect(await rowOf(reference)).toMatchObject({ stage: 'referred' })
    expect(await closeSubpoena(actors.counsel, { reference })).toMatchObject({ ok: true })
  })
})

describe('closing and reopening', () => {
  test('what is still open is not closed', async () => {
    const reference = await loggedInTest(actors.intake)
    expect(await closeSubpoena(actors.intake, { reference })).toMatchObject({
      refusal: { kind: 'still-open' },
    })
  })

  test('a closed one keeps its judgement, and only counsel reopens it', async () => {
    const reference = await loggedInTest(actors.intake)
    await rejectSubpoena(actors.counsel, { reference, deficiencies: ['duplicate'] })
    await closeSubpoena(actors.intake, { reference })
    const again = { reference, reason: 'Closed by mistake.' }
    expect(await reopenSubpoena(actors.intake, again)).toMatchObject({ refusal: { kind: 'counsel-reopens' } })
    expect(await reopenSubpoena(actors.counsel, again)).toMatchObject({ value: { judgedAnew: false } })
    expect(await rowOf(reference)).toMatchObject({ stage: 'rejected' })
  })

  test('there is nothing to reopen in one that waits to be judged', async () => {
    const reference = await loggedInTest(actors.intake)
    expect(await reopenSubpoena(actors.counsel, { reference, reason: 'x' })).toMatchObject({
      refusal: { kind: 'nothing-to-reopen' },
    })
  })
})
