import { expect, test } from 'vitest'
import { found, importsOf, rawSql, targetOf } from './sources.ts'

test.each([
  ["import { a } from '#db/tx.ts'", '#db/tx.ts'],
  ["import type { A } from '../../db/tx.ts'", '../../db/tx.ts'],
  ["import {\n  a,\n  b,\n} from '#lib/money.ts'", '#lib/money.ts'],
  ["import './globals.css'", './globals.css'],
  ["export * from './x.ts'", './x.ts'],
  ["const a = await import('node:fs')", 'node:fs'],
  ["type A = import('drizzle-orm/pg-core').PgTable", 'drizzle-orm/pg-core'],
  ["const fs = require('node:fs')", 'node:fs'],
])('%s is seen as an import', (text, name) => {
  expect(importsOf(text)).toEqual([name])
})

test('an import means a file by alias and by relative path, and a package none', () => {
  expect(targetOf('lib/hold/hold.ts', '#db/tx.ts')).toBe('db/tx.ts')
  expect(targetOf('lib/hold/hold.ts', '../../db/tx.ts')).toBe('db/tx.ts')
  expect(targetOf('lib/hold/hold.ts', './refusals.ts')).toBe('lib/hold/refusals.ts')
  expect(targetOf('lib/hold/hold.ts', 'zod')).toBeNull()
})

test('raw SQL is read to the end of its expression', () => {
  const [mapped, bare] = rawSql(
    [
      '{',
      '  total: sql<number>`sum(cents)`',
      '    .mapWith(Number),',
      '  rows: sql<number>`count(*)`,',
      '}',
    ].join('\n'),
  )
  expect(mapped).toContain('.mapWith(')
  expect(bare).not.toContain('.mapWith(')
})

test('a comment is no code', () => {
  expect(found('// new Date()\n * new Date()\nconst a = new Date()', /new Date\(\)/)).toEqual([
    'const a = new Date()',
  ])
})
