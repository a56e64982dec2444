import type { KindOf } from '#lib/kinds.ts'
import { bytes, id, instant, int, table, text } from '../columns.ts'

export const files = table('files', {
  sha256: text().primaryKey(),
  size: int().notNull(),
  contentType: text().notNull(),
  name: text().notNull(),
  pages: int(),
  storedAt: instant().notNull(),
  storedById: int().notNull(),
})

export const papers = table('papers', {
  id: id(),
  kind: text<KindOf<'paperKinds'>>().notNull(),
  subpoenaId: int(),
  language: text().notNull(),
  sha256: text().notNull(),
  layout: int().notNull(),
  pages: int().notNull(),
  bytes: bytes().notNull(),
  createdAt: instant().notNull(),
})
