import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { standingOn } from '#lib/billing/payment.ts'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { formatMoney, subtractCents, zeroCents } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { loadPayment, place } from '../../payments.ts'
import { invoices, paymentReversals } from '../../schema.ts'

/** Takes back a check that bounced: what it paid is owed again, and both stay on file. */
export const reversePayment = command({
  name: 'reverse-payment',
  may: ['billing'],
  input: z.strictObject({ payment: fields.paymentNumber, reason: fields.neededLine(400) }),
  seenBy: 'all',
  async run({ tx, actor, now, today, touch }, { payment: number, reason }) {
    const payment = await loadPayment(tx, number)
    if (!payment) return refuse('no-such-payment')
    if (payment.reversed) return refuse('payment-reversed')
    const standing = standingOn(payment.placed)

    const paymentId = payment.row.id
    await tx.insert(paymentReversals).values({ paymentId, reason, onDate: today, at: now, byId: actor.id })
    for (const { invoiceId, cents } of standing) {
      const back = subtractCents(zeroCents, cents)
      await place(tx, { paymentId, invoiceId, cents: back, onDate: today, at: now, byId: actor.id })
    }
    const ids = standing.map(({ invoiceId }) => invoiceId)
    const touched = ids.length > 0 ? await tx.select().from(invoices).where(inArray(invoices.id, ids)) : []
    for (const { subpoenaId } of touched) touch(subpoenaId)
    return accept({ payment: number, cents: payment.row.cents, invoice: touched[0]?.number })
  },
  tells: ({ payment }, { cents, invoice }) => ({
    invoice,
    sentence: `Reversed ${payment}, ${formatMoney(cents)}`,
    facts: { payment, cents },
  }),
})
