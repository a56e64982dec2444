import type { Instant } from '#lib/calendar/instant.ts'
import type { KindOf } from '#lib/kinds.ts'
import { hashOf } from './history.ts'
import { papers } from './schema.ts'
import type { Tx } from './tx.ts'

/** A drawn paper: bytes of a PDF, how many pages, and the layout it was drawn by. */
export type Drawn = { readonly bytes: Uint8Array; readonly pages: number; readonly layout: number }

/** Keeps one of our own papers in the transaction that issues it. Returns its row id. */
export async function keepPaper(
  tx: Tx,
  paper: Drawn,
  about: { kind: KindOf<'paperKinds'>; subpoenaId: number | null; language: string; now: Instant },
): Promise<number> {
  const { now: createdAt, ...rest } = about
  const bytes = Buffer.from(paper.bytes)
  const [row] = await tx
    .insert(papers)
    .values({ ...rest, createdAt, bytes, sha256: hashOf(bytes), layout: paper.layout, pages: paper.pages })
    .returning({ id: papers.id })
  if (!row) throw new Error('The paper was not kept.')
  return row.id
}
