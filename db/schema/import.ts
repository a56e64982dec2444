import type { KindOf } from '#lib/kinds.ts'
import { id, instant, int, table, text } from '../columns.ts'

export const imports = table('imports', {
  id: id(),
  number: text().notNull(),
  kind: text<KindOf<'importKinds'>>().notNull(),
  fileSha256: text().notNull(),
  fileName: text().notNull(),
  rowCount: int().notNull(),
  at: instant().notNull(),
  byId: int().notNull(),
  undoneAt: instant(),
  undoneById: int(),
  undoneWhy: text().notNull().default(''),
})
