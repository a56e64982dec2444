import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { checkWriteOff } from '#lib/billing/corrections.ts'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { formatMoney } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../command.ts'
import { type LoadedInvoice, loadInvoice } from '../invoices.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { writeOffs } from '../schema.ts'
import type { Tx } from '../tx.ts'

/** Asks counsel to give up what is left of an invoice, or a part of it. */
export const askWriteOff = command({
  name: 'ask-write-off',
  may: ['billing'],
  inPerson: true,
  input: z.strictObject({
    invoice: fields.invoiceNumber,
    /** The whole balance when it is left out. */
    cents: fields.cents.optional(),
    reason: fields.neededText(1000),
  }),
  seenBy: 'all',
  async run({ tx, actor, now }, { invoice: number, cents, reason }) {
    const invoice = await loadInvoice(tx, number)
    if (!invoice) return refuseAny('no-such-invoice')
    if (await askedFor(tx, invoice)) return refuse('write-off-asked')
    if (cents === undefined && invoice.balance <= 0) return refuse('nothing-owed', { invoice: number })
    const amount = checkWriteOff(invoice.facts, cents ?? invoice.balance)
    if (!amount.ok) return amount

    await tx.insert(writeOffs).values({
      invoiceId: invoice.row.id,
      cents: amount.value,
      reason,
      askedAt: now,
      askedById: actor.id,
    })
    return accept({ invoice: number, reference: invoice.reference, cents: amount.value })
  },
  tells: ({ invoice }, { reference, cents }) => ({
    subpoena: reference,
    invoice,
    sentence: `Asked to write ${formatMoney(cents)} off ${invoice}`,
    facts: { cents },
  }),
})

/** Counsel, another person than who asked, gives the money up. */
export const approveWriteOff = command({
  name: 'approve-write-off',
  may: ['counsel'],
  inPerson: true,
  input: z.strictObject({ invoice: fields.invoiceNumber }),
  seenBy: 'all',
  run: (context, { invoice }) => decide(context, invoice, 'approved', ''),
  tells: ({ invoice }, { reference, cents }) => ({
    subpoena: reference,
    invoice,
    sentence: `Wrote ${formatMoney(cents)} off ${invoice}`,
    facts: { cents },
  }),
})

/** Counsel keeps the money owed. */
export const refuseWriteOff = command({
  name: 'refuse-write-off',
  may: ['counsel'],
  inPerson: true,
  input: z.strictObject({ invoice: fields.invoiceNumber, reason: fields.neededText(1000) }),
  seenBy: 'all',
  run: (context, { invoice, reason }) => decide(context, invoice, 'refused', reason),
  tells: ({ invoice }, { reference, cents }) => ({
    subpoena: reference,
    invoice,
    sentence: `Refused to write ${formatMoney(cents)} off ${invoice}`,
    facts: { cents },
  }),
})

/** Two persons, never two roles of one. What was paid since it was asked lessens what can be given up. */
async function decide(
  { tx, actor, now, today }: Context,
  number: string,
  decision: 'approved' | 'refused',
  decisionReason: string,
) {
  const invoice = await loadInvoice(tx, number)
  if (!invoice) return refuseAny('no-such-invoice')
  const asked = await askedFor(tx, invoice)
  if (!asked) return refuse('no-write-off-asked')
  if (asked.askedById === actor.id) return refuse('asked-by-you')
  const still = checkWriteOff(invoice.facts, asked.cents)
  if (decision === 'approved' && !still.ok) return still

  await tx
    .update(writeOffs)
    .set({ decision, decisionReason, decidedOn: today, decidedAt: now, decidedById: actor.id })
    .where(eq(writeOffs.id, asked.id))
  return accept({ invoice: number, reference: invoice.reference, cents: asked.cents })
}

async function askedFor(tx: Tx, invoice: LoadedInvoice) {
  const [row] = await tx
    .select()
    .from(writeOffs)
    .where(and(eq(writeOffs.invoiceId, invoice.row.id), isNull(writeOffs.decision)))
  return row
}
