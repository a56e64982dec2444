'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { allocateCredit } from '#db/commands/payment/allocate.ts'
import { reversePayment } from '#db/commands/payment/reverse.ts'

export const allocateCreditAction = action(allocateCredit, ({ invoice }) => redirect(`/invoices/${invoice}`))

export const reversePaymentAction = action(reversePayment, ({ payment }) =>
  redirect(`/invoices/payments/${payment}`),
)
