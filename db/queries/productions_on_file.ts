import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { ProductionOnFile } from '#lib/today/case_file.ts'
import { outbox, people, productionItems, productions, shipments, targets } from '../schema.ts'
import type { On } from '../tx.ts'
import { groupedBy, inBatches } from './in_batches.ts'

/** The productions of many subpoenas, by row id, without those that were set aside. */
export async function productionsOnFile(
  on: On,
  ids: readonly number[],
): Promise<Map<number, ProductionOnFile[]>> {
  const rows = await inBatches(ids, (batch) =>
    on
      .select({
        id: productions.id,
        subpoenaId: productions.subpoenaId,
        number: productions.number,
        kind: productions.kind,
        pages: productions.pages,
        preparedById: productions.preparedById,
        preparedBy: people.name,
        releasedOn: productions.releasedOn,
      })
      .from(productions)
      .innerJoin(people, eq(people.id, productions.preparedById))
      .where(and(inArray(productions.subpoenaId, batch), isNull(productions.setAsideAt)))
      .orderBy(asc(productions.number)),
  )
  const productionIds = rows.map((row) => row.id)
  const named = await inBatches(productionIds, (batch) =>
    on
      .selectDistinct({ productionId: productionItems.productionId, number: targets.number })
      .from(productionItems)
      .innerJoin(targets, eq(targets.id, productionItems.targetId))
      .where(inArray(productionItems.productionId, batch)),
  )
  const sent = await inBatches(productionIds, (batch) =>
    on
      .select({ productionId: shipments.productionId, mail: outbox.state })
      .from(shipments)
      .leftJoin(outbox, eq(outbox.id, shipments.outboxId))
      .where(inArray(shipments.productionId, batch)),
  )
  const shipped = new Set(sent.flatMap((row) => (row.mail === 'withdrawn' ? [] : [row.productionId])))
  const gone = [null, 'sent', 'written']
  const left = new Set(sent.flatMap((row) => (gone.includes(row.mail) ? [row.productionId] : [])))
  const targetsOf = groupedBy(named, (row) => row.productionId)
  const found = new Map<number, ProductionOnFile[]>()
  for (const [subpoenaId, own] of groupedBy(rows, (row) => row.subpoenaId)) {
    const files = own.map(({ id, subpoenaId: _, ...production }) => ({
      ...production,
      targets: (targetsOf.get(id) ?? []).map(({ number }) => number).sort((a, b) => a - b),
      isShipped: shipped.has(id),
      hasLeft: left.has(id),
    }))
    found.set(subpoenaId, files)
  }
  return found
}
