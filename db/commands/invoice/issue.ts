import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type DraftInvoice, draftInvoice } from '#lib/billing/draft.ts'
import { expectedReceipt } from '#lib/billing/expected.ts'
import { refuse } from '#lib/billing/refusals.ts'
import { basisSentence, type FeeSchedule } from '#lib/billing/schedule.ts'
import { yearOf } from '#lib/calendar/date.ts'
import { invoicePaper } from '#lib/documents/invoice_paper.ts'
import * as fields from '#lib/input.ts'
import { formatMoney } from '#lib/money.ts'
import { accept, type Result } from '#lib/result.ts'
import { billingPaper } from '../../billing_papers.ts'
import { command } from '../../command.ts'
import { takeNumber, yearly } from '../../counters.ts'
import { fontSet } from '../../fonts.ts'
import { subpoenaRow } from '../../load.ts'
import { keepPaper } from '../../papers.ts'
import { drawn } from '../../printed.ts'
import { type UnbilledCharge, unbilledCharges } from '../../queries/charges.ts'
import { businessDays, feeScheduleOf, policyOf } from '../../queries/office.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { charges, invoiceLines, invoices } from '../../schema.ts'
import type { Tx } from '../../tx.ts'

/**
 * Turns a subpoena's unbilled charges into an invoice that never changes. The number is taken, the paper drawn and
 * the charges marked in one transaction: all of it is there or none, so that numbers have no gap.
 */
export const issueInvoice = command({
  name: 'issue-invoice',
  may: ['billing'],
  input: z.strictObject({
    reference: fields.reference,
    /** The charges to bill, by number; all unbilled ones when it is left out. */
    charges: z.array(fields.ordinal).max(1000).optional(),
    /** How it will be sent: the paper then says when it would be due. */
    sending: fields.kind('shipmentMethods').optional(),
  }),
  seenBy: 'all',
  async run({ tx, actor, now, today }, { reference, charges: chosen, sending }) {
    const subpoena = await subpoenaRow(tx, reference)
    if (!subpoena) return refuseAny('no-such-subpoena')
    const policy = await policyOf(tx, subpoena.policyVersion)
    const schedule = await feeScheduleOf(tx, policy.feeScheduleId)
    const draft = draftOf(await unbilledCharges(tx, subpoena.id), schedule, chosen)
    if (!draft.ok) return draft
    const head = await billingPaper(tx, subpoena, subpoena.billToId)
    if (!head.ok) return head
    const calendar = await businessDays(tx, policy.calendars)
    const year = yearOf(today)

    const sequence = await takeNumber(tx, `invoice-${year}`)
    const number = yearly('INV', year, sequence)
    const paper = drawn(() =>
      invoicePaper(
        {
          ...head.value,
          number,
          issuedOn: today,
          lines: draft.value.lines,
          total: draft.value.total,
          dueDays: policy.dueDays,
          expected: sending ? expectedReceipt(sending, today, policy, calendar) : null,
          basis: basisSentence(schedule),
        },
        fontSet(),
      ),
    )
    if (!paper.ok) return paper
    const about = { kind: 'invoice', subpoenaId: subpoena.id, language: 'en', now } as const
    const paperId = await keepPaper(tx, paper.value, about)
    const [row] = await tx
      .insert(invoices)
      .values({
        number,
        year,
        sequence,
        subpoenaId: subpoena.id,
        billToId: subpoena.billToId,
        feeScheduleId: policy.feeScheduleId,
        totalCents: draft.value.total,
        dueDays: policy.dueDays,
        issuedOn: today,
        issuedAt: now,
        issuedById: actor.id,
        paperId,
      })
      .returning({ id: invoices.id })
    await freeze(tx, row?.id ?? 0, draft.value)
    return accept({ number, total: draft.value.total })
  },
  tells: ({ reference }, { number, total }) => ({
    subpoena: reference,
    invoice: number,
    sentence: `Issued ${number} for ${formatMoney(total)}`,
    facts: { total },
  }),
})

function draftOf(
  unbilled: readonly UnbilledCharge[],
  schedule: FeeSchedule,
  chosen: readonly number[] | undefined,
): Result<DraftInvoice, string> {
  const missing = chosen?.find((number) => !unbilled.some((charge) => charge.number === number))
  if (missing !== undefined) return refuse('no-such-charge', { charge: missing }, 'charges')
  const billed = chosen ? unbilled.filter((charge) => chosen.includes(charge.number)) : unbilled
  return draftInvoice(billed, schedule)
}

/** Writes the lines and marks the charges: from here on neither changes. */
async function freeze(tx: Tx, invoiceId: number, { lines }: DraftInvoice): Promise<void> {
  for (const { ordinal, kind, on, description, quantity, rate, cents, chargeIds } of lines) {
    await tx.insert(invoiceLines).values({
      invoiceId,
      ordinal,
      kind,
      workedOn: on,
      description,
      quantity,
      rateCents: rate?.cents ?? null,
      ratePer: rate?.per ?? null,
      cents,
    })
    for (const id of chargeIds) await tx.update(charges).set({ invoiceId }).where(eq(charges.id, id))
  }
}
