import { and, asc, eq, isNull } from 'drizzle-orm'
import { batesPage } from '#lib/production/bates.ts'
import { productionItems, productions, targets } from '../schema.ts'
import type { On } from '../tx.ts'

export type ProductionRow = typeof productions.$inferSelect

/** One document of a production, or one target for which there is none, with how its target stands now. */
export type ProductionItem = {
  readonly target: number
  readonly kind: (typeof targets.$inferSelect)['kind']
  readonly identifier: string
  readonly subscriberId: number | null
  readonly noneFound: boolean
  readonly resolvedAt: number | null
  readonly description: string
  readonly pages: number
  readonly fileSha256: string | null
  readonly batesFirst: string | null
  readonly batesLast: string | null
}

export type LoadedProduction = { readonly row: ProductionRow; readonly items: readonly ProductionItem[] }

export async function loadProduction(
  on: On,
  subpoenaId: number,
  number: number,
): Promise<LoadedProduction | null> {
  const [row] = await on
    .select()
    .from(productions)
    .where(and(eq(productions.subpoenaId, subpoenaId), eq(productions.number, number)))
  if (!row) return null
  const items = await on
    .select({
      target: targets.number,
      kind: targets.kind,
      identifier: targets.identifier,
      subscriberId: targets.subscriberId,
      noneFound: targets.noneFound,
      resolvedAt: targets.resolvedAt,
      description: productionItems.description,
      pages: productionItems.pages,
      fileSha256: productionItems.fileSha256,
      batesFirst: productionItems.batesFirst,
      batesLast: productionItems.batesLast,
    })
    .from(productionItems)
    .innerJoin(targets, eq(targets.id, productionItems.targetId))
    .where(eq(productionItems.productionId, row.id))
    .orderBy(asc(productionItems.id))
  return { row, items }
}

/** The targets of a production, each once, in order. */
export function targetsOf({ items }: Pick<LoadedProduction, 'items'>): number[] {
  return [...new Set(items.map((item) => item.target))].sort((a, b) => a - b)
}

/** The last page number in use: productions go on from each other, and what was set aside never left. */
export async function lastBatesPage(on: On, subpoenaId: number): Promise<number> {
  const rows = await on
    .select({ last: productions.batesLast })
    .from(productions)
    .where(and(eq(productions.subpoenaId, subpoenaId), isNull(productions.setAsideAt)))
  return Math.max(0, ...rows.map(({ last }) => (last === null ? 0 : batesPage(last))))
}
