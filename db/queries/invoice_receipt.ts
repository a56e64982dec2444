import { and, eq, isNotNull } from 'drizzle-orm'
import { presumedReceiptOn, type ReceiptBasis } from '#lib/billing/receipt.ts'
import type { CalendarDate } from '#lib/calendar/date.ts'
import { dayOf } from '#lib/calendar/instant.ts'
import type { KindOf } from '#lib/kinds.ts'
import { productions, shipments } from '../schema.ts'
import type { On } from '../tx.ts'
import type { Sending } from './invoice_money.ts'

/** How a person would know that an invoice came, by the way in which it went. */
const basisOf: Record<KindOf<'shipmentMethods'>, ReceiptBasis> = {
  fedex: 'fedex-delivered',
  courier: 'stated-by-requester',
  post: 'mail-presumed',
  fax: 'fax-confirmed',
  'e-mail': 'email-sent',
  'by-hand': 'by-hand',
}

export type SuggestedReceipt = { readonly basis: ReceiptBasis; readonly receivedOn: CalendarDate | null }

/**
 * What the form for the receipt offers: the day on which the mail server took it, the day on which the parcel that it
 * went with arrived, or the day that its way presumes. A person decides; nothing is recorded by it.
 */
export async function suggestedReceipt(
  on: On,
  subpoenaId: number,
  sendings: readonly Sending[],
  mailDays: number,
  zone: string,
): Promise<SuggestedReceipt | null> {
  const last = sendings.at(-1)
  if (!last) return null
  const basis = basisOf[last.method]
  if (last.method === 'e-mail') {
    return { basis, receivedOn: last.mailSentAt === null ? null : dayOf(last.mailSentAt, zone) }
  }
  if (last.method !== 'fedex') return { basis, receivedOn: presumedReceiptOn(basis, last.sentOn, mailDays) }
  const [parcel] = await on
    .select({ deliveredOn: shipments.deliveredOn })
    .from(shipments)
    .innerJoin(productions, eq(productions.id, shipments.productionId))
    .where(
      and(
        eq(productions.subpoenaId, subpoenaId),
        eq(shipments.trackingNumber, last.trackingNumber),
        isNotNull(shipments.deliveredOn),
      ),
    )
  return { basis, receivedOn: parcel?.deliveredOn ?? null }
}
