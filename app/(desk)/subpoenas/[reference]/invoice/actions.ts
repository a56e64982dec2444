'use server'
import { redirect } from 'next/navigation'
import { action } from '#app/_forms/action.ts'
import { issueInvoice } from '#db/commands/invoice/issue.ts'

/** On to the sending, which is the next thing to do with it. */
export const issueInvoiceAction = action(issueInvoice, ({ number }) => redirect(`/invoices/${number}/send`))
