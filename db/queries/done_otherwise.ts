import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { alias } from '../columns.ts'
import { notices, shipments } from '../schema.ts'
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

/** The mail of notices after which the same subscriber was sent another about the same paper. */
export function toldOtherwise(on: On) {
  const later = alias(notices, 'later')
  return on
    .select({ id: notices.outboxId })
    .from(notices)
    .innerJoin(
      later,
      and(
        eq(later.subpoenaId, notices.subpoenaId),
        eq(later.subscriberId, notices.subscriberId),
        gt(later.number, notices.number),
      ),
    )
    .where(isNotNull(notices.outboxId))
}
