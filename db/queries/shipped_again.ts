import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { alias } from '../columns.ts'
import { shipments } from '../schema.ts'
import type { On } from '../tx.ts'

/** The mail, of all or of these by row id, whose production was shipped again afterwards, by whatever way. */
export function shippedAgain(on: On, mailIds?: readonly number[]) {
  const later = alias(shipments, 'later_shipment')
  return on
    .selectDistinct({ id: shipments.outboxId })
    .from(shipments)
    .innerJoin(later, and(eq(later.productionId, shipments.productionId), gt(later.number, shipments.number)))
    .where(mailIds ? inArray(shipments.outboxId, [...mailIds]) : isNotNull(shipments.outboxId))
}
