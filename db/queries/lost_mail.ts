import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { dayOf } from '#lib/calendar/instant.ts'
import type { KindOf } from '#lib/kinds.ts'
import type { LostMail } from '#lib/today/mail_tasks.ts'
import { mailKeepers } from '../commands/mail/again.ts'
import { invoices, outbox } from '../schema.ts'
import type { On } from '../tx.ts'
import { shippedAgain } from './done_otherwise.ts'
import { inBatches } from './in_batches.ts'

export type LostMailRow = LostMail & {
  readonly subpoenaId: number | null
  /** The number of the invoice that it carried. */
  readonly invoice: string | null
}

/**
 * Mail that did not arrive, or of which nobody knows, and that was not sent again. A subscriber's notice is not among
 * it: that is the notice's own matter.
 */
export async function lostMail(on: On, zone: string): Promise<LostMailRow[]> {
  const rows = await on
    .select({
      id: outbox.id,
      messageId: outbox.messageId,
      kind: outbox.kind,
      state: outbox.state,
      createdAt: outbox.createdAt,
      subpoenaId: outbox.subpoenaId,
      invoice: invoices.number,
      stoppedWhy: outbox.stoppedWhy,
    })
    .from(outbox)
    .leftJoin(invoices, eq(invoices.id, outbox.invoiceId))
    .where(and(inArray(outbox.state, ['failed', 'unsure']), ne(outbox.kind, 'notice')))
    .orderBy(asc(outbox.id))
  const ids = rows.map((row) => row.id)
  const again = await inBatches(ids, (batch) =>
    on.select({ id: outbox.resendsId }).from(outbox).where(inArray(outbox.resendsId, batch)),
  )
  const shipped = await inBatches(ids, (batch) => shippedAgain(on, batch))
  const sentAgain = new Set([...again, ...shipped].map((row) => row.id))
  return rows
    .filter(({ id }) => !sentAgain.has(id))
    .map(({ messageId, kind, state, createdAt, subpoenaId, invoice, stoppedWhy }) => ({
      messageId,
      kind: kind as KindOf<'mailKinds'>,
      state: state === 'unsure' ? 'unsure' : 'failed',
      on: dayOf(createdAt, zone),
      may: mailKeepers[kind],
      subpoenaId,
      invoice,
      stoppedWhy,
    }))
}
