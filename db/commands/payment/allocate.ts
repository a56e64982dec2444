import { z } from 'zod'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { cents as asCents, formatMoney } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { loadInvoice } from '../../invoices.ts'
import { loadPayment, place } from '../../payments.ts'
import { refuse as refuseAny } from '../../refusals.ts'

/** Puts on an invoice what of a payment no invoice has yet. */
export const allocateCredit = command({
  name: 'allocate-credit',
  may: ['billing'],
  input: z.strictObject({
    payment: fields.paymentNumber,
    invoice: fields.invoiceNumber,
    /** As much as both allow when it is left out. */
    cents: fields.cents.optional(),
  }),
  seenBy: 'all',
  async run({ tx, actor, now, today }, { payment: number, invoice: invoiceNumber, cents }) {
    const invoice = await loadInvoice(tx, invoiceNumber)
    if (!invoice) return refuseAny('no-such-invoice')
    const payment = await loadPayment(tx, number)
    if (!payment) return refuse('no-such-payment')
    if (payment.reversed) return refuse('payment-reversed')
    if (invoice.row.billToId !== payment.row.requesterId)
      return refuse('not-open', { invoice: invoiceNumber }, 'invoice')
    const { balance } = invoice
    if (balance <= 0) return refuse('nothing-owed', { invoice: invoiceNumber })
    const amount = cents ?? asCents(Math.min(payment.left, balance))
    if (amount <= 0 || amount > payment.left) return refuse('nothing-left', { left: payment.left }, 'cents')
    if (amount > balance) return refuse('above-balance', { invoice: invoiceNumber, balance }, 'cents')

    await place(tx, {
      paymentId: payment.row.id,
      invoiceId: invoice.row.id,
      cents: amount,
      onDate: today,
      at: now,
      byId: actor.id,
    })
    return accept({ invoice: invoiceNumber, reference: invoice.reference, cents: amount })
  },
  tells: ({ payment, invoice }, { reference, cents }) => ({
    subpoena: reference,
    invoice,
    sentence: `Put ${formatMoney(cents)} of ${payment} on ${invoice}`,
    facts: { payment, cents },
  }),
})
