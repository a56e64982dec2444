import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { invoiceDue } from '#lib/billing/due.ts'
import { refuse } from '#lib/billing/refusals.ts'
import { formatLong } from '#lib/calendar/format.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { loadInvoice } from '../../invoices.ts'
import { businessDays, policyOf } from '../../queries/office.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { invoiceReceipts } from '../../schema.ts'

/**
 * Records on which day an invoice was received and how that is known. The due day is worked out and kept with its
 * reasons. A later record takes the place of an earlier one, and says why; both stay on file.
 */
export const recordInvoiceReceipt = command({
  name: 'record-invoice-receipt',
  may: ['billing'],
  input: z.strictObject({
    number: fields.invoiceNumber,
    receivedOn: fields.calendarDate,
    /** What was taken over says so itself; nobody records it. */
    basis: fields.kind('receiptBases').exclude(['imported']),
    /** Needed when another day is on file. */
    reason: fields.line(400).optional(),
  }),
  seenBy: 'all',
  async run({ tx, actor, now, today }, { number, receivedOn, basis, reason = '' }) {
    const invoice = await loadInvoice(tx, number)
    if (!invoice) return refuseAny('no-such-invoice')
    const { id: invoiceId, issuedOn, dueDays } = invoice.row
    if (receivedOn > today) return refuse('in-the-future', {}, 'receivedOn')
    if (receivedOn < issuedOn) return refuse('before-issued', { issuedOn }, 'receivedOn')
    const [before] = await tx
      .select({ receivedOn: invoiceReceipts.receivedOn })
      .from(invoiceReceipts)
      .where(eq(invoiceReceipts.invoiceId, invoiceId))
      .orderBy(desc(invoiceReceipts.id))
      .limit(1)
    if (before && reason.trim() === '')
      return refuse('receipt-recorded', { receivedOn: before.receivedOn }, 'reason')
    const { calendars } = await policyOf(tx, invoice.policyVersion)
    const due = invoiceDue(receivedOn, dueDays, await businessDays(tx, calendars))

    await tx.insert(invoiceReceipts).values({
      invoiceId,
      receivedOn,
      basis,
      reason: reason.trim(),
      dueOn: due.value,
      derivation: due.derivation,
      at: now,
      byId: actor.id,
    })
    return accept({ number, reference: invoice.reference, dueOn: due.value })
  },
  tells: ({ number, receivedOn, basis }, { reference, dueOn }) => ({
    subpoena: reference,
    invoice: number,
    sentence: `Recorded that ${number} was received on ${formatLong(receivedOn)}: due on ${formatLong(dueOn)}`,
    facts: { receivedOn, basis: labelOf('receiptBases', basis), dueOn },
  }),
})
