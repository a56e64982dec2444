import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkCredit } from '#lib/billing/corrections.ts'
import { yearOf } from '#lib/calendar/date.ts'
import { creditMemoPaper } from '#lib/documents/credit_memo_paper.ts'
import * as fields from '#lib/input.ts'
import { creditMemoLetter } from '#lib/letters/credit_memo_letter.ts'
import { toHtml, toText } from '#lib/letters/mail.ts'
import { cents as asCents, type Cents, formatMoney, subtractCents } from '#lib/money.ts'
import { accept } from '#lib/result.ts'
import { billingPaper } from '../billing_papers.ts'
import { type Context, command } from '../command.ts'
import { takeNumber, yearly } from '../counters.ts'
import { fontSet } from '../fonts.ts'
import { loadInvoice } from '../invoices.ts'
import { pdfOf } from '../letters.ts'
import { subpoenaRow } from '../load.ts'
import { queueMail } from '../mail/queue.ts'
import { keepPaper } from '../papers.ts'
import { loadPayment, place } from '../payments.ts'
import { drawn, unprintable } from '../printed.ts'
import { refuse as refuseAny } from '../refusals.ts'
import { allocations, creditMemos, payments } from '../schema.ts'

/**
 * Corrects an issued invoice by a paper of its own. What was paid beyond the corrected amount goes back to the
 * requester's credit, so that an invoice never stands below zero.
 */
export const issueCreditMemo = command({
  name: 'issue-credit-memo',
  may: ['billing'],
  input: z.strictObject({
    invoice: fields.invoiceNumber,
    cents: fields.cents,
    reason: fields.neededText(1000),
    /** Where to e-mail it; nowhere when it is left out. */
    to: fields.maybeEmailAddress.optional(),
  }),
  seenBy: 'all',
  async run(context, { invoice: invoiceNumber, cents, reason, to }) {
    const { tx, actor, now, today } = context
    const invoice = await loadInvoice(tx, invoiceNumber)
    const subpoena = invoice && (await subpoenaRow(tx, invoice.reference))
    if (!invoice || !subpoena) return refuseAny('no-such-invoice')
    const allowed = checkCredit(invoice.facts, cents)
    if (!allowed.ok) return allowed
    const noGlyph = unprintable({ reason })
    if (noGlyph) return noGlyph
    const head = await billingPaper(tx, subpoena, invoice.row.billToId)
    if (!head.ok) return head
    const balance = subtractCents(invoice.balance, cents)
    const year = yearOf(today)

    const sequence = await takeNumber(tx, `credit-memo-${year}`)
    const number = yearly('CM', year, sequence)
    const { issuedOn, totalCents: total } = invoice.row
    const about = { number: invoiceNumber, issuedOn, total }
    const facts = { ...head.value, number, issuedOn: today, invoice: about, reason, amount: cents, balance }
    const paper = drawn(() => creditMemoPaper(facts, fontSet()))
    if (!paper.ok) return paper
    const kept = { kind: 'credit-memo', subpoenaId: subpoena.id, language: 'en', now } as const
    const paperId = await keepPaper(tx, paper.value, kept)
    await tx.insert(creditMemos).values({
      number,
      year,
      sequence,
      invoiceId: invoice.row.id,
      cents,
      reason,
      issuedOn: today,
      paperId,
      at: now,
      byId: actor.id,
    })
    if (balance < 0) await giveBack(context, invoice.row.id, asCents(-balance))
    if (to) {
      const billTo = head.value.requester.name
      const { caption, caseNumber, reference } = subpoena
      const letter = creditMemoLetter({
        office: head.value.office,
        ...{ number, reference, billTo, caption, caseNumber, balance },
        invoice: invoiceNumber,
        on: today,
        amount: cents,
      })
      await queueMail(context, {
        kind: 'invoice',
        subpoenaId: subpoena.id,
        invoiceId: invoice.row.id,
        to,
        subject: letter.subject,
        text: toText(letter),
        html: toHtml(letter),
        attachments: [pdfOf(paperId, number)],
      })
    }
    return accept({ number, invoice: invoiceNumber, reference: invoice.reference })
  },
  tells: ({ invoice, cents }, { number, reference }) => ({
    subpoena: reference,
    invoice,
    sentence: `Issued ${number}, ${formatMoney(cents)} off ${invoice}`,
    facts: { cents },
  }),
})

/** Takes what an invoice no longer asks for off it again, the last payment first. */
async function giveBack({ tx, actor, now, today }: Context, invoiceId: number, excess: Cents): Promise<void> {
  const rows = await tx
    .select({ number: payments.number, paymentId: allocations.paymentId })
    .from(allocations)
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .where(eq(allocations.invoiceId, invoiceId))
    .orderBy(desc(allocations.id))
  let rest: number = excess
  for (const number of new Set(rows.map((row) => row.number))) {
    const payment = await loadPayment(tx, number)
    if (!payment || rest === 0) continue
    const here = payment.placed
      .filter((one) => one.invoiceId === invoiceId)
      .reduce((sum, one) => sum + one.cents, 0)
    const back = Math.min(here, rest)
    if (back <= 0) continue
    const paymentId = payment.row.id
    await place(tx, { paymentId, invoiceId, cents: asCents(-back), onDate: today, at: now, byId: actor.id })
    rest -= back
  }
}
