import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotAllowed } from '#lib/access/actor.ts'
import { billingLabels } from '#lib/billing/labels.ts'
import { addDays, calendarDate } from '#lib/calendar/date.ts'
import { type ListFilter, listFilter, openStages, pageSize, sorts } from '#lib/subpoena/list_filter.ts'
import { type Stage, stageLabels } from '#lib/subpoena/stage.ts'
import { requesters, subpoenas, targets } from '../schema.ts'
import { caseInTest } from '../testing/case.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { tx } from '../tx.ts'
import { type ListedSubpoena, subpoenasList } from './subpoenas_list.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  await fill()
})
afterAll(() => office.close())

const stages = Object.keys(stageLabels) as Stage[]
const billings = Object.keys(billingLabels) as (keyof typeof billingLabels)[]
const many = 170

type Row = ListedSubpoena & { readonly requesterNumber: string; readonly identifier: string }
const rows: Row[] = []

/** A hundred and seventy subpoenas of every stage, spread by their number so that each run has the same ones. */
async function fill(): Promise<void> {
  const people = [office.actors.intake, office.actors.counsel, null]
  const firms = ['Oakhurst Tarn LLP', 'Quillmark & Søn 100%', 'Kim_Park 김철수 변호사']
  const numbers: string[] = []
  const captions = [
    'Larkmoor Dental v. Doe',
    'Åström v. Doe',
    'Hanbit Trading v. 김철수',
    'In re 50% of_it\\all',
  ]
  for (let n = 0; n < many; n++) {
    const firm = n % firms.length
    const made = await caseInTest({
      caption: `${captions[n % captions.length]} ${n}`,
      caseNumber: `2:26-cv-${99_000 + n}`,
      targets: ['subscriber'],
      ...(numbers[firm] ? { requester: numbers[firm] } : { requesterName: firms[firm] ?? '' }),
    })
    numbers[firm] = made.requester
    const person = people[n % 3] ?? null
    const cached = {
      stage: stages[(n * 5) % stages.length] ?? 'closed',
      billing: billings[(n * 3) % billings.length] ?? 'none',
      assigneeId: person?.id ?? null,
      complianceOn: n % 4 === 0 ? null : addDays(calendarDate('2026-01-05'), (n * 7) % 40),
      nextChangeOn: n % 3 === 0 ? null : addDays(calendarDate('2026-01-06'), (n * 11) % 30),
      caseNumberKey: `2-26-cv-${99_000 + n}`,
    }
    const identifier = `1-323-555-${1000 + n}`
    await tx(async (tx) => {
      await tx.update(subpoenas).set(cached).where(eq(subpoenas.id, made.id))
      await tx.update(targets).set({ identifier }).where(eq(targets.subpoenaId, made.id))
      if (n === 0) await tx.update(requesters).set({ note: 'pays late' })
    })
    rows.unshift({
      ...cached,
      reference: made.reference,
      caption: `${captions[n % captions.length]} ${n}`,
      court: 'C.D. Cal.',
      caseNumber: `2:26-cv-${99_000 + n}`,
      requester: firms[firm] ?? '',
      requesterNumber: made.requester,
      assignee: person?.name ?? null,
      identifier,
    })
  }
}

const all = listFilter({ stage: 'all' })
const asked = (filter: Partial<ListFilter>) => subpoenasList(office.actors.counsel, { ...all, ...filter })
const references = (list: { rows: readonly ListedSubpoena[] }) => list.rows.map((row) => row.reference)

/** The same filter said plainly, over what was written. */
function expected({ stage, billing, person, requester, sort }: ListFilter): Row[] {
  const me = office.actors.counsel.name
  const wanted = rows.filter(
    (row) =>
      (stage === 'all' || (stage === 'open' ? openStages.includes(row.stage) : row.stage === stage)) &&
      (!billing || row.billing === billing) &&
      (!person ||
        (person === 'unassigned' ? !row.assignee : row.assignee === (person === 'mine' ? me : person))) &&
      (!requester || row.requesterNumber === requester),
  )
  if (sort === 'newest') return wanted
  const day = (row: Row) => (sort === 'compliance' ? row.complianceOn : row.nextChangeOn) ?? '9999'
  return wanted.reverse().sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

const filters = fc.record({
  stage: fc.constantFrom('open', 'all', ...stages) as fc.Arbitrary<ListFilter['stage']>,
  billing: fc.constantFrom(null, ...billings),
  person: fc.constantFrom(null, 'mine', 'unassigned', 'intake one', 'nobody of that name'),
  requester: fc.constantFrom(null, 'R-00001', 'R-00002', 'R-99999'),
  sort: fc.constantFrom(...(Object.keys(sorts) as (keyof typeof sorts)[])),
  text: fc.constantFrom('', 'v. Doe', 'Søn'),
  page: fc.constant(1),
})

describe('a list', () => {
  test('holds over its pages what the filter means, in order, and each count is the list behind it', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const model = expected(filter).filter(
          (row) => filter.text === '' || `${row.caption} ${row.requester}`.includes(filter.text),
        )
        const found: string[] = []
        for (let page = 1; page <= Math.max(1, Math.ceil(model.length / pageSize)); page++) {
          found.push(...references(await asked({ ...filter, page })))
        }
        expect(found).toEqual(model.map((row) => row.reference))
        const { counts } = await asked(filter)
        expect(counts[filter.stage]).toBe(model.length)
        expect(counts.all).toBe(stages.reduce((sum, stage) => sum + counts[stage], 0))
        expect(counts.open).toBe(openStages.reduce((sum, stage) => sum + counts[stage], 0))
      }),
      { numRuns: 60 },
    )
  })

  test('ends at its last page, whatever page is asked for', async () => {
    const list = await asked({ page: 4000 })
    expect(list.filter.page).toBe(Math.ceil(many / pageSize))
    expect(list.rows).toHaveLength(many % pageSize)
    expect((await asked({ text: 'nothing like this', page: 9 })).filter.page).toBe(1)
  })

  test('shows each subpoena as it is on file', async () => {
    const [row] = (await asked({ text: rows[7]?.reference ?? '' })).rows
    expect(Object.keys(row ?? {})).toHaveLength(10)
    expect(rows[7]).toMatchObject(row ?? { none: true })
  })
})

describe('a search', () => {
  test.each([
    ['a reference', (row: Row) => row.reference],
    ['a reference in small letters', (row: Row) => row.reference.toLowerCase()],
    ['a case number as printed', (row: Row) => row.caseNumber],
    ['a case number printed otherwise', (row: Row) => row.caseNumber.replace('-cv-', 'CV')],
    ['a case number with initials', (row: Row) => `No. ${row.caseNumber.toUpperCase()}-ABC (DE)`],
    ['an identifier', (row: Row) => row.identifier],
    ['an identifier without its marks', (row: Row) => row.identifier.replaceAll('-', '')],
    ['an identifier with other marks', (row: Row) => `(323) 555 ${row.identifier.slice(-4)}`],
    ['an identifier without its area', (row: Row) => row.identifier.slice(-8)],
    ['words of the caption in another order', (row: Row) => row.caption.split(' ').reverse().join('  ')],
  ])('finds by %s', async (_name, textOf) => {
    for (const row of [rows[3], rows[90]] as Row[]) {
      const list = await asked({ text: textOf(row) })
      expect(references(list)).toContain(row.reference)
      expect(list.counts.all).toBeLessThan(3)
    }
  })

  test.each([
    ['åström', 'Åström'],
    ['ÅSTRÖM', 'Åström'],
    ['søn', 'Søn'],
    ['김철수', '김철수'],
    ['larkmoor dental', 'Larkmoor Dental'],
    ['%', '%'],
    ['50%', '50%'],
    ['_', '_'],
    ['of_it\\all', 'of_it\\all'],
    ['\\', '\\'],
    ['100%', '100%'],
  ])('for %s finds what holds it and nothing else', async (text, held) => {
    const model = rows.filter((row) => `${row.caption} ${row.requester}`.includes(held))
    expect(model.length).toBeGreaterThan(0)
    expect((await asked({ text })).counts.all).toBe(model.length)
  })

  test.each([
    `' OR 1=1 --`,
    `"; DROP TABLE subpoenas; --`,
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x")',
    '%_%',
    '\\%',
    '\\\\',
    '*',
    'x'.repeat(200),
    '𓀀',
    '\uD800',
  ])('for %s finds nothing and breaks nothing', async (text) => {
    expect((await asked({ text })).counts.all).toBe(0)
    expect((await asked({})).counts.all).toBe(many)
  })

  test.each(['Ada', 'Lindqvist', 'ada@subscriber.example', '7731-0042', 'Alder Row', 'U-00001', 'pays late'])(
    'for %s, which only a subscriber or a note has, finds nothing',
    async (text) => {
      expect((await asked({ text })).counts.all).toBe(0)
    },
  )
})

describe('by role', () => {
  test.each(['intake', 'custodian', 'counsel', 'auditor'] as const)('%s reads the list', async (role) => {
    expect((await subpoenasList(office.actors[role], all)).rows).toHaveLength(pageSize)
  })

  test.each(['billing', 'administrator'] as const)('%s does not', async (role) => {
    await expect(subpoenasList(office.actors[role], all)).rejects.toThrow(NotAllowed)
  })

  test.each(['intake', 'custodian'] as const)('%s sees no money, and cannot ask for it', async (role) => {
    const list = await subpoenasList(office.actors[role], { ...all, billing: 'overdue' })
    expect(list.counts.all).toBe(many)
    expect(new Set(list.rows.map((row) => row.billing))).toEqual(new Set([null]))
  })
})
