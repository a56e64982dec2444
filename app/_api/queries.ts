import { history, mail, oneMail, today } from './queries/desk.ts'
import { invoice, invoicePaper, invoices, payment, payments, requester, requesters } from './queries/money.ts'
import { subpoena, subpoenas, subscribers } from './queries/subpoenas.ts'
import type { Query } from './query.ts'

/** Every question that other programs may ask. */
export const queries: readonly Query[] = [
  ...[today],
  ...[subpoenas, subpoena, subscribers],
  ...[requesters, requester],
  ...[invoices, invoice, invoicePaper],
  ...[payments, payment],
  ...[mail, oneMail],
  ...[history],
]
