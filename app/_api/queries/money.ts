import { z } from 'zod'
import { invoicePage } from '#db/queries/invoice_page.ts'
import { invoicesAfter } from '#db/queries/invoices_after.ts'
import { invoicePaperOf } from '#db/queries/our_papers.ts'
import { paymentPage } from '#db/queries/payments.ts'
import { paymentsAfter } from '#db/queries/payments_after.ts'
import { requesterPage } from '#db/queries/requesters.ts'
import { requestersAfter } from '#db/queries/requesters_after.ts'
import { requesterReaders } from '#db/queries/requesters_list.ts'
import { moneyReaders } from '#lib/access/actor.ts'
import { list, type Query, query } from '../query.ts'
import {
  cents,
  day,
  fields,
  instant,
  int,
  invoiceChoice,
  invoiceState,
  maybeDay,
  text,
  words,
} from './words.ts'

const listedInvoice = {
  ...{ number: text, reference: text, caption: text, caseNumber: text, billTo: text, requester: text },
  ...{ issuedOn: day, total: cents, balance: cents, state: invoiceState, dueOn: maybeDay },
}

export const invoices = list({
  path: '/invoices',
  summary: 'Issued invoices, the newest first',
  may: moneyReaders,
  filters: {
    state: invoiceChoice.optional(),
    requester: fields.requesterNumber.optional(),
    text: words.optional(),
  },
  row: z.object(listedInvoice),
  ask: (actor, { state = 'all', requester = null, text = '' }, span) =>
    invoicesAfter(actor, { state, requester, text: text.trim() }, span),
})

export const invoice = query({
  path: '/invoices/{number}',
  summary: 'One invoice: how it was sent, when it is due, and its money',
  may: moneyReaders,
  input: z.strictObject({ number: fields.invoiceNumber }),
  answer: z.object({
    ...{ ...listedInvoice, court: text, dueDays: int, overdueFrom: maybeDay, sha256: text, pages: int },
    sendings: z.array(z.object({ method: text, trackingNumber: text, sentOn: day, mail: text.nullable() })),
    receipts: z.array(
      z.object({ receivedOn: day, basis: fields.kind('receiptBases'), dueOn: day, at: instant, by: text }),
    ),
    money: z.array(
      z.object({
        on: day,
        what: text,
        amount: cents,
        balance: cents,
        payment: text.nullable(),
        memo: text.nullable(),
      }),
    ),
  }),
  async ask(actor, { number }) {
    const page = await invoicePage(actor, number)
    return page && { ...page, dueOn: page.receipts.at(-1)?.dueOn ?? null }
  },
})

export const invoicePaper: Query = {
  path: '/invoices/{number}/pdf',
  summary: 'The paper of an invoice, as it was issued',
  may: moneyReaders,
  input: z.strictObject({ number: fields.invoiceNumber }),
  answer: 'pdf',
  ask: (actor, { number }) => invoicePaperOf(actor, String(number)),
}

export const payments = list({
  path: '/payments',
  summary: 'Checks that came, the newest first',
  may: moneyReaders,
  filters: { requester: fields.requesterNumber.optional() },
  row: z.object({
    ...{ number: text, requester: text, checkNumber: text, payer: text, cents },
    ...{ receivedOn: day, reversedOn: maybeDay },
  }),
  ask: (actor, { requester = null }, span) => paymentsAfter(actor, requester, span),
})

export const payment = query({
  path: '/payments/{number}',
  summary: 'One check: where it lies, and what of it is left',
  may: moneyReaders,
  input: z.strictObject({ number: fields.paymentNumber }),
  answer: z.object({
    ...{ number: text, checkNumber: text, payer: text, cents, left: cents, receivedOn: day, by: text },
    requester: z.object({ number: text, name: text }),
    reversal: z.object({ on: day, reason: text }).nullable(),
    placed: z.array(z.object({ invoice: text, cents, onDate: day })),
  }),
  ask: (actor, { number }) => paymentPage(actor, number),
})

export const requesters = list({
  path: '/requesters',
  summary: 'Requesters, by number',
  may: requesterReaders,
  filters: { text: words.optional(), owing: z.boolean().optional() },
  row: z.object({
    ...{
      number: text,
      name: text,
      email: text,
      phone: text,
      papers: int,
      lastOn: maybeDay,
      owed: cents.nullable(),
    },
  }),
  ask: (actor, { text = '', owing = false }, span) =>
    requestersAfter(actor, { text: text.trim(), owing }, span),
})

export const requester = query({
  path: '/requesters/{number}',
  summary: 'One requester and its people',
  may: requesterReaders,
  input: z.strictObject({ number: fields.requesterNumber }),
  answer: z.object({
    ...{ number: text, name: text, namePrinted: text.nullable(), attention: text, address: text },
    ...{ email: text, phone: text, fax: text, note: text, version: int },
    contacts: z.array(z.object({ name: text, email: text, phone: text, barNumber: text })),
    papers: int,
    /** What is owed on issued invoices; null for those who see no money. */
    owed: cents.nullable(),
  }),
  async ask(actor, { number }) {
    const page = await requesterPage(actor, number)
    if (!page) return null
    const { requester, contacts, papers, money } = page
    return { ...requester, contacts: [...contacts], papers: papers.total, owed: money?.invoices.owed ?? null }
  },
})
