import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/access/actor.ts'
import { calendarDate } from '#lib/calendar/date.ts'
import { recipientLine } from '#lib/production/recipient.ts'
import { productionPage } from '../../queries/productions.ts'
import {
  charges,
  files,
  inboxLooks,
  objections,
  papers,
  productionItems,
  productions,
  requesters,
  subpoenas,
  targets,
} from '../../schema.ts'
import { type CaseInTest, caseInTest } from '../../testing/case.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { textOfPdf } from '../../testing/pdf_text.ts'
import { reader, tx } from '../../tx.ts'
import { shipProduction } from '../shipment.ts'
import { prepareNoRecords, prepareProduction } from './prepare.ts'
import { releaseProduction, setAsideProduction } from './release.ts'

let office: TestOffice
let subpoena: CaseInTest
/** Received and told on Monday 5 January: held to Tuesday 20 January, open on Wednesday 21 January. */
beforeEach(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['subscriber', 'subscriber', 'none', 'open'] })
  office.clock.set('2026-01-12 10:00')
})
afterEach(() => office.close())

const _day = calendarDate
const account = { target: 1, description: 'Account record', pages: 8 }
const prepare = (items: readonly object[] = [account]) =>
  prepareProduction(office.actors.custodian, { reference: subpoena.reference, items: items as never })
const release = (actor: Actor = office.actors.otherCustodian, production = 1) =>
  releaseProduction(actor, { reference: subpoena.reference, production, reason: 'The hold is over' })
const _ship = (more: object) =>
  shipProduction(office.actors.custodian, {
    reference: subpoena.reference,
    production: 1,
    method: 'by-hand',
    ...more,
  })
const setAside = (production = 1) =>
  setAsideProduction(office.actors.custodian, {
    reference: subpoena.reference,
    production,
    reason: 'A page is missing',
  })

/** The first moment at which nothing stands in the way. */
async function open(): Promise<void> {
  office.clock.set('2026-01-21 09:00')
  await looked()
}
const looked = () =>
  tx((tx) =>
    tx.insert(inboxLooks).values({ subpoenaId: subpoena.id, at: office.clock.now, byId: 1 }).returning(),
  )
const rows = {
  productions: () => reader().select().from(productions),
  charges: () => reader().select().from(charges),
}
const stored = '7'.repeat(64)
const storeFile = () =>
  tx((tx) =>
    tx.insert(files).values({
      ...{ sha256: stored, size: 1000, contentType: 'application/pdf', name: 'account of ada.pdf', pages: 3 },
      ...{ storedAt: office.clock.now, storedById: 1 },
    }),
  )

describe('a production is prepared', () => {
  test('during the hold, with labels that run without a gap, its letter and its declaration', async () => {
    await storeFile()
    const items = [
      account,
      { target: 2, description: 'Sign-in log', file: stored },
      { target: 3, description: '' },
    ]
    expect(await prepare(items)).toMatchObject({
      ok: true,
      value: { production: 1, pages: 11, targets: [1, 2] },
    })
    const [row] = await rows.productions()
    expect(row).toMatchObject({
      ...{ kind: 'records', pages: 11, preparedById: office.actors.custodian.id, releasedAt: null },
      ...{ batesFirst: 'SD-2026-0001-000001', batesLast: 'SD-2026-0001-000011' },
    })
    expect(await reader().select().from(productionItems)).toMatchObject([
      { pages: 8, batesFirst: 'SD-2026-0001-000001', batesLast: 'SD-2026-0001-000008', fileSha256: null },
      { pages: 3, batesFirst: 'SD-2026-0001-000009', batesLast: 'SD-2026-0001-000011', fileSha256: stored },
    ])
    const letter = await textOf(row?.coverPaperId)
    for (const words of [
      'A: Fax 1-323-555-0100',
      'Account record; 8 pages, SD-2026-0001-000001 to 000008',
      stored,
      'C: Fax 1-323-555-0102',
    ]) {
      expect(letter).toContain(words)
    }
    expect(letter).not.toContain('Lindqvist')
    expect(letter).not.toContain('ada')
    const declaration = await textOf(row?.declarationPaperId)
    expect(declaration).toContain('I, custodian one, declare')
    expect(declaration).toMatch(/11 .*pages.* SD-2026-0001-000001 to SD-2026-0001-000011/)
  })

  test('in words that do not say whether the other targets were found', async () => {
    await prepare()
    const letter = await textOf((await rows.productions())[0]?.coverPaperId)
    const about = (identifier: string) => letter.split(identifier)[1]?.slice(0, 60)
    expect(about('1-323-555-0101')?.replace(/[B-D]: Fax.*/, '')).toBe(
      about('1-323-555-0102')?.replace(/[B-D]: Fax.*/, ''),
    )
  })

  test.each([
    { name: 'nothing', items: [{ target: 1, description: '' }], kind: 'nothing-in-it' },
    { name: 'pages without words', items: [{ ...account, description: '' }], kind: 'description-needed' },
    {
      name: 'words without pages or file',
      items: [{ target: 1, description: 'Account' }],
      kind: 'pages-or-file-needed',
    },
    { name: 'a target without a subscriber', items: [{ ...account, target: 4 }], kind: 'no-subscriber' },
    {
      name: 'a target of which nothing was found',
      items: [{ ...account, target: 3 }],
      kind: 'no-subscriber',
    },
    { name: 'a target that is not there', items: [{ ...account, target: 9 }], kind: 'no-such-target' },
    {
      name: 'a file that is not stored',
      items: [{ ...account, file: '8'.repeat(64) }],
      kind: 'no-such-file',
    },
    { name: 'words that cannot be printed', items: [{ ...account, description: 'ꙮ' }], kind: 'no-glyph' },
    { name: 'half a page', items: [{ ...account, pages: 1.5 }], kind: 'not-understood' },
  ])('of $name is refused: $kind', async ({ items, kind }) => {
    expect(await prepare(items)).toMatchObject({ ok: false, refusal: { kind } })
    expect(await rows.productions()).toEqual([])
  })

  test('not before the paper is accepted', async () => {
    subpoena = await caseInTest({ accepted: false })
    expect(await prepare()).toMatchObject({ ok: false, refusal: { kind: 'not-accepted' } })
  })

  test('once for a target, until it is set aside; the labels of what never left are free again', async () => {
    await prepare()
    expect(await prepare()).toMatchObject({ ok: false, refusal: { kind: 'already-prepared' } })
    const second = [{ ...account, target: 2 }]
    expect(await prepare(second)).toMatchObject({ ok: true, value: { production: 2 } })
    expect(await setAside(2)).toMatchObject({ ok: true })
    expect(await setAside(2)).toMatchObject({ ok: false, refusal: { kind: 'was-set-aside' } })
    expect(await prepare(second)).toMatchObject({ ok: true, value: { production: 3 } })
    expect((await rows.productions()).map((row) => row.batesFirst)).toEqual([
      'SD-2026-0001-000001',
      'SD-2026-0001-000009',
      'SD-2026-0001-000009',
    ])
  })

  test('of no records says how was searched', async () => {
    const input = { reference: subpoena.reference, targets: [3] }
    expect(await prepareNoRecords(office.actors.custodian, input)).toMatchObject({ ok: true })
    const [row] = await rows.productions()
    expect(row).toMatchObject({ kind: 'no-records', pages: 0, batesFirst: null })
    const letter = await textOf(row?.coverPaperId)
    expect(letter).toContain('We have no records to produce.')
    expect(letter).toContain('Accounts, numbers and logs since 2019, Pacific time.')
    const found = { reference: subpoena.reference, targets: [1] }
    expect(await prepareNoRecords(office.actors.custodian, found)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-none' },
    })
  })
})

describe('a production is released', () => {
  beforeEach(async () => {
    await prepare()
  })

  test('by another person when nothing stands in the way, and its pages are charged', async () => {
    await open()
    expect(await release()).toMatchObject({ ok: true, value: { production: 1, targets: [1], pages: 8 } })
    const [row] = await rows.productions()
    expect(row).toMatchObject({
      ...{ releasedOn: '2026-01-21', releasedAt: office.clock.now, releaseReason: 'The hold is over' },
      releasedById: office.actors.otherCustodian.id,
    })
    expect(await textOf(row?.coverPaperId)).toContain('January 21, 2026')
    expect(await rows.charges()).toMatchObject([
      {
        ...{ kind: 'pages', quantity: 8, workedOn: '2026-01-21' },
        description: 'Pages produced, SD-2026-0001-000001 to 000008',
      },
    ])
    expect(await release()).toMatchObject({ ok: false, refusal: { kind: 'was-released' } })
    await expect(tx((tx) => tx.update(productions).set({ pages: 9 }))).rejects.toThrow(/never changes/)
  })

  test('to the recipient as it was read, and to nobody else', async () => {
    await open()
    const seen = (recipientSeen: string) =>
      releaseProduction(office.actors.otherCustodian, {
        ...{ reference: subpoena.reference, production: 1, reason: 'The hold is over', recipientSeen },
      })
    const page = await productionPage(office.actors.otherCustodian, subpoena.reference, 1)
    if (!page) throw new Error('There is no page.')
    await tx((tx) => tx.update(requesters).set({ email: 'someone@private.example' }))
    expect(await seen(recipientLine(page.recipient))).toMatchObject({
      refusal: { kind: 'recipient-changed' },
    })
    await tx((tx) => tx.update(requesters).set({ email: page.recipient.email }))
    expect(await seen(recipientLine(page.recipient))).toMatchObject({ ok: true })
  })

  test('never by who prepared it, whatever roles they hold, and never by a machine', async () => {
    await open()
    const both = { ...office.actors.custodian, roles: ['custodian', 'counsel'] as const }
    expect(await release(both)).toMatchObject({ ok: false, refusal: { kind: 'prepared-by-you' } })
    const machine = { ...office.actors.otherCustodian, kind: 'machine' as const }
    expect(await release(machine)).toMatchObject({ ok: false, refusal: { kind: 'not-a-person' } })
    expect(await release(office.actors.billing)).toMatchObject({
      ok: false,
      refusal: { kind: 'not-permitted' },
    })
  })

  test('not while anything stands in the way, and the answer says all of it', async () => {
    await tx((tx) =>
      tx
        .insert(objections)
        .values({
          ...{
            subpoenaId: subpoena.id,
            number: 1,
            kind: 'motion',
            targetNumbers: [1],
            filedWhere: 'C.D. Cal.',
          },
          ...{ receivedAt: office.clock.now, text: '', effect: 'stays-part', effectReason: '' },
          ...{ at: office.clock.now, byId: 1 },
        })
        .returning(),
    )
    const refused = await release()
    if (refused.ok) throw new Error('It left.')
    expect(refused.refusal.kind).toBe('cannot-release')
    expect(refused.refusal.sentences).toEqual([
      'Nobody has looked into the objection inbox in the last 24 hours.',
      'A: Objection 1 stays it until it has an outcome.',
      'A: The hold is not over: release opens on Wednesday, January 21, 2026.',
    ])
    expect(refused.refusal.sentence).toContain('release opens on Wednesday, January 21, 2026')
    expect((await rows.productions())[0]?.releasedAt).toBeNull()
    expect(await rows.charges()).toEqual([])
  })

  test.each([
    { name: 'the evening before', at: '2026-01-20 23:59', ok: false },
    { name: 'the first minute', at: '2026-01-21 00:00', ok: true },
  ])('$name: $ok', async ({ at, ok }) => {
    office.clock.set(at)
    await looked()
    expect((await release()).ok).toBe(ok)
  })

  test('not when the cache says that it is ready and the facts do not', async () => {
    await looked()
    await tx((tx) => tx.update(subpoenas).set({ stage: 'ready' }).where(eq(subpoenas.id, subpoena.id)))
    expect(await release()).toMatchObject({ ok: false, refusal: { kind: 'cannot-release' } })
  })

  test('not when its subscriber was looked up again after it was prepared', async () => {
    await open()
    await tx((tx) => tx.update(targets).set({ resolvedAt: office.clock.now }).where(eq(targets.number, 1)))
    expect(await release()).toMatchObject({ ok: false, refusal: { kind: 'looked-up-since' } })
  })

  test('not once it was set aside', async () => {
    await setAside()
    await open()
    expect(await release()).toMatchObject({ ok: false, refusal: { kind: 'was-set-aside' } })
  })

  test('no records: not before an account that was found could have been answered', async () => {
    await prepareNoRecords(office.actors.custodian, { reference: subpoena.reference, targets: [3] })
    await looked()
    expect(await release(office.actors.counsel, 2)).toMatchObject({
      ok: false,
      refusal: { kind: 'cannot-release' },
    })
    await open()
    expect(await release(office.actors.counsel, 2)).toMatchObject({ ok: true })
    expect(await rows.charges()).toEqual([])
  })
})

async function textOf(paperId: number | null | undefined): Promise<string> {
  const [row] = await reader()
    .select()
    .from(papers)
    .where(eq(papers.id, paperId ?? 0))
  return textOfPdf(row?.bytes ?? Buffer.alloc(0))
}
