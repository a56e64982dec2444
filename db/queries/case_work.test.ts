import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { prepareProduction } from '../commands/production/prepare.ts'
import { recordResearch } from '../commands/research.ts'
import { type CaseInTest, caseInTest } from '../testing/case.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { chargesOf } from './charges.ts'
import { invoicePaperOf, productionPaperOf } from './our_papers.ts'
import { productionDraft } from './production_draft.ts'
import { productionPage, productionsOf } from './productions.ts'
import { researchOf } from './research.ts'

let office: TestOffice
let subpoena: CaseInTest
beforeAll(async () => {
  office = await testOffice('2026-01-05 10:00')
  subpoena = await caseInTest({ targets: ['subscriber', 'subscriber', 'none', 'open'] })
  const { custodian } = office.actors
  const { reference } = subpoena
  const work = { minutes: 90, workedOn: '2026-01-05' as never, searched: 'The account of Ada Lindqvist' }
  await recordResearch(custodian, { reference, ...work })
  const items = [{ target: 1, description: 'Account record of Ada Lindqvist', pages: 3 }]
  await prepareProduction(custodian, { reference, items })
})
afterAll(() => office.close())

describe('research', () => {
  test('is read by those who see the case', async () => {
    const { entries } = await researchOf(office.actors.intake, subpoena.reference)
    expect(entries).toMatchObject([
      { minutes: 90, searched: 'The account of Ada Lindqvist', by: 'custodian one', billedAs: 'Research' },
    ])
  })

  test('reaches billing as a charge that says nothing of it', async () => {
    const charges = await chargesOf(office.actors.billing, subpoena.reference)
    expect(charges).toMatchObject({
      charges: [{ description: 'Research', quantity: 90 }],
      researchMinutes: 90,
    })
    expect(charges?.draft?.total).toBe(13_500)
    expect(JSON.stringify(charges)).not.toMatch(/Lindqvist|searched|555/)
  })

  test.each(['billing', 'administrator'] as const)('is not for %s', async (role) => {
    await expect(researchOf(office.actors[role], subpoena.reference)).rejects.toThrow(NotAllowed)
  })
})

describe('a production', () => {
  const page = (role: keyof TestOffice['actors']) =>
    productionPage(office.actors[role], subpoena.reference, 1)

  test('shows what it holds to those who may see subscribers, and what stands in its way', async () => {
    const production = await page('counsel')
    expect(production?.items).toMatchObject([
      {
        target: 1,
        description: 'Account record of Ada Lindqvist',
        pages: 3,
        batesFirst: 'SD-2026-0001-000001',
      },
    ])
    expect(production?.obstacles).toMatchObject([
      { who: 'A', clear: { href: `/subpoenas/${subpoena.reference}/early-release` } },
    ])
    expect(production?.obstacles[0]?.sentence).toContain('The hold is not over')
  })

  test('shows intake how far it is, and not what it holds', async () => {
    const production = await page('intake')
    expect(production?.items).toMatchObject([{ target: 1, description: null, pages: 3, file: null }])
    expect(JSON.stringify(production)).not.toContain('Lindqvist')
    expect(JSON.stringify(await productionsOf(office.actors.intake, subpoena.reference))).not.toContain('Ada')
  })

  test.each(['billing', 'administrator'] as const)('is not for %s, nor are its papers', async (role) => {
    await expect(page(role)).rejects.toThrow(NotAllowed)
    const actor = office.actors[role]
    await expect(productionsOf(actor, subpoena.reference)).rejects.toThrow(NotAllowed)
    await expect(productionPaperOf(actor, subpoena.reference, 1, 'cover')).rejects.toThrow(NotAllowed)
  })

  test('has its letter and its declaration for those who release it', async () => {
    const { counsel } = office.actors
    const cover = await productionPaperOf(counsel, subpoena.reference, 1, 'cover')
    expect(cover?.name).toBe('S-2026-00001-production-1-cover.pdf')
    expect(cover?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const declaration = await productionPaperOf(counsel, subpoena.reference, 1, 'declaration')
    expect(declaration?.sha256).not.toBe(cover?.sha256)
    expect(await productionPaperOf(counsel, subpoena.reference, 7, 'cover')).toBeNull()
    expect(await productionPaperOf(counsel, subpoena.reference, Number.NaN, 'cover')).toBeNull()
    expect(await invoicePaperOf(counsel, 'INV-2026-00009')).toBeNull()
  })

  test('can be prepared of what is open: found, not found, and still to be looked for', async () => {
    const draft = await productionDraft(office.actors.custodian, subpoena.reference)
    const letters = (lines: readonly { letter: string }[] | undefined) => lines?.map(({ letter }) => letter)
    expect(letters(draft?.toProduce)).toEqual(['B'])
    expect(letters(draft?.noRecords)).toEqual(['C'])
    expect(letters(draft?.toResearch)).toEqual(['D'])
  })
})
