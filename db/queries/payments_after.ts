import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { type Actor, moneyReaders, mustBe } from '#lib/access/actor.ts'
import { paymentReversals, payments, requesters } from '../schema.ts'
import { reader } from '../tx.ts'
import { type Span, stretchOf } from './stretch.ts'

/**
 * A stretch of the checks that came, the newest first; of one requester where its number is given.
 *
 * @throws NotAllowed for a role that sees no money.
 */
export async function paymentsAfter(actor: Actor, requester: string | null, { after, most }: Span) {
  mustBe(actor, moneyReaders)
  const on = reader()
  const found = await on
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(requesters, eq(requesters.id, payments.requesterId))
    .where(
      and(
        requester === null ? undefined : eq(requesters.number, requester),
        after === null ? undefined : lt(payments.id, after),
      ),
    )
    .orderBy(desc(payments.id))
    .limit(most + 1)
  return stretchOf(
    found.map(({ id }) => id),
    most,
    (ids) =>
      on
        .select({
          number: payments.number,
          requester: requesters.number,
          checkNumber: payments.checkNumber,
          payer: payments.payer,
          cents: payments.cents,
          receivedOn: payments.receivedOn,
          reversedOn: paymentReversals.onDate,
        })
        .from(payments)
        .innerJoin(requesters, eq(requesters.id, payments.requesterId))
        .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
        .where(inArray(payments.id, [...ids]))
        .orderBy(desc(payments.id)),
  )
}
