import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSheet } from '../import/import_sheet.ts'
import { type TestOffice, testOffice } from '../testing/office.ts'
import { sheetInTest } from '../testing/spreadsheet.ts'
import { importPreview, importsDone, kindsFor } from './imports.ts'

let office: TestOffice
let actors: TestOffice['actors']
beforeAll(async () => {
  office = await testOffice('2026-01-06 10:00')
  actors = office.actors
})
afterAll(() => office.close())

const reading = { dates: 'unstated', serviceMethod: 'mail' } as const
const subpoenas =
  'Ref,Status,Received,Caption,Firm,Targets,Colour\nA-1,open,2025-12-01,"=HYPERLINK(""http://x"")",Firm A,"fax 1-323-555-0142; 203.0.113.7",red\nA-2,closed,2025-12-02,김철수 v. Åström,Firm A,,\n'

test('a sheet is shown row by row as it would come in, and showing it changes nothing', async () => {
  const file = await sheetInTest(actors.intake, subpoenas)
  const shown = await importPreview(actors.intake, { ...reading, kind: 'subpoenas', file })
  expect(shown).toMatchObject({
    ok: true,
    value: {
      fileName: 'log.csv',
      encoding: 'UTF-8',
      notRead: ['Colour'],
      faults: [],
      rows: [
        {
          row: 2,
          cells: [
            'A-1',
            'open, to review',
            '2025-12-01',
            '=HYPERLINK("http://x")',
            'Firm A (new)',
            '1-323-555-0142; 203.0.113.7',
          ],
        },
        { row: 3, cells: expect.arrayContaining(['closed', '김철수 v. Åström']) },
      ],
    },
  })
  expect(await importsDone(actors.intake)).toEqual([])
})

test('what is wrong is shown in the order of the rows, whoever found it', async () => {
  const text = 'Ref,Status,Received\nB-1,open,2027-01-01\nB-2,open,soon\nB-1,open,2025-12-01\n'
  const file = await sheetInTest(actors.intake, text)
  const shown = await importPreview(actors.intake, { ...reading, kind: 'subpoenas', file })
  expect(shown.ok && shown.value.faults.map(({ row, column }) => [row, column])).toEqual([
    [2, 'received on'],
    [3, 'received on'],
    [4, 'our number'],
  ])
  const refused = await importSheet(actors.intake, { ...reading, kind: 'subpoenas', file }, {})
  expect(refused).toMatchObject({ refusal: { kind: 'rows-at-fault' } })
})

test('a sheet is imported as it was shown, once however often it is sent', async () => {
  const file = await sheetInTest(actors.counsel, 'firm,email\nFirm Q,q@firm.example\n')
  const asked = { ...reading, kind: 'requesters', file } as const
  const done = await importSheet(actors.counsel, asked, { submission: 'one' })
  expect(done).toMatchObject({ ok: true, value: { added: 1 } })
  expect(await importSheet(actors.counsel, asked, { submission: 'one' })).toEqual(done)
  expect(await importsDone(actors.intake)).toMatchObject([
    { kind: 'requesters', rowCount: 1, by: 'counsel one' },
  ])
  expect(await importsDone(actors.billing)).toEqual([])
})

test('billing opens no sheet of others, and nobody a file that is no sheet', async () => {
  const file = await sheetInTest(actors.intake, 'Ref,Status\nSecret,open\n')
  const asked = { ...reading, kind: 'invoices', file } as const
  expect(await importPreview(actors.billing, asked)).toMatchObject({ refusal: { kind: 'no-such-file' } })
  const asSubpoenas = { ...asked, kind: 'subpoenas' } as const
  expect(await importPreview(actors.billing, asSubpoenas)).toMatchObject({
    refusal: { kind: 'not-permitted' },
  })
  expect(await importPreview(actors.auditor, asSubpoenas)).toMatchObject({
    refusal: { kind: 'not-permitted' },
  })
  const nowhere = { ...asSubpoenas, file: 'a'.repeat(64) }
  expect(await importPreview(actors.intake, nowhere)).toMatchObject({ refusal: { kind: 'no-such-file' } })
})

test('each imports what they would type', () => {
  const who = ['intake', 'billing', 'counsel', 'administrator', 'auditor', 'custodian'] as const
  expect(who.map((role) => kindsFor(actors[role]))).toEqual([
    ['requesters', 'subpoenas'],
    ['invoices'],
    ['requesters', 'subpoenas', 'invoices'],
    [],
    [],
    [],
  ])
})
