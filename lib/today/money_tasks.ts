import type { InvoiceState } from '#lib/billing/balance.ts'
import { addDays, type CalendarDate } from '#lib/calendar/date.ts'
import { formatShort } from '#lib/calendar/format.ts'
import { type Cents, formatMoney } from '#lib/money.ts'
import { type Task, task } from './task.ts'

/** An issued invoice that somebody still owes, as far as Today asks. */
export type OpenInvoice = {
  readonly number: string
  readonly state: InvoiceState
  readonly balance: Cents
  readonly issuedOn: CalendarDate
  readonly dueOn: CalendarDate | null
  /** The last day on which it was sent; null while it was not. */
  readonly sentOn: CalendarDate | null
  readonly billTo: string
}

export type AskedWriteOff = {
  readonly invoice: string
  readonly cents: Cents
  readonly askedOn: CalendarDate
  readonly askedById: number
}

/** What one subpoena still has to do with money. No word of what was searched or who was found. */
export type MoneyFile = {
  readonly reference: string
  /** What its unbilled work comes to; null where there is none, or where it cannot be billed yet. */
  readonly unbilled: { readonly total: Cents | null; readonly lastWorkedOn: CalendarDate } | null
  /** Nothing of it is still to be answered: the work is done and can be billed. */
  readonly isAnswered: boolean
  readonly invoices: readonly OpenInvoice[]
  readonly writeOffs: readonly AskedWriteOff[]
}

const billing = ['billing'] as const

export function moneyTasks(file: MoneyFile, today: CalendarDate): Task[] {
  return [
    ...file.writeOffs.map(writeOffTask),
    ...invoiceTask(file, today),
    ...file.invoices.flatMap((invoice) => openInvoiceTask(invoice, today)),
  ]
}

function writeOffTask({ invoice, cents, askedOn, askedById }: AskedWriteOff): Task {
  return task({
    group: 'write-offs',
    verb: 'Decide on the write-off',
    reason: `${formatMoney(cents)} of ${invoice}`,
    dueOn: askedOn,
    href: `/invoices/${invoice}`,
    may: ['counsel'],
    notBy: [askedById],
  })
}

function invoiceTask({ reference, unbilled, isAnswered }: MoneyFile, today: CalendarDate): Task[] {
  if (unbilled === null) return []
  const { total, lastWorkedOn } = unbilled
  return [
    task({
      group: 'invoice',
      verb: total === null ? 'Look at the charges' : 'Issue the invoice',
      reason:
        total === null
          ? 'they cannot be billed as they are'
          : `${formatMoney(total)} unbilled, the last work ${formatShort(lastWorkedOn, today)}`,
      dueOn: null,
      // The policy bills for an answer: while one is still owed, the work waits on the subpoena's own page.
      fromOn: isAnswered ? null : 'never',
      href: `/subpoenas/${reference}/invoice`,
      may: billing,
    }),
  ]
}

function openInvoiceTask(invoice: OpenInvoice, today: CalendarDate): Task[] {
  const { number, state, balance, issuedOn, dueOn, sentOn, billTo } = invoice
  const href = `/invoices/${number}`
  const amount = formatMoney(balance)
  if (state === 'awaiting-receipt') {
    const words =
      sentOn === null
        ? { verb: 'Send the invoice', reason: `${amount}, issued ${formatShort(issuedOn, today)}` }
        : { verb: 'Record its receipt', reason: `${amount}, sent ${formatShort(sentOn, today)}` }
    return [
      task({ group: 'receipts', ...words, dueOn: sentOn === null ? issuedOn : null, href, may: billing }),
    ]
  }
  if (state !== 'overdue') return []
  return [
    task({
      group: 'overdue',
      verb: 'Ask for the payment',
      reason: `${amount} from ${billTo}`,
      dueOn,
      fromOn: dueOn && addDays(dueOn, 1),
      href,
      may: billing,
    }),
  ]
}
