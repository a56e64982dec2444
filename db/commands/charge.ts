import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { draftLines } from '#lib/billing/lines.ts'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { cents as asCents, formatMoney } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { writeCharge } from '../charges.ts'
import { command } from '../command.ts'
import { subpoenaRow } from '../load.ts'
import { unprintable } from '../printed.ts'
import { feeScheduleOf, policyOf } from '../queries/office.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { charges, invoices } from '../schema.ts'

/** Adds what no other record makes a charge of: a free line with its amount, or minutes of testimony. */
export const addCharge = command({
  name: 'add-charge',
  may: ['billing', 'custodian'],
  input: z.strictObject({
    reference: fields.reference,
    kind: z.enum(['other', 'testimony'], 'A free line, or testimony.'),
    workedOn: fields.calendarDate,
    description: fields.neededLine(120),
    cents: fields.cents.optional(),
    minutes: fields.minutes.optional(),
  }),
  seenBy: 'all',
  async run({ tx, actor, now, today }, input) {
    const { reference, kind, workedOn, description, cents, minutes } = input
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    if (workedOn > today) return refuse('in-the-future', {}, 'workedOn')
    const noGlyph = unprintable({ description })
    if (noGlyph) return noGlyph
    if (kind === 'other' && cents === undefined) return refuse('amount-needed', {}, 'cents')
    if (kind === 'testimony') {
      if (minutes === undefined) return refuse('minutes-needed', {}, 'minutes')
      const policy = await policyOf(tx, subpoena.policyVersion)
      const schedule = await feeScheduleOf(tx, policy.feeScheduleId)
      const line = { id: 0, kind, on: workedOn, description, quantity: minutes, cents: null }
      const priced = draftLines([line], schedule)
      if (!priced.ok) return priced
    }

    const charge = await writeCharge(tx, {
      subpoenaId: subpoena.id,
      kind,
      workedOn,
      description,
      quantity: kind === 'testimony' ? (minutes ?? 1) : 1,
      cents: kind === 'other' ? (cents ?? null) : null,
      at: now,
      byId: actor.id,
    })
    return accept({ reference, charge })
  },
  tells: ({ reference, kind, minutes, cents }, { charge }) => ({
    subpoena: reference,
    sentence:
      kind === 'testimony'
        ? `Added ${minutes} min of testimony to the charges`
        : `Added a charge of ${formatMoney(asCents(cents ?? 0))}`,
    facts: { charge, kind, minutes, cents },
  }),
})

/** Takes a charge off what will be billed. It stays on file with the reason; one on an invoice cannot be dropped. */
export const dropCharge = command({
  name: 'drop-charge',
  may: ['billing', 'custodian', 'counsel'],
  input: z.strictObject({
    reference: fields.reference,
    charge: fields.ordinal,
    reason: fields.neededLine(400),
  }),
  seenBy: 'all',
  async run({ tx, actor, now }, { reference, charge: number, reason }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const [charge] = await tx
      .select({ id: charges.id, droppedAt: charges.droppedAt, invoice: invoices.number })
      .from(charges)
      .leftJoin(invoices, eq(invoices.id, charges.invoiceId))
      .where(and(eq(charges.subpoenaId, subpoena.id), eq(charges.number, number)))
    if (!charge) return refuse('no-such-charge', { charge: number })
    if (charge.invoice) return refuse('charge-invoiced', { invoice: charge.invoice })
    if (charge.droppedAt !== null) return refuse('charge-dropped')

    await tx
      .update(charges)
      .set({ droppedAt: now, droppedById: actor.id, droppedWhy: reason })
      .where(eq(charges.id, charge.id))
    return accept({ reference, charge: number })
  },
  tells: ({ reference, charge }) => ({
    subpoena: reference,
    sentence: `Dropped charge ${charge}: it will not be billed`,
  }),
})
