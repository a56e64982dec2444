import { expect, test } from 'vitest'
import { previewAddress, sheetAsked } from './import_query.ts'

const file = 'a'.repeat(64)

test('an address says which sheet is meant, and how it is read', () => {
  const asked = { file, kind: 'invoices', dates: 'month-first', serviceMethod: 'fax' } as const
  expect(sheetAsked(asked)).toEqual(asked)
  expect(previewAddress(asked)).toBe(
    `/settings/import/preview?file=${file}&kind=invoices&dates=month-first&serviceMethod=fax`,
  )
})

test.each([
  ['nothing', {}],
  ['a path', { file: '../../keys/history' }],
  ['two files', { file: [file, file] }],
])('an address with %s means no sheet', (_what, asked) => {
  expect(sheetAsked(asked)).toBeNull()
})

test('words that mean nothing are read as the form begins', () => {
  const begun = { file, kind: 'subpoenas', dates: 'unstated', serviceMethod: 'mail' }
  expect(sheetAsked({ file, kind: 'people', dates: ['x'], serviceMethod: 'pigeon' })).toEqual(begun)
})
