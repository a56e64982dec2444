import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { invoiceDue } from '#lib/billing/due.ts'
import { refuse } from '#lib/billing/refusals.ts'
import * as fields from '#lib/input.ts'
import { labelOf } from '#lib/kinds.ts'
import { invoiceLetter } from '#lib/letters/invoice_letter.ts'
import { toHtml, toText } from '#lib/letters/mail.ts'
import { accept } from '#lib/result.ts'
import { type Context, command } from '../../command.ts'
import { type LoadedInvoice, loadInvoice } from '../../invoices.ts'
import { pdfOf } from '../../letters.ts'
import { subpoenaRow } from '../../load.ts'
import { queueMail } from '../../mail/queue.ts'
import { businessDays, officeRow, policyOf } from '../../queries/office.ts'
import { refuse as refuseAny } from '../../refusals.ts'
import { invoiceSendings, requesters } from '../../schema.ts'

/** Sends an issued invoice by e-mail, or records that it was mailed, couriered, faxed or handed over. */
export const sendInvoice = command({
  name: 'send-invoice',
  may: ['billing'],
  input: z.strictObject({
    number: fields.invoiceNumber,
    method: fields.kind('shipmentMethods'),
    /** Another e-mail address than the one on file. */
    to: fields.maybeEmailAddress.optional(),
    trackingNumber: fields.line(60).optional(),
    /** Today when it is left out; an e-mail leaves today. */
    sentOn: fields.calendarDate.optional(),
  }),
  seenBy: 'all',
  async run(context, { number, method, to, trackingNumber = '', sentOn: given }) {
    const { tx, actor, now, today } = context
    const invoice = await loadInvoice(tx, number)
    if (!invoice) return refuseAny('no-such-invoice')
    if (invoice.row.importId !== null) return refuse('opening-balance-not-sent')
    const sentOn = method === 'e-mail' ? today : (given ?? today)
    if (sentOn > today) return refuse('in-the-future', {}, 'sentOn')
    const { issuedOn } = invoice.row
    if (sentOn < issuedOn) return refuse('before-issued', { issuedOn }, 'sentOn')
    if ((method === 'fedex' || method === 'courier') && trackingNumber.trim() === '')
      return refuse('tracking-needed', {}, 'trackingNumber')
    const outboxId = method === 'e-mail' ? await mailed(context, invoice, to ?? '') : null
    if (method === 'e-mail' && outboxId === null) return refuse('address-needed', {}, 'to')

    await tx.insert(invoiceSendings).values({
      invoiceId: invoice.row.id,
      method,
      trackingNumber: trackingNumber.trim(),
      sentOn,
      outboxId,
      at: now,
      byId: actor.id,
    })
    return accept({ number, reference: invoice.reference, outboxId })
  },
  tells: ({ number, method }, { reference }) => ({
    subpoena: reference,
    invoice: number,
    sentence:
      method === 'e-mail'
        ? `Queued ${number} to be e-mailed`
        : `Sent ${number}: ${labelOf('shipmentMethods', method)}`,
  }),
})

/** Queues the letter with the paper as it was issued; null when there is no address to send it to. */
async function mailed(
  context: Context,
  { row, reference, policyVersion }: LoadedInvoice,
  given: string,
): Promise<number | null> {
  const { tx, today } = context
  const [requester] = await tx.select().from(requesters).where(eq(requesters.id, row.billToId))
  const subpoena = await subpoenaRow(tx, reference)
  const to = given || (requester?.email ?? '')
  if (!requester || !subpoena || to === '') return null
  const { calendars } = await policyOf(tx, policyVersion)
  const letter = invoiceLetter({
    office: await officeRow(tx),
    number: row.number,
    reference,
    on: today,
    billTo: requester.name,
    caption: subpoena.caption,
    caseNumber: subpoena.caseNumber,
    total: row.totalCents,
    dueDays: row.dueDays,
    dueOn: invoiceDue(today, row.dueDays, await businessDays(tx, calendars)).value,
  })
  return queueMail(context, {
    kind: 'invoice',
    subpoenaId: row.subpoenaId,
    invoiceId: row.id,
    to,
    subject: letter.subject,
    text: toText(letter),
    html: toHtml(letter),
    attachments: [pdfOf(row.paperId, row.number)],
  })
}
