import { eq } from 'drizzle-orm'
import type { KindOf } from '#lib/kinds.ts'
import type { BatesRange } from '#lib/production/bates.ts'
import { accept, type Result } from '#lib/result.ts'
import type { Context } from '../../command.ts'
import { takeNumber } from '../../counters.ts'
import type { Loaded } from '../../load.ts'
import type { ProductionItem } from '../../production/load.ts'
import { keepProductionPapers } from '../../production/papers.ts'
import { productionItems, productions, targets } from '../../schema.ts'

type NewItem = Pick<
  ProductionItem,
  'target' | 'description' | 'pages' | 'fileSha256' | 'batesFirst' | 'batesLast'
>

type New = {
  readonly kind: KindOf<'productionKinds'>
  readonly items: readonly NewItem[]
  readonly range: BatesRange | null
}

export type Prepared = {
  readonly reference: string
  readonly production: number
  readonly pages: number
  readonly targets: number[]
}

/** Draws the papers of a production and writes it with its items, under the next number of its subpoena. */
export async function writeProduction(
  { tx, actor, now, today, zone }: Context,
  loaded: Loaded,
  { kind, items, range }: New,
): Promise<Result<Prepared, 'no-glyph'>> {
  const subpoenaId = loaded.row.id
  const known = await tx.select().from(targets).where(eq(targets.subpoenaId, subpoenaId))
  const rows = items.flatMap((item) => {
    const target = known.find(({ number }) => number === item.target)
    return target ? [{ ...target, ...item, targetId: target.id }] : []
  })
  const pages = items.reduce((sum, item) => sum + item.pages, 0)
  const number = await takeNumber(tx, `production-of-${subpoenaId}`)
  const row = {
    ...{ subpoenaId, number, kind, pages },
    ...{ batesFirst: range?.first ?? null, batesLast: range?.last ?? null },
  }
  const words = { row, items: rows, zone, on: today }
  const papers = await keepProductionPapers(tx, loaded, words, { name: actor.name, now })
  if (!papers.ok) return papers
  const [production] = await tx
    .insert(productions)
    .values({ ...row, ...papers.value, preparedAt: now, preparedById: actor.id })
    .returning({ id: productions.id })
  for (const { targetId, description, pages, fileSha256, batesFirst, batesLast } of rows) {
    const productionId = production?.id ?? 0
    await tx
      .insert(productionItems)
      .values({ productionId, targetId, description, pages, fileSha256, batesFirst, batesLast })
  }
  return accept({
    reference: loaded.row.reference,
    production: number,
    pages,
    targets: [...new Set(items.map((item) => item.target))],
  })
}
