import { addDays } from '#lib/calendar/date.ts'
import type { KindOf } from '#lib/kinds.ts'
import { cents } from '#lib/money.ts'
import { publishedPolicy } from '#lib/policy/policy.ts'
import { addCharge, dropCharge } from '../../commands/charge.ts'
import { issueCreditMemo } from '../../commands/credit_memo.ts'
import { issueInvoice } from '../../commands/invoice/issue.ts'
import { recordInvoiceReceipt } from '../../commands/invoice/receipt.ts'
import { sendInvoice } from '../../commands/invoice/send.ts'
import { recordPayment } from '../../commands/payment/record.ts'
import { approveWriteOff, askWriteOff } from '../../commands/write_off.ts'
import { firms } from '../firms.ts'
import { done, type Play, todayIn } from '../play.ts'
import { hashOf } from '../random.ts'
import type { Step } from '../sample_case.ts'
import { trackingOf } from './production.ts'
import { step } from './step.ts'

const { mailDays } = publishedPolicy

type Method = KindOf<'shipmentMethods'>

/** A free line, in cents. */
export const charge = (description: string, amount: number): Step =>
  step('adds a charge', 'oduya', (play) =>
    done(
      addCharge(play.actors.oduya, {
        reference: play.reference,
        kind: 'other',
        workedOn: todayIn(play),
        description,
        cents: cents(amount),
      }),
    ),
  )

/** Takes the first charge off what will be billed. */
export const dropFirst = (reason: string): Step =>
  step('drops a charge', 'oduya', ({ reference, actors }) =>
    done(dropCharge(actors.oduya, { reference, charge: 1, reason })),
  )

export const issue = (sending: Method = 'e-mail'): Step =>
  step('issues the invoice', 'oduya', async (play) => {
    const { reference, actors } = play
    play.invoice = (await done(issueInvoice(actors.oduya, { reference, sending }))).number
  })

/** @param to Another e-mail address than the one on file. */
export const send = (method: Method = 'e-mail', to?: string): Step =>
  step('sends the invoice', 'oduya', (play) => {
    const { invoice, actors } = play
    play.invoiceSentOn = todayIn(play)
    return done(
      sendInvoice(actors.oduya, {
        number: invoice,
        method,
        ...(to ? { to } : {}),
        ...(method === 'fedex' ? { trackingNumber: trackingOf(invoice) } : {}),
      }),
    )
  })

export const received = (basis: Exclude<KindOf<'receiptBases'>, 'imported'> = 'email-sent'): Step =>
  step('records its receipt', 'oduya', (play) =>
    done(
      recordInvoiceReceipt(play.actors.oduya, {
        number: play.invoice,
        receivedOn: basis === 'mail-presumed' ? addDays(play.invoiceSentOn, mailDays) : todayIn(play),
        basis,
      }),
    ),
  )

/** A check of so many cents; `over` of them is more than is owed and stays a credit. */
export const pay = (amount: number, over = 0): Step =>
  step('records a check', 'oduya', (play) =>
    done(
      recordPayment(play.actors.oduya, {
        requester: play.requesters[payerOf(play)],
        checkNumber: String(10_000 + (hashOf(`${play.reference}/${amount}`) % 80_000)),
        payer: firms[payerOf(play)].name,
        cents: cents(amount),
        receivedOn: todayIn(play),
        allocations: [{ invoice: play.invoice, cents: cents(amount - over) }],
      }),
    ),
  )

const payerOf = ({ given }: Play) => given.billTo ?? given.from

export const credit = (amount: number, reason: string): Step =>
  step('issues a credit memo', 'oduya', ({ invoice, actors }) =>
    done(issueCreditMemo(actors.oduya, { invoice, cents: cents(amount), reason })),
  )

export const askOff = (reason: string): Step =>
  step('asks for a write-off', 'oduya', ({ invoice, actors }) =>
    done(askWriteOff(actors.oduya, { invoice, reason })),
  )

export const approveOff = (): Step =>
  step('approves the write-off', 'halloway', ({ invoice, actors }) =>
    done(approveWriteOff(actors.halloway, { invoice })),
  )
