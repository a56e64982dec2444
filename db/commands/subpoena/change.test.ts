import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, subpoenas, targets } from '../../schema.ts'
import { at, type TestOffice, testOffice } from '../../testing/office.ts'
import { judgedInTest, loggedInTest, typedPaper } from '../../testing/paper.ts'
import { reader, tx } from '../../tx.ts'
import { acceptSubpoena } from '../review/accept.ts'
import { setTermsNotApplicable } from '../terms/record.ts'
import { assignSubpoena } from './assign.ts'
import { changeParticulars } from './change.ts'

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

const targetsOf = async (reference: string) =>
  reader()
    .select()
    .from(targets)
    .where(eq(targets.subpoenaId, (await rowOf(reference)).id))
    .orderBy(asc(targets.number))

type Change = Parameters<typeof changeParticulars>[1]

/** The form as it is shown, with some fields typed anew. */
function typed(reference: string, changes: Partial<Change> = {}): Change {
  const { paper, paperName, newRequester, receivedAt, targets: rows, requester, ...shown } = typedPaper('')
  return { ...shown, reference, version: 1, requester: 'R-00001', ...changes }
}

describe('particulars', () => {
  test('are corrected before the paper is judged, with a version', async () => {
    const reference = await loggedInTest(actors.intake)
    const changed = await changeParticulars(
      actors.intake,
      typed(reference, { court: 'N.D. Cal.', caseNumber: '3:26-cv-00042-XY', complianceOn: null }),
    )
    expect(changed).toMatchObject({
      ok: true,
      value: { version: 2, changed: ['court', 'caseNumber', 'complianceOn'] },
    })
    expect(await rowOf(reference)).toMatchObject({
      court: 'N.D. Cal.',
      caseNumberKey: '3-26-cv-42',
      complianceOn: null,
      version: 2,
      receivedAt: at('2026-01-05 09:40'),
    })
  })

  test('get more targets, and targets that nobody looked for are corrected', async () => {
    const reference = await loggedInTest(actors.intake)
    const changed = await changeParticulars(
      actors.intake,
      typed(reference, {
        corrected: [{ number: 1, kind: 'fax', identifier: '1-323-555-0143', period: 'October 2025' }],
        targetsText: 'account 7731-0042',
      }),
    )
    expect(changed).toMatchObject({ ok: true, value: { changed: ['targets'] } })
    expect(await targetsOf(reference)).toMatchObject([
      { number: 1, identifier: '1-323-555-0143' },
      { number: 2, kind: 'account', identifier: '7731-0042' },
    ])
  })

  test('a target that somebody looked for stays as it was looked for', async () => {
    const reference = await loggedInTest(actors.intake)
    const [target] = await targetsOf(reference)
    await tx((tx) =>
      tx
        .update(targets)
        .set({ noneFound: true })
        .where(eq(targets.id, target?.id ?? 0)),
    )
    const refused = await changeParticulars(
      actors.intake,
      typed(reference, { corrected: [{ number: 1, kind: 'fax', identifier: '1-323-555-0199' }] }),
    )
    expect(refused).toMatchObject({ refusal: { kind: 'target-resolved', letter: 'A' } })
  })

  test('edited by two people: the first wins, the second sees both versions and who it was', async () => {
    const reference = await loggedInTest(actors.intake)
    await changeParticulars(actors.counsel, typed(reference, { court: 'E.D. Cal.' }))
    const refused = await changeParticulars(actors.intake, typed(reference, { court: 'S.D. Cal.' }))
    expect(refused).toMatchObject({
      refusal: {
        kind: 'edited-meanwhile',
        version: 2,
        sentence: expect.stringContaining('counsel one'),
        fields: { court: 'On file now: E.D. Cal.' },
      },
    })
    expect(await rowOf(reference)).toMatchObject({ court: 'E.D. Cal.', version: 2 })
  })

  test('are frozen by the judgement, but for who pays and an agreed compliance day', async () => {
    const reference = await loggedInTest(actors.intake)
    await judgedInTest(actors.intake, reference)
    await setTermsNotApplicable(actors.intake, { reference, reason: 'Waiting for nothing.' })
    expect(await acceptSubpoena(actors.counsel, { reference })).toMatchObject({ ok: true })
    const refused = await changeParticulars(
      actors.intake,
      typed(reference, { version: 2, caption: 'Other v. Doe' }),
    )
    expect(refused).toMatchObject({ refusal: { kind: 'frozen-by-judgement', field: 'caption' } })
    const extended = typed(reference, { version: 2, complianceOn: '2026-03-06', obligor: 'Larkmoor Dental' })
    expect(await changeParticulars(actors.intake, extended)).toMatchObject({ ok: true })
    expect(await rowOf(reference)).toMatchObject({ complianceOn: '2026-03-06', obligor: 'Larkmoor Dental' })
  })

  test('of receipt are no fields at all', async () => {
    const reference = await loggedInTest(actors.intake)
    const refused = await changeParticulars(actors.intake, {
      ...typed(reference),
      receivedAt: at('2026-01-02 09:00'),
    } as never)
    expect(refused).toMatchObject({ refusal: { kind: 'not-understood' } })
  })
})

describe('assigning', () => {
  test('names somebody who works on cases, and nobody takes it back', async () => {
    const reference = await loggedInTest(actors.intake)
    await assignSubpoena(actors.counsel, { reference, assignee: 'Custodian One' })
    expect(await rowOf(reference)).toMatchObject({ assigneeId: actors.custodian.id })
    await assignSubpoena(actors.counsel, { reference, assignee: '' })
    expect(await rowOf(reference)).toMatchObject({ assigneeId: null })
  })

  test('refuses a billing clerk, somebody who left, and somebody unknown', async () => {
    const reference = await loggedInTest(actors.intake)
    await tx((tx) =>
      tx
        .update(people)
        .set({ disabledAt: at('2026-01-06 09:00') })
        .where(eq(people.id, actors.otherCustodian.id)),
    )
    for (const assignee of ['billing one', 'custodian two', 'nobody known']) {
      expect(await assignSubpoena(actors.intake, { reference, assignee })).toMatchObject({
        refusal: { kind: 'no-such-person', field: 'assignee' },
      })
    }
  })
})
