'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { issueCreditMemo } from '#db/commands/credit_memo.ts'
import { recordInvoiceReceipt } from '#db/commands/invoice/receipt.ts'
import { sendInvoice } from '#db/commands/invoice/send.ts'
import { recordPayment } from '#db/commands/payment/record.ts'
import { approveWriteOff, askWriteOff, refuseWriteOff } from '#db/commands/write_off.ts'

export const sendInvoiceAction = action(sendInvoice, ({ number }) => redirect(`/invoices/${number}`))

export const recordInvoiceReceiptAction = action(recordInvoiceReceipt, ({ number }) =>
  redirect(`/invoices/${number}`),
)

/** Back to the invoice from which the check was recorded; the check itself where it paid none. */
export const recordPaymentAction = action(recordPayment, ({ number }, form) => {
  const from = form.get('from')
  return redirect(
    typeof from === 'string' && from !== '' ? `/invoices/${from}` : `/invoices/payments/${number}`,
  )
})

export const issueCreditMemoAction = action(issueCreditMemo, ({ invoice }) =>
  redirect(`/invoices/${invoice}`),
)

export const askWriteOffAction = action(askWriteOff, ({ invoice }) => redirect(`/invoices/${invoice}`))
export const approveWriteOffAction = action(approveWriteOff, ({ invoice }) =>
  redirect(`/invoices/${invoice}`),
)
export const refuseWriteOffAction = action(refuseWriteOff, ({ invoice }) => redirect(`/invoices/${invoice}`))
