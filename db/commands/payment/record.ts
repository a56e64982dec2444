import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { distribute } from '#lib/billing/payment.ts'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { addCents, formatMoney, subtractCents } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { command } from '../../command.ts'
import { running, takeNumber } from '../../counters.ts'
import { owedBy } from '../../invoices.ts'
import { place } from '../../payments.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { paymentReversals, payments, requesters, subpoenas } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

/**
 * Records a check. Its amount goes where the clerk says, else over what the requester owes, the oldest first; what is
 * over stays with the requester as a credit. The same check twice is asked about once.
 */
export const recordPayment = command({
  name: 'record-payment',
  may: ['billing'],
  input: z.strictObject({
    requester: fields.requesterNumber,
    checkNumber: fields.neededLine(40),
    payer: fields.neededLine(200),
    cents: fields.cents,
    receivedOn: fields.calendarDate,
    /** The invoice that is paid before the others. */
    first: fields.invoiceNumber.optional(),
    /** What goes on which invoice; the rest stays a credit. Without it the oldest are paid first. */
    allocations: z
      .array(z.strictObject({ invoice: fields.invoiceNumber, cents: fields.cents.optional() }))
      .max(200)
      .optional(),
    /** Said when another check of this requester bears the same number. */
    another: z.boolean().optional(),
  }),
  seenBy: 'all',
  async run({ tx, actor, now, today, touch }, input) {
    const { checkNumber, payer, cents, receivedOn, first, another = false } = input
    const [requester] = await tx.select().from(requesters).where(eq(requesters.number, input.requester))
    if (!requester) return refuseAny('no-such-requester')
    if (receivedOn > today) return refuse('in-the-future', {}, 'receivedOn')
    const before = await sameCheck(tx, requester.id, checkNumber)
    if (before && !another)
      return refuse('check-recorded-before', { check: checkNumber, payment: before }, 'checkNumber')
    const wanted = (input.allocations ?? []).flatMap((one) =>
      one.cents === undefined ? [] : [{ invoice: one.invoice, cents: one.cents }],
    )
    const shares = distribute(cents, await owedBy(tx, requester.id), { wanted, first })
    if (!shares.ok) return shares

    const number = running('P', await takeNumber(tx, 'payment'))
    const [payment] = await tx
      .insert(payments)
      .values({
        number,
        requesterId: requester.id,
        checkNumber: checkNumber.trim(),
        payer,
        cents,
        receivedOn,
        at: now,
        byId: actor.id,
      })
      .returning({ id: payments.id })
    const paymentId = payment?.id ?? 0
    for (const { invoice, cents } of shares.value) {
      await place(tx, {
        paymentId,
        invoiceId: invoice.id,
        cents,
        onDate: receivedOn,
        at: now,
        byId: actor.id,
      })
      touch(invoice.subpoenaId)
    }
    const placed = shares.value.map(({ invoice, cents }) => ({ invoice: invoice.number, cents }))
    const left = subtractCents(cents, addCents(...placed.map((one) => one.cents)))
    return accept({ number, placed, left, reference: await referenceOf(tx, shares.value[0]?.invoice) })
  },
  tells: ({ requester, checkNumber, cents }, { number, placed, left, reference }) => ({
    subpoena: reference,
    invoice: placed[0]?.invoice,
    sentence: [
      `Recorded check ${checkNumber}, ${formatMoney(cents)}, as ${number}`,
      ...placed.map((one) => `${formatMoney(one.cents)} on ${one.invoice}`),
      ...(left > 0 ? [`${formatMoney(left)} stays a credit`] : []),
    ].join('; '),
    facts: { requester, payment: number, cents, placed, left },
  }),
})

/** The number of a payment that stands and bears the same check number; null when there is none. */
async function sameCheck(tx: Tx, requesterId: number, checkNumber: string): Promise<string | null> {
  const rows = await tx
    .select({ number: payments.number, checkNumber: payments.checkNumber })
    .from(payments)
    .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
    .where(and(eq(payments.requesterId, requesterId), isNull(paymentReversals.paymentId)))
  const key = keyOf(checkNumber)
  return rows.find((row) => keyOf(row.checkNumber) === key)?.number ?? null
}

/** "No. 010442" and "10442" are one check. */
function keyOf(checkNumber: string): string {
  const letters = checkNumber.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return letters.replace(/^(no|check)/, '').replace(/^0+/, '')
}

async function referenceOf(tx: Tx, invoice: { readonly subpoenaId: number } | undefined) {
  if (!invoice) return undefined
  const [row] = await tx
    .select({ reference: subpoenas.reference })
    .from(subpoenas)
    .where(eq(subpoenas.id, invoice.subpoenaId))
  return row?.reference
}
